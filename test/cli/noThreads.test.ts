import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { withoutThreads } from "../support/withoutThreads.js";
import { folderWith, gapDraft, hegao } from "./hegao.js";

describe("命令行：起不了线程", () => {
  it("lint --workers 由这一个线程查完，结果一样", () => {
    const names = Array.from({ length: 6 }, (_, at) => `${at}.plan`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, gapDraft])));
    try {
      const args = ["lint", "--workers", "4", "--format", "json", ...names];
      const usual = hegao(args, { cwd: folder.path });
      const alone = spawnSync(process.execPath, [...withoutThreads(), resolve("dist/hegao.js"), ...args], {
        cwd: folder.path,
        encoding: "utf8",
        env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "zh_CN.UTF-8", NODE_NO_WARNINGS: "1" },
      });
      assert.equal(alone.stderr, "");
      assert.equal(alone.status, usual.code);
      assert.equal(alone.stdout, usual.out);
      assert.match(alone.stdout, /numbering-gap/);
    } finally {
      folder.remove();
    }
  });
});
