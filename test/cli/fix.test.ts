import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeText } from "../../server/src/read/encode.js";
import type { Encoding } from "../../server/src/read/model.js";
import { skipBecause } from "../support/skipBecause.js";
import { type Folder, folderWith, gapDraft, hegao } from "./hegao.js";

/** Half-written markers, which the rule of their form mends safely. */
const before = "一、重点任务\n1.甲\n2.乙\n3、丙\n4.丁\n5.戊\n6.己\n";
const after = before.replace("3、", "3.");

describe("命令行：就地修正", () => {
  let folder: Folder;
  beforeEach(() => {
    folder = folderWith({});
  });
  afterEach(() => folder.remove());
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder.path, name), bytes);
  const read = (name: string) => readFileSync(join(folder.path, name));
  const fix = (...args: string[]) => hegao(["lint", ...args], { cwd: folder.path });

  for (const encoding of ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"] as Encoding[]) {
    for (const eol of ["\n", "\r\n"]) {
      it(`${encoding}，${eol === "\n" ? "LF" : "CRLF"}：改动以外逐字节不变`, () => {
        const bytes = (text: string) => Buffer.from(encodeText(text.replaceAll("\n", eol), encoding).bytes);
        write("稿.plan", bytes(before));
        const { out } = fix("稿.plan", "--fix");
        assert.match(out, /已修正 1 处，改写 1 个文件/);
        assert.deepEqual(read("稿.plan"), bytes(after));
        fix("稿.plan", "--fix");
        assert.deepEqual(read("稿.plan"), bytes(after), "再修一遍什么也不变");
      });
    }
  }

  it("改好一处才显出来的，也一并改好", () => {
    write("稿.plan", "一、任务\n学习《保教指南》、、《督导办法》，办好园。。\n");
    fix("稿.plan", "--fix");
    assert.equal(read("稿.plan").toString(), "一、任务\n学习《保教指南》《督导办法》，办好园。\n");
  });

  it("没有可修正的文件一个字节也不写，旁边不留下东西", () => {
    write("稿.plan", gapDraft);
    fix("稿.plan", "--fix");
    assert.deepEqual(read("稿.plan").toString(), gapDraft);
    assert.deepEqual(readdirSync(folder.path).sort(), [".git", "稿.plan"]);
  });

  it("--fix-dry-run 给出可用的补丁，文件不动", function () {
    const noFinalNewline = before.trimEnd();
    write("稿.plan", noFinalNewline);
    const { out, err } = fix("稿.plan", "--fix-dry-run");
    assert.equal(read("稿.plan").toString(), noFinalNewline);
    assert.match(out, /^--- a\/稿\.plan\n\+\+\+ b\/稿\.plan\n@@ /);
    assert.match(err, /--fix 会修正 1 处/);
    const patched = spawnSync("patch", ["-p1"], { cwd: folder.path, input: out });
    if (patched.error) skipBecause(this, "patch(1) is not installed");
    assert.equal(patched.status, 0, patched.stdout.toString());
    assert.equal(read("稿.plan").toString(), after.trimEnd());
  });

  it("Word 与网页文件不就地修正，说明之后照常核对", () => {
    const page = `<!doctype html><meta charset="utf-8"><p>${before.trimEnd().split("\n").join("</p><p>")}</p>`;
    write("稿.html", page);
    const { out, err } = fix("稿.html", "--fix");
    assert.match(err, /不是文本文件/);
    assert.match(out, /numbering-style/);
    assert.equal(read("稿.html").toString(), page);
  });

  it("--changed 只报改动过的条目", () => {
    const earlier = `${before}二、保障措施\n抓好。\n三、附则\n抓好。\n`;
    write("旧.plan", earlier);
    write("新.plan", earlier.replace("三、附则\n抓好。", "四、附则\n抓牢。"));
    const whole = fix("新.plan", "--format", "json").out;
    const changed = fix("新.plan", "--changed", "旧.plan", "--format", "json").out;
    const ids = (text: string) =>
      (JSON.parse(text) as { files: { findings: { ruleId: string }[] }[] }).files.flatMap((file) =>
        file.findings.map((finding) => finding.ruleId),
      );
    assert.deepEqual(ids(whole), ["numbering-style", "numbering-gap"]);
    assert.deepEqual(ids(changed), ["numbering-gap"]);
    assert.equal(fix("新.plan", "--changed", "没有.plan").code, 2);
  });
});
