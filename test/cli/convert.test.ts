import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, folderWith, hegao, type Outcome } from "./hegao.js";

const scraped =
  "云岭市教育局2026年工作要点\n\n\n\n一、重点任务\u200b\n抓好落实。   \n- 3 -\n二、保障措施\n抓好落实。\n";

describe("convert：读成干净的文本", () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      "抄来.txt": scraped,
      "稿.plan": "云岭市教育局2026年工作要点\n\n一、重点任务\n（一）扩大学位。抓好落实。\n",
      "网页.html": `<!doctype html><meta charset="utf-8"><title>要点</title><body><div class="nav"><a href="/">首页</a></div><p>云岭市教育局2026年工作要点</p><p>一、重点任务</p><p>（一）扩大学位。抓好落实，新建小学3所。</p><p>三、保障措施</p><p>加强领导，落实经费，抓好督查。</p></body>`,
      "坏.docx": "PK\u0003\u0004x",
    });
  });
  after(() => folder.remove());
  const run = (...args: string[]): Outcome => hegao(args, { cwd: folder.path });

  it("逐处说明改了什么，只在标准错误上", () => {
    const { code, out, err } = run("convert", "抄来.txt");
    assert.equal(code, 0);
    assert.doesNotMatch(out, /\u200b|- 3 -| \n/);
    assert.match(err, /^hegao: 抄来\.txt:\d+:\d+ 删去页码：“-␣3␣-⏎?”/m);
    assert.match(err, /^hegao: 抄来\.txt:\d+:\d+ 删去不可见字符：“〔U\+200B〕” → （无）$/m);
    assert.equal(run("convert", "抄来.txt", "--quiet").err, "");
  });

  it("--no-clean 一字不动", () => {
    const { out, err } = run("convert", "抄来.txt", "--no-clean");
    assert.deepEqual([out, err], [scraped, ""]);
  });

  it("--format json：每处都有位置；照着做一遍就是结果", () => {
    const { out } = run("convert", "抄来.txt", "--format", "json");
    interface Converted {
      version: number;
      format: string;
      text: string;
      repairs: {
        kind: string;
        certainty: string;
        before: string;
        after: string;
        range: { start: { line: number; character: number } };
      }[];
    }
    const { version, format, text, repairs } = JSON.parse(out) as Converted;
    assert.deepEqual([version, format], [1, "txt"]);
    assert.equal(text, run("convert", "抄来.txt").out);
    const lines = scraped.split("\n");
    let mended = scraped;
    for (const { before, after, range, certainty } of repairs.reverse()) {
      if (certainty === "unsure") continue;
      const { line, character } = range.start;
      const at = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
      assert.equal(mended.slice(at, at + before.length), before);
      mended = mended.slice(0, at) + after + mended.slice(at + before.length);
    }
    assert.equal(mended, text);
  });

  it("Word 与网页：印出的正是核对所据的文本", () => {
    run("export", "稿.plan", "-o", "稿.docx");
    for (const name of ["稿.docx", "网页.html"]) {
      const lines = run("convert", name).out.split("\n");
      const { files } = JSON.parse(run("lint", name, "--format", "json").out) as {
        files: { title: string; findings: { excerpt: string; range: Range }[] }[];
      };
      assert.equal(files[0]?.title, "云岭市教育局2026年工作要点", name);
      for (const { excerpt, range } of files[0].findings) {
        const line = lines[range.start.line] ?? "";
        const shown = line.slice(range.start.character, range.end.character);
        if (range.start.line === range.end.line && shown !== "") assert.equal(excerpt, shown.trim());
      }
    }
    assert.ok(run("lint", "网页.html").out.includes("numbering-gap"));
  });

  it("-o 写入文件；读不了的说明原因", () => {
    assert.equal(run("convert", "抄来.txt", "-o", "净.txt").code, 0);
    assert.equal(readFileSync(join(folder.path, "净.txt"), "utf8"), run("convert", "抄来.txt").out);
    const { code, err } = run("convert", "坏.docx");
    assert.equal(code, 2);
    assert.match(err, /^hegao: 坏\.docx: .*损坏.*\n$/);
    assert.equal(run("convert", "没有.docx").code, 2);
  });
});

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
