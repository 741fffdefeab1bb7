import { describe, it } from "mocha";
import { targetBaseline } from "../../../../server/src/check/rules/targets/targetBaseline.js";
import { targetBounds } from "../../../../server/src/check/rules/targets/targetBounds.js";
import { targetConflict } from "../../../../server/src/check/rules/targets/targetConflict.js";
import { targetPoints } from "../../../../server/src/check/rules/targets/targetPoints.js";
import { targetTimes } from "../../../../server/src/check/rules/targets/targetTimes.js";
import { targetVague } from "../../../../server/src/check/rules/targets/targetVague.js";
import { untilForm } from "../../../../server/src/check/rules/targets/untilForm.js";
import type { Rule } from "../../../../server/src/check/rule.js";
import { checkRule } from "../../../support/checkRule.js";

const annual = "云岭市教育局2026年工作要点\n一、任务\n";
const aim = "云岭市教育发展规划（2026—2030年）\n一、主要目标\n到2030年，义务教育巩固率达到";
const table = "指标\t单位\t2025年\t2028年\t2030年\n";
const targets = "云岭市教育事业发展“十五五”规划\n一、主要目标\n";

function quietly(rule: Rule, cases: readonly (readonly [string, string])[]): void {
  const check = checkRule(rule);
  for (const [why, draft] of cases) it(`不报：${why}`, () => void check(draft));
}

describe("target-conflict 同一指标前后一致", () => {
  it("同一年份两个数：改从前文", () => {
    checkRule(targetConflict)(
      `${annual}1.学前教育毛入园率达到97.5%以上。\n2.把⟦学前教育毛入园率达到97%⟧作为重点。`,
      {
        fixed: `${annual}1.学前教育毛入园率达到97.5%以上。\n2.把学前教育毛入园率达到97.5%以上作为重点。`,
        says: "“学前教育毛入园率”此处为97%，前文为97.5%以上。",
      },
    );
  });
  it("文中与指标表不一致；九年义务教育也认得", () => {
    checkRule(targetConflict)(`${aim}98%。\n${table}\n⟦九年义务教育巩固率\t%\t96.2\t97\t97.5⟧\n`, {
      says: "“九年义务教育巩固率”此处为97.5%，前文为98%。",
    });
    checkRule(targetConflict)(
      `${table}毛入园率\t%\t94\t95\t96\n2.学前毛入园率\t%\t94\t95\t≥96\n${aim.replace("义务教育巩固率", "⟦学前毛入园率")}95%⟧。`,
    );
  });
  quietly(targetConflict, [
    ["文中与指标表一致", `${aim}98%。\n${table}义务教育巩固率\t%\t96.2\t97\t98\n`],
    ["文中给了界限，表里在界限之内", `${aim}97%以上。\n${table}义务教育巩固率\t%\t96.2\t97\t98\n`],
    ["表里给了界限，文中在界限之内", `${aim}98%。\n${table}义务教育巩固率\t%\t96.2\t97\t≥97.5\n`],
    ["表里没有那一年的数", `${aim}98%。\n${table}义务教育巩固率\t%\t96.2\t97\t—\n`],
    [
      "城区、乡村各有一张表",
      `${aim}98%。\n城区\n${table}义务教育巩固率\t%\t96.2\t97\t98\n乡村\n${table}义务教育巩固率\t%\t93\t94\t95\n`,
    ],
    ["别的年份", `${aim.replace("到2030", "到2029")}97.8%。\n${table}义务教育巩固率\t%\t96.2\t97\t98\n`],
    ["两个年份", `${targets}到2027年，智慧校园覆盖率达到60%；到2030年，智慧校园覆盖率达到85%。`],
    ["短名两义", `${annual}1.小学：巩固率达到100%。\n2.初中：巩固率达到99%。`],
    ["前后相同", `${annual}1.学前教育毛入园率达到97%。\n2.学前教育毛入园率达到97%。`],
    [
      "一处一处地报告同比",
      `${annual}1.国控断面中，优良断面比例为85%，同比提高3个百分点。\n2.六条支流中，优良断面比例为90%，同比提高1个百分点。`,
    ],
    ["几个率分别达到", `${annual}1.毛入园率、普惠率、公办率分别达到95%、90%、60%以上。`],
    ["其中之一", `${annual}1.公办园在园幼儿占比达到60%。\n2.其中公办园在园幼儿占比达到50%的县3个。`],
  ]);
});

