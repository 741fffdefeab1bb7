import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { newDraft } from "../../server/src/author/draft/newDraft.js";
import type { SectionOrder } from "../../server/src/author/draft/sections.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { withMarks } from "./marked.js";

const order = JSON.parse(readFileSync("snippets/sections.json", "utf8")) as SectionOrder;
const snippets = JSON.parse(readFileSync("snippets/policy-plan.json", "utf8")) as Record<
  string,
  { body: string[] }
>;

/** Last year's draft taken on to a year, what asks for attention marked. */
function carried(text: string, year: number): string {
  const draft = newDraft("annual-points", year, { lastYear: parsePlan(text), order, snippets });
  return withMarks(
    draft.text,
    draft.attention.map((one) => one.span),
  );
}

describe("由上年文稿起草", () => {
  const cases: readonly (readonly [string, string, number, string])[] = [
    [
      "年份顺移，目标与日期标出",
      "云岭市教育局2025年工作要点\n2025年是关键一年。\n一、甲\n新建幼儿园3所，6月底前完成，比2024年多1所。",
      2026,
      "云岭市教育局2026年工作要点\n2026年是关键一年。\n一、甲\n新建幼儿园⟦3所⟧，⟦6月底前⟧完成，比⟦2024⟧年多1所。",
    ],
    [
      "文号与成文日期也顺移",
      "云教发〔2025〕6号\n云岭市教育局关于印发2025年工作要点的通知\n各学校：\n现将《云岭市教育局2025年工作要点》印发给你们。\n云岭市教育局\n2025年2月25日\n云岭市教育局2025年工作要点\n一、甲",
      2026,
      "⟦云教发〔2026〕6号⟧\n云岭市教育局关于印发2026年工作要点的通知\n各学校：\n现将《云岭市教育局2026年工作要点》印发给你们。\n云岭市教育局\n⟦2026年2月25日⟧\n云岭市教育局2026年工作要点\n一、甲",
    ],
    [
      "他人文件的年份不动而标出",
      "云岭市教育局2025年工作要点\n一、甲\n落实《全省2025年工作安排》。",
      2026,
      "云岭市教育局2026年工作要点\n一、甲\n落实《全省⟦2025⟧年工作安排》。",
    ],
    [
      "五年规划移到下一个五年",
      "云岭市教育“十四五”规划\n规划期为2021—2025年。\n一、甲\n到2025年，“十四五”任务完成。",
      2026,
      "云岭市教育“十五五”规划\n规划期为2026—2030年。\n一、甲\n到2030年，“十五五”任务完成。",
    ],
    ["汉字年份", "云岭市二〇二五年教育工作意见\n一、甲", 2027, "云岭市二〇二七年教育工作意见\n一、甲"],
  ];
  for (const [name, text, year, expected] of cases)
    it(name, () => assert.equal(carried(text, year), expected));

  it("示例：条目一条不少，目标一个不漏", () => {
    const path = "examples/bureau/2025/云岭市教育局2025年工作要点.plan";
    const lastYear = parsePlan(readFileSync(path, "utf8"));
    const draft = newDraft("annual-points", 2026, { lastYear, order, snippets });
    const plan = parsePlan(draft.text);
    assert.equal(plan.period?.from, 2026);
    assert.deepEqual(
      plan.items.map((item) => item.marker.text),
      lastYear.items.map((item) => item.marker.text),
    );
    const listed = new Set(draft.attention.map((one) => one.span.start));
    const goals = plan.targets.filter((target) => target.kind === "goal");
    for (const goal of goals) assert.ok(listed.has(goal.valueSpan.start), goal.value);
  });
});

describe("由片段起草", () => {
  it("没有上年文稿的，用该文种的整篇", () => {
    const draft = newDraft("implementation-plan", 2027, { order, snippets });
    assert.equal(parsePlan(draft.text).kind, "implementation-plan");
    assert.ok(draft.text.includes("2027年"));
    assert.deepEqual(draft.attention, []);
  });
  it("认不出文种的给空文稿", () => assert.equal(newDraft("unknown", 2027, { order, snippets }).text, ""));
});
