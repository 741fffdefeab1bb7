import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TOKEN_TYPES } from "../../server/src/lsp/tokenTypes.js";
import { authorCommands, serverCommands } from "../../server/src/lsp/protocol.js";

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly configuration?: string;
      readonly filenamePatterns?: string[];
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, { readonly scope?: string; readonly order?: number }>>;
    }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when: string;
    }[];
    readonly semanticTokenTypes: readonly { readonly id: string; readonly superType: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
      }[];
    }[];
  };
}

const read = (file: string): string => readFileSync(file, "utf8");

describe("扩展清单", () => {
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const { languages, grammars, commands, menus, configuration } = manifest.contributes;

  it("语言带有配置文件：没有它，装好的扩展不会醒来", () => {
    const own = languages.find(({ id }) => id === "policy-plan");
    assert.ok(own?.configuration && existsSync(own.configuration));
    // A page that was open when the window closed must find somebody who fills it.
    assert.deepEqual(manifest.activationEvents, ["onWebviewPanel:hegao.compare"]);
  });

  it("所指的文件都在", () => {
    const { snippets } = manifest.contributes;
    for (const file of [manifest.icon, ...[...grammars, ...snippets].map(({ path }) => path)])
      assert.ok(existsSync(file), file);
  });

  it("登记的命令都有实现，实现的都已登记，且不与服务的命令同名", () => {
    const implemented = readdirSync("client/src", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [...read(join("client/src", file)).matchAll(/registerCommand\(\s*"([\w.]+)"/g)])
      .map((match) => match[1]);
    const listed = commands.map(({ command }) => command);
    assert.deepEqual([...listed].sort(), [...implemented].sort());
    assert.ok(menus.commandPalette.every(({ command }) => listed.includes(command)));
    const served: readonly string[] = [...Object.values(serverCommands), ...Object.values(authorCommands)];
    assert.ok(served.every((command) => !listed.includes(command)));
  });

  it("不认领所有 .txt，只认文件名像规划文稿的", () => {
    for (const pattern of languages.flatMap(({ filenamePatterns = [] }) => filenamePatterns)) {
      assert.match(pattern, /^\*\p{Script=Han}{2,}\*\.txt$/u);
    }
  });

  it("每项设置都在 hegao 名下，有范围，有次序，不为单条规则设项", () => {
    const properties = configuration.flatMap((group) => Object.entries(group.properties));
    for (const [name, { scope, order }] of properties) {
      assert.match(name, /^hegao\.\w+/);
      assert.ok(scope && order, name);
    }
    assert.ok(properties.length <= 20);
  });

  it("按键各归各的条件：只在文稿里，候选框开着、输入法组字时不抢，都可关闭", () => {
    const { keybindings } = manifest.contributes;
    const properties = new Set(configuration.flatMap((group) => Object.keys(group.properties)));
    const own = keybindings.filter(({ when }) => when.includes("config.hegao."));
    assert.ok(own.length >= 4);
    // A key that waits for an answer lets the letters behind it overtake it.
    assert.ok(keybindings.every(({ key }) => !/^(?:shift\+)?enter$/.test(key)));
    for (const { command, when } of own) {
      for (const part of [
        "editorLangId == policy-plan",
        "!suggestWidgetVisible",
        "!isComposing",
        "!inSnippetMode",
      ])
        assert.ok(when.includes(part), `${command}: ${part}`);
      const setting = /config\.([\w.]+)/.exec(when)?.[1] ?? "";
      assert.ok(properties.has(setting), setting);
    }
  });

  it("着色的类别与服务所给的一致，各有对应的语法范围", () => {
    const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
    const types = semanticTokenTypes.map(({ id }) => id);
    assert.deepEqual(types, TOKEN_TYPES);
    assert.deepEqual(Object.keys(semanticTokenScopes[0]?.scopes ?? {}), types);
  });

  it("不认得这些类别的主题也有颜色：每类都有通行的上级类别，和主题都配了色的语法范围", () => {
    const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
    const grammar = read("syntaxes/policy-plan.tmLanguage.json");
    for (const { id, superType } of semanticTokenTypes) {
      assert.match(superType, /^(?:keyword|type|property|number|string)$/, id);
      const scopes = semanticTokenScopes[0]?.scopes[id] ?? [];
      assert.ok(scopes.length > 0, id);
      for (const scope of scopes) {
        // Only an indicator cannot be told by a pattern, so the grammar has no name for it.
        assert.ok(id === "indicator" || grammar.includes(scope), scope);
        assert.match(
          scope,
          /^(?:punctuation\.definition|entity\.name|variable\.other|constant\.numeric|string\.quoted)\./,
        );
      }
    }
  });

  it("导览不过六步，所用的命令都有，两种语言的说明都在", () => {
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.ok(walkthrough && walkthrough.steps.length <= 6);
    const listed = commands.map(({ command }) => command);
    for (const language of ["package.nls.json", "package.nls.zh-cn.json"]) {
      const texts = JSON.parse(read(language)) as Record<string, string>;
      const text = (key: string): string => texts[key.slice(1, -1)] ?? "";
      for (const { description, media } of walkthrough.steps) {
        assert.ok(existsSync(text(media.markdown)), text(media.markdown));
        for (const [, command = ""] of text(description).matchAll(/\(command:([\w.]+)\)/g))
          assert.ok(listed.includes(command) || command.startsWith("workbench."), command);
      }
    }
  });
});
