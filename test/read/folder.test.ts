import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { filesIn } from "../../server/src/read/folder.js";

describe("文件夹里的文稿", () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "hegao-folder-"));
    for (const name of ["2025/深/更深", ".git", "node_modules/x"])
      mkdirSync(join(root, name), { recursive: true });
    for (const name of [
      "甲.docx",
      "~$甲.docx",
      "图.png",
      ".藏.txt",
      "2025/乙.txt",
      "2025/深/更深/丙.txt",
      ".git/丁.txt",
      "node_modules/x/戊.txt",
    ])
      writeFileSync(join(root, name), "文");
    symlinkSync(root, join(root, "2025", "回到上面"));
    symlinkSync(join(root, "没有了.txt"), join(root, "断链.txt"));
    symlinkSync(join(root, "甲.docx"), join(root, "别名.docx"));
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const names = async (depth?: number): Promise<string[]> => {
    const found = await filesIn(root, {
      accepts: (name) => /\.(?:txt|docx)$/.test(name),
      ...(depth === undefined ? {} : { depth }),
    });
    return found.files.map(({ path }) => relative(root, path));
  };

  it("隐藏的、临时的、别人的不看；成环的链接只走一遍", async () => {
    assert.deepEqual(
      (await names()).sort(),
      ["2025/乙.txt", "2025/深/更深/丙.txt", "别名.docx", "甲.docx"].sort(),
    );
  });

  it("深度有限", async () => {
    assert.deepEqual((await names(1)).sort(), ["2025/乙.txt", "别名.docx", "甲.docx"].sort());
  });

  it("断了的链接、没有的文件夹各说一句", async () => {
    const accepts = (): boolean => true;
    const { unreadable } = await filesIn(root, { accepts });
    assert.deepEqual(
      unreadable.map(({ path, reason }) => [relative(root, path), reason]),
      [["断链.txt", "ENOENT"]],
    );
    const nowhere = await filesIn(join(root, "没有"), { accepts });
    assert.deepEqual([nowhere.files.length, nowhere.unreadable[0]?.reason], [0, "ENOENT"]);
  });

  it("找得太多时停下", async () => {
    assert.equal((await filesIn(root, { accepts: () => true, limit: 2 })).files.length, 2);
  });
});
