import assert from "node:assert/strict";
import { applyPatch } from "diff";
import fc from "fast-check";
import { unifiedDiff } from "../../server/src/cli/check/unifiedDiff.js";

/** What the library makes of a patch of ours: it reads the same form as patch(1). */
function patched(before: string, after: string): string | false {
  return applyPatch(before, unifiedDiff("稿.plan", before, after), { autoConvertLineEndings: false });
}

const numbered = (count: number, first: number) =>
  Array.from({ length: count }, (_, i) => `${first + i}.第${i}项。\n`).join("");

describe("命令行：补丁", () => {
  it("任意两份短文：补丁用上去就是后一份", () => {
    const text = fc
      .array(fc.constantFrom("甲\n", "乙\n", "丙\r\n", "\n", "丁\n"), { maxLength: 20 })
      .chain((lines) => fc.constantFrom(lines.join(""), `${lines.join("")}末行`));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        assert.equal(patched(before, after), after);
      }),
      { numRuns: 500 },
    );
  });

  it("改动多到不逐行找的：行数不变的一行对一行，变了的也对", () => {
    const before = `标题\n${numbered(4000, 1)}结尾\n`;
    const renumbered = `标题\n${numbered(4000, 2)}结尾\n`;
    assert.equal(patched(before, renumbered), renumbered);
    const longer = `标题\n${numbered(4001, 2)}结尾\n`;
    assert.equal(patched(before, longer), longer);
    assert.match(unifiedDiff("稿.plan", before, longer), /^ 标题$/m, "what is the same stays outside");
  });

  it("隔得远的改动各成一段，没有改动的行不出现", () => {
    const before = numbered(4000, 1);
    const after = before.replace("10.第", "10．第").replace("3000.第", "3000．第");
    const diff = unifiedDiff("稿.plan", before, after);
    assert.equal(diff.match(/^@@ /gm)?.length, 2);
    assert.equal(diff.match(/^[-+]\d/gm)?.length, 4);
  });
});
