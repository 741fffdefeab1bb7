import { describe, it } from "mocha";
import { targetBeyond } from "../../../../server/src/check/rules/targets/targetBeyond.js";
import { targetPast } from "../../../../server/src/check/rules/targets/targetPast.js";
import { checkRule } from "../../../support/checkRule.js";

const annual = "云岭市教育局2026年工作要点\n一、任务\n";
const plan = "云岭市教育事业发展“十五五”规划\n一、发展基础\n略。\n二、主要任务\n";

describe("target-past 目标期限不早于规划期", () => {
  const check = checkRule(targetPast);
  it("上年的期限：改为本年", () => {
    check(`${annual}1.改善设施。⟦2025年底前完成宿舍改造12栋⟧，防止反弹。`, {
      fixed: `${annual}1.改善设施。2026年底前完成宿舍改造12栋，防止反弹。`,
    });
  });
  it("规划里上一期的期限", () => {
    check(`${plan}（一）学前。⟦到2024年，普惠率达到92%⟧。`.replace("⟦到2024年，", "到2024年，⟦"), {
      fixed: `${plan}（一）学前。到2030年，普惠率达到92%。`,
    });
  });
  it("一句里许多指标，年份只在句首", () => {
    check(`${annual}1.设施。⟦2025年底前完成宿舍改造12栋⟧，⟦食堂改造8个⟧，⟦操场改造6个⟧。`, {
      fixed: `${annual}1.设施。2026年底前完成宿舍改造12栋，食堂改造8个，操场改造6个。`,
    });
  });
  const quiet: readonly (readonly [string, string])[] = [
    ["上年的成绩", `${annual}1.学前。2025年，普惠率达到92%。`],
    ["基期", `${annual}1.近视防控。近视率比2025年下降1个百分点。`],
    ["与上一期末相比", `${annual}1.安全。事故总量较“十三五”末下降42%，死亡率比“十四五”末下降5%。`],
    ["何时建的，不是何时完成", `${annual}1.更新。完成2000年底前建成的7个老旧小区改造，惠及居民3865户。`],
    [
      "上一期升到的水平",
      `${annual}1.收入。人均收入由2020年的2.18万元增加到2025年的3.02万元，覆盖率由2020年底的30%提高到2025年底的38%。`,
    ],
    ["何时立的项", `${annual}1.更新。确保2022年前批准立项的23个项目处置率达到90%。`],
    ["何时欠的账", `${annual}1.更新。消化2025年（含）以前形成的存量债务2亿元。`],
    ["早年的遗留", `${annual}1.登记。化解2015年前出让住宅项目历史遗留问题18个。`],
    ["已完成", `${annual}1.宿舍。2025年底前已完成改造12栋，今年完成10栋。`],
    [
      "规划第一章说的是过去",
      "云岭市教育事业发展“十五五”规划\n一、回望来路\n到2025年底，普惠率达到92%。\n二、任务\n略。",
    ],
    ["导语", "云岭市教育局2026年工作要点\n到2025年底，普惠率达到92%。\n一、任务\n略。"],
    ["题目没有年份", "云岭市学前教育实施方案\n一、任务\n1.2019年底前新建园所5所。"],
  ];
  for (const [why, draft] of quiet) it(`不报：${why}`, () => void check(draft));
});

// The years stand right behind the numbers: 1.2025年 is no decimal.
describe("target-past 编号之后紧接年份", () => {
  const check = checkRule(targetPast);
  it("编号不是年份的一部分", () => {
    check(`${annual}1.⟦2025年底前完成宿舍改造12栋⟧。`, { fixed: `${annual}1.2026年底前完成宿舍改造12栋。` });
  });
});

describe("target-beyond 目标期限不晚于规划期", () => {
  const check = checkRule(targetBeyond);
  it("超出规划期：改为期末", () => {
    check(`${plan}（一）职教。⟦到2031年，实训基地达到40个⟧。`, {
      fixed: `${plan}（一）职教。到2030年，实训基地达到40个。`,
      says: "目标期限2031年超出本文的规划期（至2030年）。",
    });
  });
  it("上一句的展望与这一句无关", () => {
    check(`${plan}（一）职教。展望未来，任重道远。⟦到2031年，实训基地达到40个⟧，⟦到2032年，专业达到9个⟧。`);
  });
  const quiet: readonly (readonly [string, string])[] = [
    [
      "同句的几个远期目标",
      `${plan}（一）职教。展望将来，到2031年，实训基地达到40个，到2032年，专业达到9个。`,
    ],
    ["远景目标", `${plan}展望2035年，受教育年限达到12.5年。`],
    ["整五年的远期目标", "云岭市行动方案（2026—2028年）\n一、目标\n到2030年，普惠率达到95%。"],
    ["年度要点里的中期目标", `${annual}1.职教。到2028年，实训基地达到40个。`],
    ["期内", `${plan}（一）职教。到2030年，实训基地达到40个。`],
  ];
  for (const [why, draft] of quiet) it(`不报：${why}`, () => void check(draft));
});
