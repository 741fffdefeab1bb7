import assert from "node:assert/strict";
import fc from "fast-check";
import { continueItem } from "../../../server/src/author/typing/continueItem.js";
import { moveItem } from "../../../server/src/author/typing/moveItem.js";
import { demote, promote } from "../../../server/src/author/typing/shiftLevel.js";
import type { Typed } from "../../../server/src/author/typing/typed.js";
import type { Item, PlanDocument } from "../../../server/src/plan/model.js";
import { numberingSlips } from "../../../server/src/plan/numbering.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../../server/src/text/span.js";
import { toChinese } from "../../../server/src/text/numerals.js";

/** A chapter: how many tasks each of its sections has. */
type Shape = readonly (readonly number[])[];

/** Three levels that count anew under each parent: 一、（一）1. */
function restarting(shape: Shape): string {
  return shape
    .map((sections, c) =>
      [
        `${toChinese(c + 1)}、章名`,
        ...sections.flatMap((tasks, s) => [
          `（${toChinese(s + 1)}）节名。说明。`,
          ...Array.from({ length: tasks }, (_, t) => `${t + 1}.任务。做好。\n责任科室：办公室`),
        ]),
      ].join("\n"),
    )
    .join("\n");
}

/** Two levels, the lower one counting on through the chapters: 一、1.2. 二、3.4. */
function runningOn(shape: Shape): string {
  let count = 0;
  return shape
    .map((sections, c) =>
      [`${toChinese(c + 1)}、章名`, ...sections.map(() => `${++count}.任务。做好。`)].join("\n"),
    )
    .join("\n");
}

/** A first chapter of tasks alone, then chapters of sections; the tasks begin anew in each chapter and run on within it. */
function anewByChapter(shape: Shape): string {
  const first = Array.from({ length: shape.length + 2 }, (_, t) => `${t + 1}.任务。做好。`);
  const others = shape.map((sections, c) => {
    let count = 0;
    const tasks = (many: number): string[] =>
      Array.from({ length: many + 1 }, () => `${++count}.任务。做好。`);
    const body = sections.flatMap((many, s) => [`（${toChinese(s + 1)}）节名。说明。`, ...tasks(many)]);
    return [`${toChinese(c + 2)}、章名`, ...body].join("\n");
  });
  return ["一、章名", ...first, ...others].join("\n");
}

const shape = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 });
const clean = shape
  .chain((of) => fc.constantFrom(restarting(of), runningOn(of), anewByChapter(of)))
  .filter((text) => numberingSlips(parsePlan(text)).length === 0);

type Key = (plan: PlanDocument, item: Item) => Typed | undefined;

/** After the key the draft is numbered as cleanly as before. */
function staysClean(key: Key, finish = ""): void {
  fc.assert(
    fc.property(clean, fc.nat(200), (text, pick) => {
      const plan = parsePlan(text);
      const item = plan.items[pick % plan.items.length];
      const typed = item && key(plan, item);
      if (!typed) return;
      const result = applyEdits(text, typed.edits);
      const after = parsePlan(result.slice(0, typed.caret) + finish + result.slice(typed.caret));
      const slips = numberingSlips(after).map((slip) => `${slip.kind} ${slip.item.marker.text}`);
      assert.deepEqual(slips, [], `${text}\n→\n${after.text}`);
      assert.equal(after.items.length, plan.items.length + (finish === "" ? 0 : 1));
    }),
    { numRuns: 250 },
  );
}

describe("编号无误的文稿，按键之后仍然无误", () => {
  it("回车续条", () => {
    staysClean((plan, item) => continueItem(plan, item.span.end), "新任务。做好。");
  });
  it("上移", () => {
    staysClean((plan, item) => moveItem(plan, item.marker.span.start, "up"));
  });
  it("下移", () => {
    staysClean((plan, item) => moveItem(plan, item.marker.span.start, "down"));
  });
  it("降级", () => {
    staysClean((plan, item) => demote(plan, item.marker.span.start));
  });
  it("升级", () => {
    staysClean((plan, item) => promote(plan, item.marker.span.start));
  });
  it("下移之后上移，回到原样", () => {
    fc.assert(
      fc.property(clean, fc.nat(200), (text, pick) => {
        const plan = parsePlan(text);
        const item = plan.items[pick % plan.items.length];
        const down = item && moveItem(plan, item.marker.span.start, "down");
        if (!down) return;
        const moved = parsePlan(applyEdits(text, down.edits));
        const up = moveItem(moved, down.caret, "up");
        assert.equal(up && applyEdits(moved.text, up.edits), text);
      }),
      { numRuns: 250 },
    );
  });
});
