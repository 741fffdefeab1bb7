import { describe, it } from "mocha";
import { yearStale } from "../../../../server/src/check/rules/targets/yearStale.js";
import { yearTitleMismatch } from "../../../../server/src/check/rules/targets/yearTitleMismatch.js";
import { checkRule } from "../../../support/checkRule.js";

const annual = "云岭市教育局2026年工作要点\n一、任务\n";

describe("year-stale 不留上年、上期的年份和会议", () => {
  const check = checkRule(yearStale);
  it("上年的招生", () => {
    check(`${annual}1.做好⟦2025年⟧中小学招生入学工作。`, {
      fixed: `${annual}1.做好2026年中小学招生入学工作。`,
    });
  });
  it("上一个五年", () => {
    check(`${annual}1.落实⟦“十四五”⟧教师培训计划。`, { fixed: `${annual}1.落实“十五五”教师培训计划。` });
  });
  it("上一次代表大会，全文没有提到新的一次", () => {
    check(`${annual}1.深入贯彻落实⟦党的十九大⟧精神。`, { fixed: `${annual}1.深入贯彻落实党的二十大精神。` });
  });
  const quiet: readonly (readonly [string, string])[] = [
    ["上年工作的考核总结", `${annual}1.做好2025年度考核和2025年教师培训总结工作。`],
    ["引用文件", `${annual}1.落实《云岭市“十四五”教育规划》和《2025年招生工作意见》。`],
    ["回顾", `${annual}1.“十四五”期间取得的经验要总结，做好“十四五”规划终期评估。`],
    ["基期", `${annual}1.招生规模与2025年招生规模持平。`],
    ["期内的“十五五”", `${annual}1.编制“十五五”规划，实施“十五五”计划。`],
    ["两次大会并提", `${annual}1.贯彻党的十九大和党的二十大精神。`],
    ["2025年仍在“十四五”之内", "云岭市教育局2025年工作要点\n一、任务\n1.落实“十四五”规划。"],
    ["多年规划里的上年", "云岭市“十五五”规划\n一、任务\n1.做好2025年招生工作。"],
    ["发展基础", `云岭市教育局2026年工作要点\n一、2025年工作回顾\n1.做好2025年招生工作。\n二、任务\n略。`],
  ];
  for (const [why, draft] of quiet) it(`不报：${why}`, () => void check(draft));
});

describe("year-title-mismatch 标题、文号、日期、导语年份一致", () => {
  const check = checkRule(yearTitleMismatch);
  const whole = (number: string, date: string, title = "2026年"): string =>
    `云岭市教育局文件\n${number}\n云岭市教育局${title}工作要点\n一、任务\n抓好落实。\n云岭市教育局\n${date}`;
  it("文号还是去年的", () => {
    check(whole("云教发⟦〔2025〕⟧6号", "2026年2月25日"), {
      fixed: whole("云教发〔2026〕6号", "2026年2月25日"),
      says: "发文字号的年份2025与成文日期2026年不一致。",
    });
  });
  it("导语还是去年的", () => {
    check("云岭市教育局2026年工作要点\n⟦2025年⟧，全市教育工作的总体要求是：抓好落实。\n一、任务\n抓好。", {
      fixed: "云岭市教育局2026年工作要点\n2026年，全市教育工作的总体要求是：抓好落实。\n一、任务\n抓好。",
    });
  });
  const quiet: readonly (readonly [string, string])[] = [
    ["都一致", whole("云教发〔2026〕6号", "2026年2月25日")],
    ["上年末印发", whole("云教发〔2025〕96号", "2025年12月28日")],
    ["年初仍用上年文号", whole("云教发〔2025〕99号", "2026年1月4日", "2025年")],
    ["没有日期，文号为上年末", "云教发〔2025〕96号\n云岭市教育局2026年工作要点\n一、任务\n抓好。"],
    ["学年", "云教发〔2025〕6号\n第一中学2025—2026学年工作要点\n一、任务\n抓好。"],
    ["导语回顾上年", "云岭市教育局2026年工作要点\n2025年，全市教育工作取得新成绩。\n一、任务\n抓好。"],
  ];
  for (const [why, draft] of quiet) it(`不报：${why}`, () => void check(draft));
});
