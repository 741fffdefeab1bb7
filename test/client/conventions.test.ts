import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/check/registry.js";

interface Setting {
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly license: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly dependencies?: object;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly languages: readonly { readonly extensions: readonly string[]; readonly configuration: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly problemMatchers: readonly { readonly name: string; readonly applyTo: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly keybindings: readonly { readonly key: string; readonly when: string }[];
  };
}

const read = (file: string): string => readFileSync(file, "utf8");

describe("生态的约定：docs/conventions.md", () => {
  const page = read("docs/conventions.md");
  const rows = page.split("\n").filter((line) => /^\| *\d+ *\|/.test(line));
  /** What proves a row: a file, with the title of a test in it where one is named. */
  const proofs = [
    ...page.matchAll(/`((?:test|scripts|images|docs|client|\.github)\/[^`]+)`(?:「([^」]+)」)?/g),
  ];

  it("二十五条一条不少，每条都有做法和证明", () => {
    assert.deepEqual(
      rows.map((row) => Number(/\d+/.exec(row)?.[0])),
      Array.from({ length: 25 }, (_, at) => at + 1),
    );
    for (const row of rows) {
      const [, , rule = "", does = "", proof = ""] = row.split(/(?<!\\)\|/);
      assert.ok(rule.trim() && does.trim(), row);
      assert.match(proof, /`[^`]+`/, row);
    }
  });

  it("所说的测试和图都在，测试的名字一字不差", () => {
    assert.ok(proofs.length >= 50, String(proofs.length));
    const wrong = proofs.filter(([, file = "", title]) => {
      if (!existsSync(file)) return true;
      return title !== undefined && !new RegExp(`(?:it\\(|title: )["\`]${escaped(title)}`).test(read(file));
    });
    assert.deepEqual(
      wrong.map(([whole]) => whole),
      [],
    );
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe("扩展清单合于约定", () => {
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const { contributes } = manifest;
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

  it("只为规划文稿醒来，不带遥测，运行时没有依赖", () => {
    assert.ok(manifest.activationEvents.every((event) => !/^\*|onStartupFinished/.test(event)));
    assert.equal(manifest.dependencies, undefined);
    const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => read(join("client", "src", name)));
    assert.ok(sources.every((text) => !/createTelemetryLogger|fetch\(|node:https?/.test(text)));
  });

  it("受信任与虚拟文件夹：如实声明，两样都照常", () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, true);
    assert.equal(virtualWorkspaces, true);
    assert.ok(manifest.main && manifest.browser);
  });

  it("每项设置有类型、默认值、说明，每个可选值有解释；默认值合于自己的类型", () => {
    for (const [name, setting] of settings) {
      assert.ok(setting.description ?? setting.markdownDescription, name);
      assert.notEqual(setting.default, undefined, name);
      const type = setting.type === "integer" ? "number" : setting.type;
      assert.equal(typeof setting.default, type, name);
      assert.equal(setting.enum?.length, setting.enumDescriptions?.length, name);
      if (setting.enum) assert.ok(setting.enum.includes(String(setting.default)), name);
    }
  });

  it("hegao.rules 的模式与规则名册一致，打错的名字会标出", () => {
    const [, setting] = settings.find(([name]) => name === "hegao.rules") ?? [];
    const { propertyNames } = setting as { propertyNames: { enum: readonly string[] } };
    assert.deepEqual([...propertyNames.enum], rules.map(({ id }) => id).sort());
  });

  it("命令都归一类，标题与类别都可翻译", () => {
    for (const { title, category } of contributes.commands)
      assert.ok(title.startsWith("%command.") && category === "%category%", title);
  });

  it("保存时什么也不改写；中文不被当作可疑字符框出", () => {
    const own = contributes.configurationDefaults["[policy-plan]"] ?? {};
    assert.ok(
      !Object.keys(own).some((key) => /formatOn|codeActionsOnSave|files\.trim|insertFinalNewline/.test(key)),
    );
    for (const kind of ["ambiguousCharacters", "invisibleCharacters", "nonBasicASCII"])
      assert.equal(own[`editor.unicodeHighlight.${kind}`], false, kind);
  });

  it("语言配置里有全角的括号与引号", () => {
    // An input method gives both quotation marks at once, so those only surround what is selected.
    const { autoClosingPairs, surroundingPairs } = JSON.parse(read("language-configuration.json")) as {
      autoClosingPairs: readonly { readonly open: string }[];
      surroundingPairs: readonly (readonly [string, string])[];
    };
    for (const mark of ["（", "《"])
      assert.ok(
        autoClosingPairs.some(({ open }) => open === mark),
        mark,
      );
    for (const mark of ["（", "《", "“"])
      assert.ok(
        surroundingPairs.some(([open]) => open === mark),
        mark,
      );
  });

  it("团队文件有模式；整个文件夹的检查是任务，有问题匹配器，只管没打开的", () => {
    const [validation] = contributes.jsonValidation;
    assert.equal(validation?.fileMatch, "hegao.config.json");
    assert.ok(existsSync(validation.url));
    assert.deepEqual(
      contributes.taskDefinitions.map(({ type }) => type),
      ["hegao"],
    );
    const [matcher] = contributes.problemMatchers;
    assert.deepEqual([matcher?.name, matcher?.applyTo], ["hegao", "closedDocuments"]);
  });

  it("没有一条规则默认报错误：文稿是给人看的，轻重由单位定", () => {
    assert.deepEqual(
      rules.filter(({ severity }) => severity === "error").map(({ id }) => id),
      [],
    );
  });

  it("分类、两种语言的关键词、许可、更新记录；README 里没有徽章和 SVG", () => {
    for (const category of ["Linters", "Formatters", "Snippets"])
      assert.ok(manifest.categories.includes(category));
    assert.ok(manifest.keywords.some((word) => /\p{Script=Han}/u.test(word)));
    assert.ok(manifest.keywords.some((word) => /^[a-z]+$/.test(word)));
    assert.match(read("LICENSE"), /MIT/);
    assert.match(read("CHANGELOG.md"), /keepachangelog/);
    for (const readme of ["README.md", "README.en.md"]) {
      const images = [...read(readme).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
      assert.ok(images.length > 0);
      for (const path of images) assert.ok(/\.png$/.test(path) && existsSync(path), path);
    }
  });
});

describe("看得清、读得出：网页视图", () => {
  const view = (name: string): string => read(join("client", "src", "view", name));
  const css = view("page/view.css");
  const pages = ["pageShell.ts", "compareHtml.ts", "ledgerHtml.ts", "seriesHtml.ts"].map(view).join("\n");

  it("颜色只用编辑器主题的，高对比度下有边框", () => {
    const colours = css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? [];
    assert.deepEqual(colours, []);
    assert.match(css, /--vscode-contrastBorder/);
    assert.match(css, /:focus/);
  });

  it("页面写明语言，只许自带的脚本；按钮与表都有名字", () => {
    assert.match(pages, /<html lang=/);
    assert.match(pages, /default-src 'none'/);
    assert.match(pages, /role="tab"/);
    assert.match(pages, /<th\b/);
    assert.ok((pages.match(/aria-label/g) ?? []).length >= 6);
    for (const [tag] of pages.matchAll(/<input\b[^>]*>/gs)) assert.match(tag, /aria-label|id=/, tag);
  });
});
