import assert from "node:assert/strict";
import fc from "fast-check";
import { composeEdits } from "../../server/src/text/composeEdits.js";
import { applyEdits, type Edit, overlaps } from "../../server/src/text/span.js";

const text = "一二三四五六七八九十";

/** Edits of a text of that length, none overlapping another. */
function editsOf(length: number, raw: readonly (readonly [number, number, string])[]): Edit[] {
  let at = 0;
  const edits: Edit[] = [];
  for (const [gap, cut, newText] of raw) {
    const start = at + gap;
    const end = Math.min(length, start + cut);
    if (start > length || (start === end && newText === "")) continue;
    const edit = { span: { start, end }, newText };
    if (edits.every((other) => !overlaps(other.span, edit.span))) edits.push(edit);
    at = end;
  }
  return edits;
}

const raw = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom("", "甲", "乙丙", "丁戊己庚")), {
  maxLength: 5,
});

describe("两步改动并作一步", () => {
  it("结果与先后改两步相同，互不重叠", () => {
    fc.assert(
      fc.property(raw, raw, (a, b) => {
        const first = editsOf(text.length, a);
        const between = applyEdits(text, first);
        const then = editsOf(between.length, b);
        const both = composeEdits(first, between, then);
        assert.equal(applyEdits(text, both), applyEdits(between, then));
        both.forEach((edit, i) => {
          for (const other of both.slice(i + 1)) assert.ok(!overlaps(edit.span, other.span));
        });
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it("不相干的改动原样保留", () => {
    const first = [{ span: { start: 1, end: 2 }, newText: "甲甲" }];
    const then = [{ span: { start: 6, end: 7 }, newText: "" }];
    assert.deepEqual(composeEdits(first, applyEdits(text, first), then), [
      ...first,
      { span: { start: 5, end: 6 }, newText: "" },
    ]);
  });
});
