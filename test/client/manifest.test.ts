import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serverCommands } from "../../server/src/lsp/protocol.js";

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly configuration?: string;
      readonly filenamePatterns: string[];
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope?: string; readonly order?: number }>>;
    };
  };
}

const read = (file: string): string => readFileSync(file, "utf8");

describe("扩展清单", () => {
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const { languages, grammars, commands, menus, configuration } = manifest.contributes;

  it("语言带有配置文件：没有它，装好的扩展不会醒来", () => {
    for (const language of languages)
      assert.ok(language.configuration && existsSync(language.configuration), language.id);
    // A page that was open when the window closed must find somebody who fills it.
    assert.deepEqual(manifest.activationEvents, ["onWebviewPanel:hegao.compare"]);
  });

  it("所指的文件都在", () => {
    for (const file of [manifest.icon, ...grammars.map((grammar) => grammar.path)])
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
    assert.ok(Object.values(serverCommands).every((command) => !listed.includes(command)));
  });

  it("不认领所有 .txt，只认文件名像规划文稿的", () => {
    for (const pattern of languages.flatMap((language) => language.filenamePatterns)) {
      assert.match(pattern, /^\*\p{Script=Han}{2,}\*\.txt$/u);
    }
  });

  it("每项设置都在 hegao 名下，有范围，有次序，不为单条规则设项", () => {
    const properties = Object.entries(configuration.properties);
    for (const [name, { scope, order }] of properties) {
      assert.match(name, /^hegao\.\w+/);
      assert.ok(scope && order, name);
    }
    assert.ok(properties.length <= 20);
  });
});
