import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { plannedTargets } from "../../server/src/compare/plannedTargets.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

/** What stands beside each target of the draft: 指标 值 | 规划值 规划年份, or nothing behind the stroke. */
function beside(draft: string, plan: string): string[] {
  const here = parsePlan(`云岭市教育局2027年工作要点\n${draft}`);
  const long = parsePlan(`云岭市教育事业“十五五”规划\n本规划的规划期为2026—2030年。\n${plan}`);
  const planned = plannedTargets(here, long);
  assert.equal(planned.length, here.targets.length);
  return here.targets.map(({ indicator, value }, i) => {
    const one = planned[i];
    return `${indicator} ${value} | ${one ? `${one.value} ${one.year}` : ""}`;
  });
}

describe("指标台账：规划对同一指标的要求", () => {
  it("同一指标，写法不同也认得；规划有几年的值，取本稿那年或其后最近的一年", () => {
    assert.deepEqual(
      beside(
        "一、任务。普惠幼儿园覆盖率达到93%。新增校外劳动实践基地7个。智慧校园覆盖率达到50%。",
        "一、任务。到2030年，普惠性幼儿园覆盖率达到95%以上。新增校外劳动实践基地30个。到2026年，智慧校园覆盖率达到45%；到2028年，智慧校园覆盖率达到60%；到2030年，智慧校园覆盖率达到85%。",
      ),
      [
        "普惠幼儿园覆盖率 93% | 95%以上 2030",
        "新增校外劳动实践基地 7个 | 30个 2030",
        "智慧校园覆盖率 50% | 60% 2028",
      ],
    );
  });

  const quiet: Readonly<Record<string, readonly [draft: string, plan: string]>> = {
    只说了覆盖率的是哪个覆盖率无从知道: ["一、任务。覆盖率达到93%。", "一、任务。覆盖率达到95%。"],
    公办与普惠是两回事: ["一、任务。公办园占比达到60%。", "一、任务。普惠园占比达到90%。"],
    规划对同一年有两个值: [
      "一、任务。智慧校园覆盖率达到50%。",
      "一、任务。到2030年，智慧校园覆盖率达到85%。\n二、保障。到2030年，智慧校园覆盖率达到90%。",
    ],
    规划只说到本稿之前: ["一、任务。智慧校园覆盖率达到50%。", "一、任务。到2026年，智慧校园覆盖率达到45%。"],
    单位不同: ["一、任务。培训骨干教师300人。", "一、任务。培训骨干教师20个班。"],
    提高几个百分点不是达到百分之几: [
      "一、任务。智慧校园覆盖率提高5个百分点。",
      "一、任务。到2030年，智慧校园覆盖率达到85%。",
    ],
    已完成的不是要求: ["一、任务。智慧校园覆盖率达到50%。", "一、基础。2025年，智慧校园覆盖率达到45%。"],
    本稿同年数了两次的是两样东西: [
      "一、任务。建设校外研修基地3个。\n二、保障。建设校外研修基地5个。",
      "一、任务。建设校外研修基地20个。",
    ],
  };
  for (const [why, [draft, plan]] of Object.entries(quiet))
    it(`不列：${why}`, () => {
      assert.ok(parsePlan(plan).targets.length > 0);
      const rows = beside(draft, plan);
      assert.ok(rows.length > 0 && rows.every((row) => row.endsWith("| ")), rows.join("\n"));
    });
});
