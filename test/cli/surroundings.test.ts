import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { saveText } from "../../server/src/cli/files/saveText.js";
import { skipBecause } from "../support/skipBecause.js";
import { folderWith, gapDraft, hegao } from "./hegao.js";

describe("命令行：少见的环境", () => {
  it("名称太长、链接成圈的读不了，说明原因，其余照查", function () {
    if (process.platform === "win32") return skipBecause(this, "Windows 上建链接要另外的权限");
    const folder = folderWith({ "2026年工作要点.plan": gapDraft });
    try {
      symlinkSync("圈", join(folder.path, "圈"));
      const long = "长".repeat(300);
      const { code, out, err } = hegao(["lint", "圈", long, "2026年工作要点.plan"], { cwd: folder.path });
      assert.equal(code, 2);
      assert.match(out, /numbering-gap/);
      assert.match(err, /圈: 读不了（ELOOP）/);
      assert.match(err, /长: 读不了（ENAMETOOLONG）/);
    } finally {
      folder.remove();
    }
  });

  it("当前文件夹已被删除：帮助照给，要它的说明原因", function () {
    if (process.platform === "win32") return skipBecause(this, "Windows 不许删去正用着的文件夹");
    const folder = folderWith({});
    try {
      const call = (args: string) => {
        const run = `mkdir gone && cd gone && rmdir ../gone && "${process.execPath}" "${resolve("dist/hegao.js")}" ${args}`;
        return spawnSync("sh", ["-c", run], {
          cwd: folder.path,
          encoding: "utf8",
          env: { PATH: process.env.PATH, LANG: "zh_CN.UTF-8" },
        });
      };
      const help = call("--help");
      assert.equal(help.status, 0, help.stderr);
      assert.match(help.stdout, /lint/);
      const lint = call("lint 稿.plan");
      assert.equal(lint.status, 2);
      assert.match(lint.stderr, /当前文件夹已被删除或移走/);
      assert.doesNotMatch(lint.stderr, /^\s+at /m);
    } finally {
      folder.remove();
    }
  });

  it("系统不知道用户的主文件夹，照查不误", () => {
    // Such a user cannot be had without being root: what Node does for one is put in its place.
    const folder = folderWith({
      "2026年工作要点.plan": gapDraft,
      "homeless.cjs":
        'require("os").homedir = () => { throw new Error("uv_os_homedir returned ENOENT"); };\nrequire("module").syncBuiltinESMExports();\n',
    });
    try {
      const env = { NODE_OPTIONS: `--require "${join(folder.path, "homeless.cjs").replaceAll("\\", "/")}"` };
      const { code, out, err } = hegao(["lint", "2026年工作要点.plan"], { cwd: folder.path, env });
      assert.match(out, /numbering-gap/, err);
      assert.equal(code, 0, err);
    } finally {
      folder.remove();
    }
  });

  it("几百处都可以全文重排的，报告不随篇幅的平方变大，一处不少", () => {
    const numbers = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? i + 1 : i + 2));
    const tasks = numbers.map((number) => `${number}.组织第${number}次培训活动。\n`).join("");
    const folder = folderWith({ "2026年工作要点.plan": `云岭市2026年工作要点\n一、重点任务\n${tasks}` });
    try {
      const call = (...args: string[]) =>
        hegao(["lint", "2026年工作要点.plan", "--fail-on", "never", ...args], { cwd: folder.path });
      const { files, summary } = JSON.parse(call("--format", "json").out) as {
        files: { findings: { fix: { edits: unknown[] } | null }[] }[];
        summary: { findings: number };
      };
      const { findings } = files[0] ?? { findings: [] };
      const edits = findings.reduce((all, { fix }) => all + (fix?.edits.length ?? 0), 0);
      assert.ok(findings.length >= 200, String(findings.length));
      assert.equal(findings.length, summary.findings);
      assert.ok(edits > 0 && edits <= 20_000, String(edits));
      assert.ok(findings.some(({ fix }) => fix !== null));
    } finally {
      folder.remove();
    }
  });

  it("标准输入一时还没有内容（不等待的管道）：等它来", async function () {
    if (process.platform === "win32") return skipBecause(this, "Windows 没有 mkfifo");
    const folder = folderWith({});
    try {
      const pipe = join(folder.path, "管道");
      assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
      const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
      const writer = openSync(pipe, constants.O_WRONLY);
      // Node makes its first three files wait; what the shell hands over as the first stays as it was opened.
      const run = `exec "${process.execPath}" "${resolve("dist/hegao.js")}" lint - <&3`;
      const child = spawn("sh", ["-c", run], { stdio: ["ignore", "pipe", "pipe", reader] });
      let out = "";
      let err = "";
      child.stdout?.on("data", (data: Buffer) => (out += data.toString()));
      child.stderr?.on("data", (data: Buffer) => (err += data.toString()));
      const [first, second] = [gapDraft.slice(0, 20), gapDraft.slice(20)];
      await delay(300);
      writeSync(writer, first);
      await delay(100);
      writeSync(writer, second);
      closeSync(writer);
      await once(child, "close");
      closeSync(reader);
      assert.match(out, /numbering-gap/, err);
    } finally {
      folder.remove();
    }
  });

  it("名称不是 UTF-8 的说明怎么办", function () {
    if (process.platform !== "linux") return skipBecause(this, "只有 Linux 的磁盘容得下这样的名称");
    const folder = folderWith({});
    try {
      const name = Buffer.from([0xb8, 0xe5, ...Buffer.from(".txt")]);
      writeFileSync(Buffer.concat([Buffer.from(`${folder.path}/`), name]), gapDraft);
      const run = `"${process.execPath}" "${resolve("dist/hegao.js")}" lint --locale zh-CN *.txt`;
      const { stderr, status } = spawnSync("sh", ["-c", run], { cwd: folder.path, encoding: "utf8" });
      assert.match(stderr, /不是 UTF-8 编码，打不开；请先给它改名/);
      assert.equal(status, 2);
    } finally {
      folder.remove();
    }
  });

  it("不许进的文件夹说明原因，不说里面没有文稿", function () {
    if (process.platform === "win32") return skipBecause(this, "Windows 的权限不这样设");
    if (process.getuid?.() === 0) return skipBecause(this, "root 哪里都进得去");
    const folder = folderWith({ "稿/2026年工作要点.plan": gapDraft });
    try {
      chmodSync(join(folder.path, "稿"), 0o000);
      assert.match(hegao(["lint", "稿"], { cwd: folder.path }).err, /稿: 读不了（EACCES）/);
    } finally {
      chmodSync(join(folder.path, "稿"), 0o700);
      folder.remove();
    }
  });

  it("只读的文稿 --fix 不改写，-o 也不覆盖", () => {
    const draft = "一、重点任务\n1.甲\n2.乙\n3、丙\n4.丁\n5.戊\n6.己\n";
    const folder = folderWith({ "稿.plan": draft });
    const path = join(folder.path, "稿.plan");
    try {
      chmodSync(path, 0o444);
      const { code, err } = hegao(["lint", "稿.plan", "--fix"], { cwd: folder.path });
      assert.equal(code, 2);
      assert.match(err, /写不进去（EACCES），未作修正/);
      assert.equal(readFileSync(path, "utf8"), draft);
      const other = folderWith({ "另一份.plan": gapDraft });
      try {
        const args = ["convert", join(other.path, "另一份.plan"), "-o", path];
        assert.match(hegao(args, { cwd: folder.path }).err, /写不进去（EACCES）/);
        assert.equal(readFileSync(path, "utf8"), draft);
      } finally {
        other.remove();
      }
    } finally {
      chmodSync(path, 0o644);
      folder.remove();
    }
  });

  it("读过之后又被别人保存过的，不写回去", async () => {
    const folder = folderWith({ "稿.plan": "甲\n" });
    const file = join(folder.path, "稿.plan");
    try {
      const bytes = readFileSync(file);
      const read = {
        ok: true,
        text: "甲\n",
        format: "txt",
        encoding: "utf-8",
        eol: "lf",
        comments: [],
        footnotes: [],
        notes: [],
      } as const;
      const input = { ...read, bytes, source: { path: "稿.plan", file } };
      writeFileSync(file, "同事改的\n");
      const refusal = await saveText(input, "乙\n", "zh-CN");
      assert.match(refusal?.reason ?? "", /又被保存过/);
      assert.equal(readFileSync(file, "utf8"), "同事改的\n");
    } finally {
      folder.remove();
    }
  });

  it("--cache-file 写错成别的文件：一字不动，照样核对", () => {
    const notes = "会议记录\n";
    const folder = folderWith({ "2026年工作要点.plan": gapDraft, "记录.txt": notes });
    try {
      const args = ["lint", "2026年工作要点.plan", "--cache-file", "记录.txt"];
      const { out, err } = hegao(args, { cwd: folder.path });
      assert.match(out, /numbering-gap/);
      assert.match(err, /记录\.txt 不是存放核对结果的文件，没有动它/);
      assert.equal(readFileSync(join(folder.path, "记录.txt"), "utf8"), notes);
    } finally {
      folder.remove();
    }
  });

  it("电脑的日期不对，写不成 Word 文件：说明怎么办", () => {
    // The clock of the machine is not ours to turn back: what Node says of it is put in its place.
    const folder = folderWith({
      "稿.plan": gapDraft,
      "clock.cjs":
        "const Now = Date;\nglobalThis.Date = class extends Now {\n  constructor(...at) { if (at.length === 0) super(1000); else super(...at); }\n  static now() { return 1000; }\n};\n",
    });
    try {
      const env = { NODE_OPTIONS: `--require "${join(folder.path, "clock.cjs").replaceAll("\\", "/")}"` };
      const { code, err } = hegao(["export", "稿.plan", "-o", "稿.docx"], { cwd: folder.path, env });
      assert.equal(code, 2);
      assert.match(err, /电脑的日期不对（1970）.*请先校准日期/);
      assert.deepEqual(readdirSync(folder.path).sort(), [".git", "clock.cjs", "稿.plan"]);
    } finally {
      folder.remove();
    }
  });
});
