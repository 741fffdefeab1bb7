import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { shownChange } from "../../server/src/write/report/shownChange.js";
import { remarked, yearlyPlan } from "./remarked.js";

const WORK = "完善联席会议制度，定期组织集中研判，办好经验交流会和现场观摩会，推广优秀工作成果。";

/** What a reader is shown of each indicator, with the remarks on targets if there are any. */
function shown(before: string, now: string): string[] {
  const [draft, earlier] = [now, before].map((words, i) =>
    yearlyPlan(2026 - i, "一、提升质量", `1.改进工作。${WORK}${words}`),
  ) as [PlanDocument, PlanDocument];
  const { targets } = comparePlans(draft, [{ plan: earlier, name: "去年" }]);
  const remarks = remarked(draft, earlier).filter((one) => one.startsWith("target"));
  return [
    ...targets.map((one) => `${one.indicator} ${shownChange(one)}`),
    ...remarks.map((one) => one.split(" ")[0] ?? ""),
  ];
}

type Cases = Readonly<Record<string, readonly [before: string, now: string, ...found: string[]]>>;

function tell(cases: Cases): void {
  for (const [name, [before, now, ...found]] of Object.entries(cases))
    it(name, () => assert.deepEqual(shown(before, now), found));
}

describe("财政与货币的总量，有增有减，谈不上调高调低", () => {
  tell({
    赤字少了: ["安排财政赤字6亿元。", "安排财政赤字5亿元。", "安排财政赤字 neutral"],
    赤字多了: ["安排财政赤字5亿元。", "安排财政赤字6亿元。", "安排财政赤字 neutral"],
    赤字率高了: ["赤字率2.6%左右。", "赤字率3%左右。", "赤字率 neutral"],
    专项债券少了: [
      "安排地方政府专项债券8亿元。",
      "安排地方政府专项债券7亿元。",
      "安排地方政府专项债券 neutral",
    ],
    货币供应增得慢了: ["广义货币供应量增长9%。", "广义货币供应量增长8%。", "广义货币供应量 neutral"],
    增长目标与增长: ["广义货币M2增长目标为9%。", "广义货币增长8%。", "广义货币 neutral"],
    别的支出还是调低: [
      "教育专项经费达到6000万元。",
      "教育专项经费达到5000万元。",
      "教育专项经费 lowered",
      "target-lowered",
    ],
    债务化解率还是调低: [
      "隐性债务化解率达到95%。",
      "隐性债务化解率达到90%。",
      "隐性债务化解率 lowered",
      "target-lowered",
    ],
  });
});

describe("名字差一个词，就是两个指标；说法不同，还是一个指标", () => {
  tell({
    登记失业率与调查失业率: [
      "城镇调查失业率5.2%左右，城镇登记失业率3.6%以内。",
      "城镇调查失业率5.2%左右。",
      "城镇调查失业率 kept",
      "城镇登记失业率 dropped",
    ],
    "去年只有登记失业率，今年只有调查失业率": [
      "城镇登记失业率控制在3.6%以内。",
      "城镇调查失业率控制在5.2%以内。",
      "城镇调查失业率 new",
      "城镇登记失业率 dropped",
    ],
    常住人口与户籍人口: [
      "户籍人口城镇化率达到48%。",
      "常住人口城镇化率达到46%。",
      "常住人口城镇化率 new",
      "户籍人口城镇化率 dropped",
    ],
    进出口与出口: [
      "外贸进出口总额达到90亿元。",
      "外贸出口总额达到60亿元。",
      "外贸出口总额 new",
      "外贸进出口总额 dropped",
    ],
    物价总水平: [
      "居民消费价格总水平涨幅控制在4%左右。",
      "居民消费价格涨幅控制在3%左右。",
      "居民消费价格涨幅 raised",
    ],
    物价指数: ["居民消费价格指数涨幅3%左右。", "居民消费价格涨幅3%左右。", "居民消费价格涨幅 kept"],
    "涨3%与涨幅3%": ["居民消费价格上涨3%左右。", "居民消费价格涨幅2%左右。", "居民消费价格涨幅 raised"],
    物价涨得少了: ["居民消费价格上涨3%左右。", "居民消费价格上涨2%左右。", "居民消费价格上涨 raised"],
    "增速6%与增长6%": [
      "规上工业增加值增速达到6%。",
      "规上工业增加值增长5%。",
      "规上工业增加值 lowered",
      "target-lowered",
    ],
    增速不超过几就是越低越好: [
      "一般性支出增速不超过5%。",
      "一般性支出增速不超过3%。",
      "一般性支出增速 raised",
    ],
  });
});

describe("没有说是什么的名字，对不上，也丢不了", () => {
  tell({
    投入资金: ["建设绿道，投入资金9000万元。", "改造泵站，投入资金8000万元。"],
    市财政拟投入: ["建设绿道，市财政拟投入6亿元。", "改造泵站，市财政拟投入5亿元。"],
    总投资: ["建设绿道，总投资9亿元。", "改造泵站，总投资8亿元。"],
    安排专项资金: ["建设绿道，安排专项资金3亿元。", "改造泵站。"],
    说了是什么的资金: [
      "安排社区养老专项资金3亿元。",
      "安排社区养老专项资金2亿元。",
      "安排社区养老专项资金 lowered",
      "target-lowered",
    ],
  });
});

describe("几年的数，不同一年的比", () => {
  tell({
    五年合计与一年: ["“十五五”时期要完成水利投资500亿元。", "全年完成水利投资100亿元。", "完成水利投资 work"],
    五年新增与一年: ["五年新增绿地面积达到600公顷。", "今年新增绿地面积达到110公顷。", "新增绿地面积 work"],
    年限还没有到: ["到2030年，森林覆盖率达到62%。", "改造泵站。", "森林覆盖率 not-due"],
    年限到了: ["到2026年，森林覆盖率达到62%。", "改造泵站。", "森林覆盖率 dropped", "target-dropped"],
    压减的产能: ["压减水泥产能50万吨。", "压减水泥产能30万吨。", "压减水泥产能 work"],
  });
});
