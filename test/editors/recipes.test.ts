import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { skipBecause } from "../support/skipBecause.js";

const page = readFileSync("docs/editors.md", "utf8");

/** The first block of code of a language under a heading. */
function block(heading: string, language: string): string {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? "";
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section)?.[1];
  assert.ok(found, `${heading}: no ${language}`);
  return found;
}

/** Editors that Debian does not have: what their pages say is at least sound, and says what the tested ones say. */
describe("其他编辑器的写法：没随测试启动的", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { languages: readonly [{ id: string; extensions: readonly string[] }] };
  };
  const [{ id, extensions }] = contributes.languages;

  it("Helix：languages.toml 读得通，语言、扩展名、命令都对", function () {
    const script = "import sys,json,tomllib; print(json.dumps(tomllib.loads(sys.stdin.read())))";
    const done = spawnSync("python3", ["-c", script], { input: block("Helix", "toml"), encoding: "utf8" });
    if (/No module named|not found/.test(done.stderr ?? "") || done.error)
      skipBecause(this, "no Python with tomllib (3.11) to read TOML with");
    assert.equal(done.status, 0, done.stderr);
    assert.deepEqual(JSON.parse(done.stdout), {
      "language-server": { hegao: { command: "hegao", args: ["lsp", "--stdio"] } },
      language: [
        {
          name: id,
          scope: "text.policy-plan",
          "file-types": extensions.map((one) => one.slice(1)),
          roots: ["hegao.config.json"],
          "language-servers": ["hegao"],
        },
      ],
    });
  });

  it("Kate：设置是读得通的 JSON，语法文件认得 .plan", () => {
    const { servers } = JSON.parse(block("Kate", "json")) as {
      servers: Record<string, { command: readonly string[]; highlightingModeRegex: string }>;
    };
    assert.deepEqual(servers[id]?.command, ["hegao", "lsp", "--stdio"]);
    const syntax = readFileSync("test/editors/policy-plan.xml", "utf8");
    const name = /<language name="([^"]+)"/.exec(syntax)?.[1] ?? "";
    assert.match(name, new RegExp(String(servers[id]?.highlightingModeRegex)));
    assert.match(syntax, /extensions="\*\.plan"/);
  });

  it("每种编辑器说的命令都是 hegao lsp --stdio，没试过的写明没试过", () => {
    for (const name of ["Neovim", "Emacs", "Kate", "Helix", "Zed", "JetBrains"]) {
      const section = page.split(/^## /m).find((one) => one.startsWith(name)) ?? "";
      assert.match(section, /hegao[`"]?,?.{0,30}lsp.{0,6}--stdio/s, name);
      assert.equal(/未随测试运行/.test(section), ["Helix", "Zed", "JetBrains"].includes(name), name);
    }
  });
});
