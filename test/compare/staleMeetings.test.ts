import assert from "node:assert/strict";
import { staleMeetings } from "../../server/src/compare/staleMeetings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const plan = (year: number, ...lines: string[]) =>
  parsePlan([`云岭市教育局${year}年工作要点`, ...lines].join("\n"));
const old = "一、党的建设\n1.深入贯彻党的二十大和二十届二中、三中全会精神。";

describe("沿用上年句子里的全会", () => {
  it("一字不差，全文不知道又开过一次：列出可改成什么", () => {
    const draft = plan(2026, "一、党的建设\n3.深入贯彻党的二十大和二十届二中、三中全会精神。");
    const [found, ...more] = staleMeetings(draft, plan(2025, old));
    assert.deepEqual(more, []);
    assert.equal(found?.found, "二十届二中、三中全会");
    assert.equal(draft.text.slice(found.span.start, found.span.end), found.found);
    assert.equal(found.newest, "二十届四中全会");
    assert.deepEqual(found.proposals, ["二十届二中、三中、四中全会", "二十届历次全会"]);
  });

  const quiet: readonly (readonly [why: string, year: number, ...lines: string[]])[] = [
    ["另一处提到了新开的全会", 2026, old, "2.学习党的二十届四中全会精神。"],
    ["另一处说历次全会", 2026, old, "2.学习二十届历次全会精神。"],
    ["句子改过", 2026, "一、党的建设\n1.持续贯彻党的二十届三中全会精神，建强组织。"],
    ["其间没有开过全会", 2025, old],
    ["引用决定，不是部署贯彻", 2026, "一、党的建设\n1.按照二十届三中全会决定要求办好学校。"],
  ];
  for (const [why, year, ...lines] of quiet) {
    it(`不报：${why}`, () => {
      const earlier = plan(year - 1, old, "1.按照二十届三中全会决定要求办好学校。");
      assert.deepEqual(staleMeetings(plan(year, ...lines), earlier), []);
    });
  }
});
