import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { continueItem } from "../../../server/src/author/typing/continueItem.js";
import { type Direction, moveItem } from "../../../server/src/author/typing/moveItem.js";
import { demote, promote } from "../../../server/src/author/typing/shiftLevel.js";
import type { Typed } from "../../../server/src/author/typing/typed.js";
import type { Item, PlanDocument } from "../../../server/src/plan/model.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../../server/src/text/span.js";
import { examplePlans } from "../../support/draftTexts.js";

/** The first chapters of a draft whose numbers are right: what a key does to one item it must be able to take back. */
const [draft = ""] =
  examplePlans()
    .find((text) => text.includes("教育局2025年工作要点"))
    ?.split("\n四、") ?? [];
const plan = parsePlan(draft);

const after = (of: PlanDocument, { edits }: Typed): PlanDocument => parsePlan(applyEdits(of.text, edits));
const titles = ({ items }: PlanDocument): string[] => items.map(({ title }) => title).sort();
const named = (of: PlanDocument, item: Item): Item => {
  const [found] = of.items.filter(({ title }) => title === item.title);
  assert.ok(found, item.title);
  return found;
};

describe("按键：成篇文稿的每一条", () => {
  it("有二十来条可试", () => {
    assert.ok(plan.items.length > 20, String(plan.items.length));
  });
  it("下移再上移、上移再下移，一字不差；光标跟着这一条", () => {
    const back: Readonly<Record<Direction, Direction>> = { up: "down", down: "up" };
    for (const item of plan.items) {
      for (const direction of ["up", "down"] as const) {
        const moved = moveItem(plan, item.marker.span.start, direction);
        if (!moved) continue;
        const now = after(plan, moved);
        assert.deepEqual(titles(now), titles(plan), item.title);
        assert.equal(named(now, item).marker.span.start, moved.caret, item.title);
        const returned = moveItem(now, moved.caret, back[direction]);
        assert.equal(returned && after(now, returned).text, draft, item.title);
      }
    }
  });
  it("降一级、升一级：条目一条不少，这一条的层级正好差一", () => {
    for (const item of plan.items) {
      for (const [key, by] of [
        [demote, 1],
        [promote, -1],
      ] as const) {
        const shifted = key(plan, item.marker.span.start);
        if (!shifted) continue;
        const now = after(plan, shifted);
        assert.deepEqual(titles(now), titles(plan), item.title);
        assert.equal(named(now, item).level, item.level + by, item.title);
      }
    }
  });
  it("条末回车，写上几个字就是新的一条；不写再回车，又没有了", () => {
    for (const { start, paragraph } of plan.lines) {
      const typed = continueItem(plan, start + paragraph.text.length);
      if (!typed) continue;
      const opened = after(plan, typed);
      const { text } = opened;
      const written = parsePlan(`${text.slice(0, typed.caret)}新添一项。${text.slice(typed.caret)}`);
      assert.equal(written.items.length, plan.items.length + 1, paragraph.text);
      const left = continueItem(opened, typed.caret);
      assert.ok(left, paragraph.text);
      assert.deepEqual(
        after(opened, left).items.map(({ marker, title }) => marker.text + title),
        plan.items.map(({ marker, title }) => marker.text + title),
      );
    }
  });
});
