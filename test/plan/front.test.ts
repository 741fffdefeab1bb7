import assert from "node:assert/strict";
import { plainRole } from "../../server/src/plan/front.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

describe("版头、文种、期间", () => {
  const cases: readonly (readonly [
    title: string,
    kind: string,
    period: readonly [number, number] | undefined,
  ])[] = [
    ["云岭市教育局2026年工作要点", "annual-points", [2026, 2026]],
    ["云岭市二〇二六年教育工作意见", "opinion", [2026, 2026]],
    ["云岭市教育事业发展“十五五”规划", "long-term-plan", [2026, 2030]],
    ["云岭市“十四五”教育发展规划（2021—2025年）", "long-term-plan", [2021, 2025]],
    ["云岭市学前教育发展提升行动计划（2026—2028年）", "implementation-plan", [2026, 2028]],
    ["云岭市2026年教育事业发展规划", "annual-points", [2026, 2026]],
    ["云岭市关于加强校园安全工作的实施方案", "implementation-plan", undefined],
  ];
  for (const [title, kind, period] of cases) {
    it(title, () => {
      const plan = parsePlan(`${title}\n\n为做好有关工作，按照要求抓好落实。\n一、总体要求\n二、主要任务`);
      assert.equal(plan.title?.text, title);
      assert.equal(plan.kind, kind);
      assert.deepEqual(plan.period && [plan.period.from, plan.period.to], period);
    });
  }

  it("网页抬头、页码、附件字样、日期，一行就认得出", () => {
    const roles = [
      ["作者：云岭市教育局", "metadata"],
      ["索 引 号：A01", "metadata"],
      ["日期：2026-01-05", "metadata"],
      ["- 3 -", "residue"],
      ["—3—", "residue"],
      ["第 3 页 共 9 页", "residue"],
      ["12/30", "residue"],
      ["附件2", "attachment-label"],
      ["（2026年1月5日）", "date"],
      ["二〇二六年一月五日", "date"],
      ["云教发〔2026〕3号", "document-number"],
      ["作息时间：另行通知", undefined],
    ] as const;
    for (const [text, role] of roles) assert.equal(plainRole(text), role, text);
  });

  it("Markdown 的井号不是题目里的字", () => {
    const text = "# 云岭市教育局2026年工作要点\n\n## 一、任务\n新建3所。";
    const { title } = parsePlan(text);
    assert.equal(title?.text, "云岭市教育局2026年工作要点");
    assert.equal(text.slice(title.span.start, title.span.end), title.text);
  });
  it("期间写在题目下一行", () => {
    const plan = parsePlan(
      "临海市托育服务体系建设行动方案\n（2026—2028年）\n为加快建设，制定本方案。\n一、主要目标",
    );
    assert.deepEqual([plan.period?.from, plan.period?.to, plan.period?.source], [2026, 2028, "title"]);
  });

  it("题目分两行，网页里行间还有空行", () => {
    const titleOf = (...head: string[]): string | undefined =>
      parsePlan(`${head.join("\n")}\n\n为加快建设，制定本方案。\n\n一、主要目标\n二、主要任务`).title?.text;
    assert.equal(
      titleOf("全力打响“云岭礼乐”文化品牌", "加快建设文化强市三年行动计划", "（2026—2028年）"),
      "全力打响“云岭礼乐”文化品牌加快建设文化强市三年行动计划（2026—2028年）",
    );
    assert.equal(
      titleOf("云岭区政府2026年重点工作", "", "任务分解和责任分工方案"),
      "云岭区政府2026年重点工作任务分解和责任分工方案",
    );
    assert.equal(titleOf("云岭市2026年工作总结", "", "云岭市2027年工作要点"), "云岭市2026年工作总结");
    assert.equal(titleOf("云岭市门户网站建设专栏", "云岭市数字化改革方案"), "云岭市数字化改革方案");
  });
  it("没有题目时由导语定文种，由落款定年份", () => {
    const plan = parsePlan(
      "各区教育局：\n为落实要求，制定如下实施方案。\n一、指导思想\n二、主要任务\n云岭市教育局\n2026年3月5日",
    );
    assert.equal(plan.kind, "implementation-plan");
    assert.deepEqual([plan.period?.from, plan.period?.source], [2026, "date"]);
    const games = parsePlan(
      "云岭市2030年亚运会筹备工作方案\n一、场馆\n开工建设。\n云岭市教育局\n2026年2月25日",
    );
    assert.deepEqual([games.period?.from, games.period?.source], [2026, "date"]);
  });

  it("通知的文号、主送、署名、日期", () => {
    const plan = parsePlan(
      "云教发〔2026〕3号\n\n云岭市教育局\n关于印发2026年工作要点的通知\n各县（市、区）教育局、局属各学校，机关各科室：\n现将要点印发给你们，请认真落实。\n\n云岭市教育局\n2026年1月8日\n\n2026年云岭市教育工作要点\n一、加强党建",
    );
    const { front } = plan;
    assert.equal(front.documentNumber?.text, "云教发〔2026〕3号");
    assert.deepEqual(
      front.addressees.map((a) => a.text),
      ["各县（市、区）教育局", "局属各学校", "机关各科室"],
    );
    assert.deepEqual(
      front.signatures.map((s) => s.text),
      ["云岭市教育局"],
    );
    assert.equal(front.date?.text, "2026年1月8日");
    assert.equal(plan.parts[0]?.title?.text, "云岭市教育局关于印发2026年工作要点的通知");
  });

  it("总结与计划合一的，年份是计划的；二十五日、十五条不是五年规划", () => {
    const period = (title: string): string => {
      const { period: is } = parsePlan(`${title}\n一、任务`);
      return is ? `${is.from}—${is.to}` : "";
    };
    assert.equal(period("云岭市教育局2025年工作总结和2026年工作计划"), "2026—2026");
    assert.equal(period("云岭市教育局2026年上半年工作总结和下半年工作计划"), "2026—2026");
    assert.equal(period("云岭市促进民营经济发展二十五条措施"), "");
    assert.equal(period("云岭市促进民营经济发展十五条措施"), "");
    assert.equal(period("云岭市“八五”普法总结验收方案"), "");
    assert.equal(period("云岭市交通运输局2026年工作目标和重点任务"), "2026—2026");
    assert.equal(period("云岭街道2026年度安全生产责任书"), "2026—2026");
    assert.equal(period("云岭市教育发展十五五规划"), "2026—2030");
    const dated = parsePlan("云岭市教育事业发展意见\n一、任务\n云岭市教育局\n一九九六年一月二十五日");
    assert.deepEqual([dated.period?.from, dated.period?.to], [1996, 1996]);
  });

  it("标题：到第一句为止，不含责任括号", () => {
    const plan = parsePlan(
      "1.提高保教质量。开展评估。\n2.建设名师队伍（责任科室：人事科）\n3.指导思想：以人民为中心，全面贯彻方针政策要求。",
    );
    assert.deepEqual(
      plan.items.map((i) => i.title),
      ["提高保教质量", "建设名师队伍", "指导思想"],
    );
    assert.deepEqual(
      plan.items.map((i) => i.runIn),
      [true, false, true],
    );
  });
});