describe("target-baseline 写明基数", () => {
  it("只说比上年下降几个百分点", () => {
    checkRule(targetBaseline)(`${annual}1.⟦近视率比上年下降1个百分点⟧。`);
  });
  it("各句看各句的", () => {
    checkRule(targetBaseline)(
      `${annual}1.近视率比上年下降1个百分点，降至50%。⟦肥胖率比上年下降1个百分点⟧，⟦龋齿率比上年下降2个百分点⟧。`,
    );
  });
  quietly(targetBaseline, [
    ["写了达到多少", `${annual}1.近视率比上年下降1个百分点，降至50%以内。`],
    ["每年下降", `${annual}1.近视率每年下降1个百分点。`],
  ]);
});

describe("target-vague 目标里的“显著”", () => {
  it("同句别的都有数", () => {
    checkRule(targetVague)(`${targets}——健康。优良率达到65%以上，近视率控制在47%以内，⟦学生素质显著提升⟧。`);
  });
  it("一段里各句看各句的", () => {
    checkRule(targetVague)(
      `${targets}——健康。优良率达到65%以上，近视率控制在47%以内，⟦学生素质显著提升⟧，⟦办学条件明显改善⟧。毛入园率达到95%以上，办学水平显著提升。`,
    );
  });
  quietly(targetVague, [
    ["总领的话", `${targets}到2030年，办学水平显著提升，治理能力明显增强，服务能力大幅提升，优良率达到65%。`],
    ["不在目标一节", `${annual}1.优良率达到65%以上，近视率控制在47%以内，学生素质显著提升。`],
  ]);
});

describe("target-bounds 界限只说一次", () => {
  it("不低于……以上", () => {
    checkRule(targetBounds)("毛入园率⟦不低于95%以上⟧，失业率⟦不超过4%以内⟧。", {
      fixed: "毛入园率不低于95%，失业率不超过4%。",
    });
    checkRule(targetBounds)(
      "⟦超过90%以上⟧的学校，⟦至少3天以上⟧的培训，产值⟦突破20亿元以上⟧，⟦超过二十株以上⟧的。",
      { fixed: "超过90%的学校，至少3天的培训，产值突破20亿元，超过二十株的。" },
    );
  });
  quietly(targetBounds, [
    ["控制在……以内是一个界限", "失业率控制在4%以内。"],
    ["从哪里到哪里是两个界限", "距校门超过300米以内的区域，超过二百米以内区域。"],
    ["级别不是界限", "不低于二级以上标准，至少一名县级以上骨干教师。"],
  ]);
});

describe("target-times 减少不用倍数", () => {
  it("下降2倍", () => void checkRule(targetTimes)("审批时间⟦缩短2倍⟧。"));
  quietly(targetTimes, [["增长用倍数", "规模增长2倍，扩大到3倍。"]]);
});

describe("target-points 比率升降用百分点", () => {
  it("率提高3%", () => {
    checkRule(targetPoints)("巩固率比上年提高⟦3%⟧。", { fixed: "巩固率比上年提高3个百分点。" });
    checkRule(targetPoints)("治疗有效率提高⟦3%⟧。", { fixed: "治疗有效率提高3个百分点。" });
  });
  quietly(targetPoints, [
    ["达到的水平", "巩固率提高到99%，毛入学率达到98%。"],
    ["量的增长", "经费投入增长6%，增长率提高的幅度为3%。"],
    [
      "不是百分之几的率",
      "全员劳动生产率提高6%，土地产出率年均提高5%，容积率提高20%，办事效率提升30%，亿元GDP生产安全事故死亡率下降5%，投诉率下降20%。",
    ],
  ]);
});

describe("until-form 截至", () => {
  it("统计到某年底", () => {
    checkRule(untilForm)("⟦截止⟧2025年底，全市共有幼儿园320所。", {
      fixed: "截至2025年底，全市共有幼儿园320所。",
    });
  });
  quietly(untilForm, [
    ["报名截止", "报名截止2026年3月1日，逾期不再受理。"],
    ["到此停止", "申报工作3月1日截止。"],
  ]);
});
