import assert from "node:assert/strict";
import { describe } from "mocha";
import { commonTokens } from "../../server/src/compare/commonTokens.js";
import type { YearComparison } from "../../server/src/compare/comparePlans.js";
import { createDifference } from "../../server/src/compare/difference.js";
import { losses } from "../../server/src/compare/droppedTasks.js";
import { readIndicator } from "../../server/src/compare/indicatorName.js";
import { staleYears } from "../../server/src/compare/staleYears.js";
import { isBoilerplate } from "../../server/src/compare/stockPhrases.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { characterSegmenter } from "../../server/src/segment/segmenter.js";
import { withWholeTokens } from "../../server/src/segment/wholeTokens.js";
import { timed } from "../support/timed.js";

/** Milliseconds of the fastest of three runs. */
function fastest(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("再怪的长文也只费成比例的时间", () => {
  const years = (count: number) => {
    const [draft, earlier] = [2026, 2025].map((year) => ({
      ...parsePlan(`云岭市教育局${year}年工作要点\n`),
      text: "2025年《".repeat(count),
    }));
    if (draft && earlier) staleYears(draft, earlier);
  };
  const difference = createDifference(characterSegmenter.cut);
  const rewritten = (count: number) => {
    const [earlier, draft] = [7, 13].map((step) => {
      const letters = Array.from({ length: count }, (_, i) =>
        String.fromCharCode(0x4e00 + ((i * step) % 97)),
      );
      return { text: letters.join(""), span: { start: 0, end: count } };
    });
    if (earlier && draft) difference(earlier, draft);
  };
  // Each number ends one line and begins the next, the year of every line has changed: of all words only those at the
  // two ends stand once, and when they are taken off, so do the next.
  const lineByLine = (count: number) => {
    const words = (year: number): Int32Array =>
      Int32Array.from({ length: count * 4 }, (_, i) => (i % 4 < 2 ? year + (i % 2) : 2 + (i >> 2) + (i % 2)));
    const weights = new Array<number>(count + 8).fill(3);
    assert.ok(commonTokens({ a: words(count + 4), b: words(count + 6), weights }).includes(count * 2 + 2));
  };
  const goneOfOne = (count: number) => {
    const tasks = Array.from({ length: count }, (_, i) => `${(i % 900) + 1}.甲\n`).join("");
    const plan = parsePlan(`云岭市教育局2026年工作要点\n一、任务\n${tasks}`);
    const dropped = plan.items.slice(2).map(({ index }) => ({ index }));
    const lost = losses(plan, { dropped, dissolved: [] } as unknown as YearComparison);
    assert.equal(lost.length, count - 1, "one task is left, each of the others is lost for itself");
  };
  const works: readonly (readonly [string, (count: number) => void])[] = [
    ["数与量词", (count) => withWholeTokens("1".repeat(count), [..."1".repeat(count)])],
    ["千位逗号", (count) => withWholeTokens("1,111".repeat(count), [..."1,111".repeat(count)])],
    ["字母", (count) => withWholeTokens("A1".repeat(count), [..."A1".repeat(count)])],
    ["百分之", (count) => withWholeTokens("百分之一".repeat(count), [..."百分之一".repeat(count)])],
    ["指标名尾", (count) => readIndicator("达到为".repeat(count) + "率")],
    ["指标名头", (count) => readIndicator("全市2025年的".repeat(count))],
    ["套话标题", (count) => isBoilerplate("加强进一步".repeat(count) + "师")],
    ["往年年份", years],
    ["全文改写", rewritten],
    ["每行换年份，数字行行相接", lineByLine],
    ["一章里删去大半", goneOfOne],
  ];
  for (const [name, work] of works) {
    timed(name, () => {
      const [small, large] = [fastest(() => work(2_000)), fastest(() => work(20_000))];
      // Ten times the text. On a busy machine forty times the time is still linear; a square would be a hundred times.
      assert.ok(large < Math.max(300, small * 40), `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });
  }
});
