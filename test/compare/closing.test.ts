import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import { changedCharacters, passageOf } from "../../server/src/write/report/model.js";
import { remarked, yearlyPlan } from "./remarked.js";

const TASKS = [
  "一、办好学校",
  "1.改造校舍。维修操场和围墙，更换老旧门窗，增设饮水点。",
  "2.关爱教师。落实体检和休假，办好教工食堂，评选最美教师。",
];

describe("文末的结束语，不算最后一条的话", () => {
  const closings: Readonly<Record<string, readonly [before: string, now: string]>> = {
    各位代表: [
      "各位代表！山海不为远，功成必有期，我们一起把蓝图画到底。",
      "各位代表！新程已启，春山可望，我们以实绩回应乡亲们的期盼。",
    ],
    "同志们，单独一行": [
      "同志们：\n今年的担子不轻，请大家多出力。",
      "同志们！\n任务都摆在这里了，抓紧干起来。",
    ],
    让我们: ["　　让我们携起手来，向着更远处出发！", "　　让我们以更足的干劲开创新局面！"],
    "一年有，一年没有": ["各位委员，以上工作离不开大家的监督。", ""],
  };
  for (const [name, [before, now]] of Object.entries(closings))
    it(name, () => {
      const [draft, earlier] = [yearlyPlan(2026, ...TASKS, now), yearlyPlan(2025, ...TASKS, before)];
      const matches = comparePlans(draft, [{ plan: earlier, name: "去年" }]).years[0]?.matches ?? [];
      const last = matches.find((match) => match.draft.title.startsWith("关爱教师"));
      assert.ok(last);
      assert.deepEqual([last.relation, changedCharacters(last)], ["same", 0]);
      const { start, end } = passageOf(draft, last.draft);
      assert.ok(draft.text.slice(start, end).trimEnd().endsWith("评选最美教师。"));
    });

  it("不是结束语的，照算", () => {
    const [draft, earlier] = [
      yearlyPlan(2026, ...TASKS, "还要办好教师节座谈会。"),
      yearlyPlan(2025, ...TASKS, "还要走访退休教师。"),
    ];
    const matches = comparePlans(draft, [{ plan: earlier, name: "去年" }]).years[0]?.matches ?? [];
    const last = matches.find((match) => match.draft.title.startsWith("关爱教师"));
    assert.ok(last && changedCharacters(last) > 0);
  });

  const OWN =
    "对照权责清单履职尽责，压减会议和报表，办文办会一律限时，窗口单位试行延时服务，热线诉求当天派单、三天回音，年底请服务对象打分，分数低的处室公开说明。";

  it("上年单列的一条，今年写在结束语里：不说没有了", () => {
    const earlier = yearlyPlan(2025, ...TASKS, `3.改进机关自身。${OWN}`);
    const dropped = (closing: string): string[] =>
      remarked(yearlyPlan(2026, ...TASKS, closing), earlier).filter((one) => one.startsWith("task-dropped"));
    assert.deepEqual(
      dropped(`各位代表！做好今年的事，先要管好自己。${OWN.replace("窗口单位试行", "各窗口全面推行")}`),
      [],
    );
    assert.equal(
      dropped(`各位代表！${"山高水长，道阻且跻，众志成城，未来可期，".repeat(3)}愿与诸君共勉。`).length,
      1,
    );
  });
});
