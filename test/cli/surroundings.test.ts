import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
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
});
