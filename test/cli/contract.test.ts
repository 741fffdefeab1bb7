import assert from "node:assert/strict";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { encodeText } from "../../server/src/read/encode.js";
import { skipBecause } from "../support/skipBecause.js";
import { type Folder, folderWith, gapDraft, hegao } from "./hegao.js";

interface LintJson {
  version: number;
  files: {
    path: string;
    kind: string;
    title: string | null;
    planYears: [number, number] | null;
    findings: {
      ruleId: string;
      severity: string;
      message: string;
      range: object;
      excerpt: string;
      fix: unknown;
    }[];
  }[];
  summary: {
    files: number;
    findings: number;
    bySeverity: Record<string, number>;
    byRule: Record<string, number>;
  };
  unreadable: { path: string; reason: string }[];
}

function lintJson(args: readonly string[], options: Parameters<typeof hegao>[1] = {}): LintJson {
  return JSON.parse(hegao(["lint", "--format", "json", ...args], options).out) as LintJson;
}

describe("命令行：约定", () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      "甲/2026年工作要点.txt": gapDraft,
      "甲/随手记.txt": gapDraft,
      "甲/~$2026年工作要点.txt": "x",
      "乙/稿.plan": "一、总体要求\n抓好落实。\n二、重点任务\n抓好落实。\n",
      "乙/gb.txt": encodeText(gapDraft.replaceAll("\n", "\r\n"), "gb18030").bytes,
      "坏.docx": "PK\u0003\u0004broken",
      "空/x.csv": "",
    });
  });
  after(() => folder.remove());
  const inFolder = (...args: string[]) => hegao(args, { cwd: folder.path });

  it("退出码：没有达到级别的发现为 0，有则为 1，用法或输入有误为 2", () => {
    assert.equal(inFolder("lint", "乙/稿.plan").code, 0);
    assert.equal(inFolder("lint", "甲").code, 0, "警告达不到默认的 error");
    assert.equal(inFolder("lint", "甲", "--fail-on", "warning").code, 1);
    assert.equal(inFolder("lint", "甲", "--fail-on", "never").code, 0);
    assert.equal(inFolder("lint", "甲", "--max-warnings", "0").code, 1);
    assert.equal(inFolder("lint", "甲", "--max-warnings", "9").code, 0);
    for (const wrong of [
      ["lint"],
      ["lint", "没有.plan"],
      ["lint", "没有*.plan"],
      ["lint", "空"],
      ["lint", "甲", "--fail-on", "huge"],
      ["lint", "甲", "--max-warnings", "-1"],
      ["lint", "甲", "--nope"],
      ["lint", "甲", "--fix", "--fix-dry-run"],
      ["lnit"],
      ["rules", "no-such-rule"],
      ["lint", "坏.docx"],
    ]) {
      const { code, err } = inFolder(...wrong);
      assert.equal(code, 2, wrong.join(" "));
      assert.equal(err.trimEnd().split("\n").length, 1, `one line: ${err}`);
    }
  });

  it("JSON 的形状与约定一致，位置从 0 起、按 UTF-16 计", () => {
    const report = lintJson(["甲/2026年工作要点.txt"], { cwd: folder.path });
    assert.deepEqual(Object.keys(report), ["version", "files", "summary", "unreadable"]);
    const [file] = report.files;
    assert.ok(file);
    assert.deepEqual(Object.keys(file), ["path", "kind", "title", "planYears", "findings"]);
    assert.equal(file.path, "甲/2026年工作要点.txt");
    assert.equal(file.findings.length, 1);
    const [finding] = file.findings;
    assert.ok(finding);
    assert.deepEqual(Object.keys(finding), ["ruleId", "severity", "message", "range", "excerpt", "fix"]);
    assert.equal(finding.ruleId, "numbering-gap");
    assert.equal(finding.excerpt, "四、");
    assert.deepEqual(finding.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } });
    assert.deepEqual(report.summary, {
      files: 1,
      findings: 1,
      bySeverity: { error: 0, warning: 1, info: 0, hint: 0 },
      byRule: { "numbering-gap": 1 },
    });
  });

  it("读不了的逐一说明，其余照常核对", () => {
    const { code, out, err } = inFolder(
      "lint",
      "--format",
      "json",
      "坏.docx",
      "没有.txt",
      "甲/2026年工作要点.txt",
    );
    const report = JSON.parse(out) as LintJson;
    assert.equal(code, 2);
    assert.equal(report.files.length, 1);
    assert.deepEqual(report.unreadable.map((one) => one.path).sort(), ["没有.txt", "坏.docx"].sort());
    assert.equal(err.trimEnd().split("\n").length, 2);
    for (const line of err.trimEnd().split("\n")) assert.match(line, /^hegao: (?:坏\.docx|没有\.txt): ./);
  });

  it("文件夹只取像规划文稿的名字；点名的文件都读；GB18030 自行认出", () => {
    const names = (args: string[]) => lintJson(args, { cwd: folder.path }).files.map((file) => file.path);
    assert.deepEqual(names(["甲"]), ["甲/2026年工作要点.txt"]);
    assert.deepEqual(names(["甲/随手记.txt", "乙"]), ["乙/稿.plan", "甲/随手记.txt"]);
    assert.deepEqual(names(["**/*.txt"]), ["乙/gb.txt", "甲/2026年工作要点.txt", "甲/随手记.txt"]);
    const gb = lintJson(["乙/gb.txt"], { cwd: folder.path });
    assert.equal(gb.files[0]?.findings[0]?.excerpt, "四、");
  });

  it("文件夹里名字不像规划文稿的，说有几份没有核对；点了名的、要别的格式的、安静的不说", () => {
    const said = (...args: string[]): string => inFolder("lint", "--fail-on", "never", ...args).err;
    assert.match(said("甲"), /另有 1 份文档（如 甲\/随手记\.txt）/);
    assert.match(said("甲", "乙"), /另有 2 份文档/);
    assert.match(said("甲", "--locale", "en"), /not checked.*: 1 \(甲\/随手记\.txt/);
    for (const args of [
      ["甲", "甲/随手记.txt"],
      ["甲", "--format", "json"],
      ["甲", "--quiet"],
      ["甲/随手记.txt"],
    ])
      assert.equal(said(...args), "", args.join(" "));
  });

  it("文件夹一层层往里看；以点开头的、装来的包和链接都不看", () => {
    const deep = folderWith({
      "区/县/[乡]/稿.plan": gapDraft,
      "区/.稿.plan": gapDraft,
      "区/.git/稿.plan": gapDraft,
      "区/node_modules/包/稿.plan": gapDraft,
      "区/夹.plan/稿.plan": gapDraft,
    });
    try {
      if (process.platform !== "win32") symlinkSync(deep.path, join(deep.path, "区/上.plan"));
      const { files, unreadable } = lintJson(["."], { cwd: deep.path });
      assert.deepEqual(
        files.map(({ path }) => path),
        ["区/县/[乡]/稿.plan", "区/夹.plan/稿.plan"],
      );
      assert.deepEqual(unreadable, []);
    } finally {
      deep.remove();
    }
  });

  it("同样的输入给出同样的输出，与次序无关，重复的只核对一次", () => {
    const one = inFolder("lint", "甲", "乙/稿.plan", "--format", "json").out;
    const other = inFolder("lint", "乙/稿.plan", "甲", "甲/2026年工作要点.txt", "--format", "json").out;
    assert.equal(one, other);
  });

  it("标准输入：- 与 --stdin-name", () => {
    const options = { cwd: folder.path, input: gapDraft };
    assert.equal(lintJson(["-"], options).files[0]?.path, "<stdin>");
    assert.equal(lintJson(["-", "--stdin-name", "要点.txt"], options).files[0]?.path, "要点.txt");
    assert.match(hegao(["outline", "-"], options).out, /二、重点任务/);
    assert.match(hegao(["lint", "-", "--fix"], options).err, /--fix-dry-run/);
  });

  it("没有权限读的文件说明原因", function () {
    if (process.getuid?.() === 0) skipBecause(this, "root reads every file");
    const path = join(folder.path, "甲/锁.plan");
    symlinkSync(join(folder.path, "甲/2026年工作要点.txt"), path);
    chmodSync(path, 0);
    assert.match(inFolder("lint", "甲/锁.plan").err, /EACCES/);
  });

  it("断开的链接算读不了，不影响其余", () => {
    const broken = folderWith({ "2026年工作要点.txt": gapDraft });
    symlinkSync(join(broken.path, "gone.plan"), join(broken.path, "断.plan"));
    const { code, out, err } = hegao(["lint", "断.plan", "2026年工作要点.txt"], { cwd: broken.path });
    broken.remove();
    assert.equal(code, 2);
    assert.match(out, /numbering-gap/);
    assert.match(err, /^hegao: 断\.plan: /);
  });

  it("文字报告：文件、条目、行列、摘录、级别、规则、小结与办法", () => {
    const { out } = inFolder("lint", "甲");
    assert.match(out, /^甲\/2026年工作要点\.txt\n/);
    assert.match(out, /\n {2}四、保障措施\n/);
    assert.match(out, / 5:1 {2}警告 {2}.+ {2}numbering-gap\n/);
    assert.match(out, /│ ⟦四、⟧保障措施/);
    assert.match(out, /共核对 1 份文稿，1 处发现/);
    assert.doesNotMatch(out, /\u001b/, "管道里不着色");
    assert.match(hegao(["lint", "甲", "--color"], { cwd: folder.path }).out, /\u001b\[/);
    assert.equal(inFolder("lint", "甲", "--quiet").out, "");
    assert.match(inFolder("lint", "甲", "-q", "--fail-on", "warning").out, /numbering-gap/);
  });

  it("语言：随 LANG 或 --locale，默认中文", () => {
    assert.match(
      hegao(["lint", "甲"], { cwd: folder.path, env: { LANG: "en_US.UTF-8" } }).out,
      /findings 1:/,
    );
    assert.match(hegao(["lint", "甲"], { cwd: folder.path, env: { LANG: "C" } }).out, /警告/);
    assert.match(inFolder("lint", "甲", "--locale", "en").out, /warning/);
    assert.match(inFolder("lint", "甲", "-o").err, /选项 -o 后面要写一个值/);
    assert.match(inFolder("lint", "甲", "--fix=no").err, /选项 --fix 后面不写值/);
    assert.match(inFolder("lint", "--nope", "--locale=en").err, /There is no option --nope/);
    assert.equal(inFolder("lint", "甲", "--locale", "fr").code, 2);
  });

  it("帮助与版本；打错的命令与规则给出相近的名字", () => {
    assert.match(inFolder("--help").out, /lint .+\n[^]*lsp /);
    assert.match(inFolder("lint", "--help").out, /--fix-dry-run/);
    assert.equal(inFolder("help", "lint").out, inFolder("lint", "--help").out);
    assert.doesNotMatch(inFolder("init", "--help").out, /--(?:format|config|quiet)/);
    assert.doesNotMatch(inFolder("tasks", "--help").out, /--(?:config|quiet)/);
    assert.match(inFolder("baseline", "--help").out, /prune[^]*--config[^]*--quiet/);
    assert.match(inFolder("--version").out, /^\d+\.\d+\.\d+\n$/);
    assert.match(inFolder("lnit").err, /是不是 lint/);
    assert.match(inFolder("rules", "numbering-gpa").err, /是不是 numbering-gap/);
  });
});
