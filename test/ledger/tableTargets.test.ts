import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import { plannedTargets } from "../../server/src/compare/plannedTargets.js";
import { tableTargets } from "../../server/src/ledger/tableTargets.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const PLAN = "云岭市茶业发展规划（2026—2030年）\n一、主要指标\n";

function read(text: string): string[] {
  return tableTargets(parsePlan(text)).map(
    ({ indicator, value, number, unit, comparator, year }) =>
      `${indicator} ${value} ${number ?? "-"} ${unit} ${comparator} ${year ?? "-"}`,
  );
}

describe("指标表里的目标", () => {
  it("单位写在名称后面；规划期以前的是基数", () => {
    assert.deepEqual(
      read(`${PLAN}序号\t指标\t2025年\t2028年\t2030年\t属性\n1\t茶园良种率（%）\t66\t72\t≥75\t预期性\n`),
      ["茶园良种率 72% 0.72 % = 2028", "茶园良种率 ≥75% 0.75 % >= 2030"],
    );
  });

  it("单位另成一栏；增长率是增幅；方括号里的五年累计、其中、空格不读", () => {
    assert.deepEqual(
      read(
        `${PLAN}指标名称\t单位\t2025年\t2030年目标值\n茶园面积\t万亩\t30.5\t32\n茶叶产值增长\t%\t6\t6.5以上\n` +
          "新植茶园\t亩\t—\t〔5000〕\n其中：有机茶园\t万亩\t3\t4\n茶企用工\t人\t\t\n二、任务\n",
      ),
      ["茶园面积 32万亩 320000 亩 = 2030", "茶叶产值 6.5%以上 0.065 % increase 2030"],
    );
  });

  it("增长率是增幅", () => {
    assert.deepEqual(
      read(`${PLAN}指标\t2025年\t2030年\n茶叶产值年均增长（%）\t6\t6.5\n单位产值能耗降低（%）\t2\t3\n`),
      ["茶叶产值年均 6.5% 0.065 % increase 2030", "单位产值能耗 3% 0.03 % decrease 2030"],
    );
  });

  it("Markdown 的表也读", () => {
    assert.deepEqual(read(`${PLAN}| 指标 | 2030年 |\n| --- | --- |\n| 茶园良种率（%） | 75 |\n`), [
      "茶园良种率 75% 0.75 % = 2030",
    ]);
  });

  it("没有规划期的，说去年的，只认写明是目标的一栏", () => {
    const rows = "茶园良种率（%）\t66\t75\n";
    assert.deepEqual(read(`云岭市茶业指标\n一、指标\n指标\t2024年\t2025年\n${rows}`), []);
    assert.deepEqual(read(`云岭市2025年茶业工作总结\n一、指标\n指标\t2024年\t2025年\n${rows}`), []);
    assert.equal(read(`云岭市茶业指标\n一、指标\n指标\t2024年\t2025年目标\n${rows}`).length, 1);
    assert.deepEqual(read(`云岭市茶业指标\n一、指标\n指标\t2024年完成\t2025年完成\n${rows}`), []);
  });

  it("拿不准的表不读：没有指标栏、没有年份栏、栏数不齐、格里不是数", () => {
    for (const table of [
      "项目\t2025年\t2030年\n茶园良种率（%）\t66\t75\n",
      "指标\t单位\t牵头科室\n茶园良种率\t%\t种植科\n",
      "指标\t2025年\t2030年\n茶园良种率（%）\t75\n",
      "指标\t2025年\t2030年\n茶园良种率（%）\t较低\t稳步提高\n",
    ])
      assert.deepEqual(read(PLAN + table), [], table);
  });

  it("已经从话里读出的，不再读一次", () => {
    assert.deepEqual(read(`${PLAN}指标\t2025年\t2030年\n茶园良种率\t66%\t茶园良种率达到75%\n`), []);
  });
});

describe("指标表与别的文稿对照", () => {
  const plan = parsePlan(
    `${PLAN}指标\t2025年\t2026年\t2030年\n茶园良种率（%）\t66\t68\t75\n二、任务\n1.改造茶园。\n`,
  );

  it("年度文稿的目标旁有规划的值", () => {
    const draft = parsePlan("云岭市2026年茶业工作要点\n一、种植\n1.改造茶园。茶园良种率达到67%。\n");
    assert.deepEqual(plannedTargets(draft, plan), [{ value: "68%", year: 2026 }]);
  });

  it("两年的表，同一个指标连成一串", () => {
    const yearly = (year: number, rate: number) =>
      parsePlan(
        `云岭市${year}年茶业工作要点\n一、指标\n指标\t单位\t${year - 1}年\t${year}年\n茶园良种率\t%\t60\t${rate}\n`,
      );
    const { targets } = comparePlans(yearly(2026, 67), [{ plan: yearly(2025, 69), name: "去年" }]);
    assert.deepEqual(
      targets.map(({ indicator, points, change }) => [
        indicator,
        ...points.map(({ value }) => value),
        change,
      ]),
      [["茶园良种率", "69%", "67%", "lowered"]],
    );
  });
});
