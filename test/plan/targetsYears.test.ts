import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { dueYears } from "../../server/src/plan/years.js";

/** 值 年份 出处, one for each goal. */
function years(text: string): string[] {
  return parsePlan(text)
    .targets.filter((one) => one.kind === "goal")
    .map((one) => `${one.value} ${one.year ?? "-"} ${one.yearFrom}`);
}

describe("期限年份", () => {
  const cases: readonly (readonly [string, ...number[]])[] = [
    ["到2027年，", 2027],
    ["2026年9月底前完成", 2026],
    ["2026年底前，", 2026],
    ["2023—2027年，新建", 2027],
    ["2023年至2025年，每年", 2025],
    ["到2020年30%的学校", 2020],
    ["2023年新增600个，2024年新增700个", 2023, 2024],
    ["“十五五”末，", 2030],
    ["“十五五”累计招聘教师1500名", 2030],
    ["“十四五”期间，完成", 2025],
    ["展望2035年，", 2035],
    ["比2020年提高", ...[]],
    ["在2020年基础上降低", ...[]],
    ["对2025年已达标的公园提档升级", ...[]],
    ["2025年未完成的10个公园", ...[]],
    ["2025年已建成的10所学校", 2025],
    ["由2020年的85%提高", ...[]],
    ["由2025年的85%提高到2030年的95%", 2030],
    ["对照提高到2030年的要求", ...[]],
    ["2016年以来", ...[]],
    ["截至2025年底，", ...[]],
    ["从2019年起", ...[]],
    ["《行动计划（2018—2020年）》", ...[]],
    ["〔2021〕12号", ...[]],
    ["1998年达到2000人的规模", 1998],
    ["1.2028年底前建成5所", 2028],
    ["——2027年，覆盖率达到90%", 2027],
    ["达到1.2028年的水平", ...[]],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () =>
      assert.deepEqual(
        dueYears(text).map((one) => one.year),
        expected,
      ),
    );
  }
});

describe("年份从哪里来", () => {
  const title = "云岭市教育事业发展“十五五”规划\n";
  it("分句、整句、本条前文", () => {
    assert.deepEqual(
      years(`${title}一、任务\n（一）学前。到2028年，毛入园率达到98%，普惠率达到95%。公办率达到60%。`),
      ["98% 2028 clause", "95% 2028 sentence", "60% 2028 item"],
    );
  });
  it("上级的导语统领下级", () => {
    assert.deepEqual(years(`${title}一、目标\n到2030年，实现以下目标：\n（一）普及。毛入园率达到98%。`), [
      "98% 2030 section",
    ]);
  });
  it("标题写明年份的条", () => {
    assert.deepEqual(years(`${title}一、目标\n（一）2027年目标。毛入园率达到98%。`), ["98% 2027 item"]);
  });
  it("单年度文稿由题目给出", () => {
    assert.deepEqual(years("云岭市教育局2026年工作要点\n一、学前\n毛入园率达到98%。"), ["98% 2026 title"]);
  });
  it("每年、三年内、期末是时间而没有年份", () => {
    assert.deepEqual(
      years(`${title}一、任务\n每年招聘教师200名。三年内新建学校5所。到期末，普惠率达到95%。`),
      ["200名 - clause", "5所 - clause", "95% - sentence"],
    );
  });
  it("句子后半才说年份", () => {
    assert.deepEqual(years(`${title}一、任务\n实施建设项目42个，其中2028年底前建成28个。`), [
      "42个 2028 sentence",
      "28个 2028 clause",
    ]);
  });
  it("完成时限写在责任里", () => {
    assert.deepEqual(
      years(`${title}一、任务\n1.建园。新建幼儿园5所。（责任科室：学前科；完成时限：2027年12月）`),
      ["5所 2027 item"],
    );
  });
  it("什么也没有说", () => {
    assert.deepEqual(years(`${title}一、任务\n1.建园。新建幼儿园5所。`), ["5所 - none"]);
  });
  it("何时建成不是何时完成", () => {
    const plan = "云岭市2026年城建要点\n一、更新\n";
    assert.deepEqual(years(`${plan}完成2000年底前建成的7个小区改造，惠及居民3865户。`), [
      "7个 2026 title",
      "3865户 2026 title",
    ]);
    assert.deepEqual(years(`${plan}消化2025年（含）以前形成的存量债务2亿元。`), ["2亿元 2026 title"]);
  });
  it("上年查出、结转的，不是上年到期", () => {
    const plan = "云岭市2026年用地工作要点\n一、用地\n";
    assert.deepEqual(
      years(`${plan}2025年度执法发现的违法图斑整改到位率达到98%，违法占用比例控制在3%以内。`),
      ["98% 2026 title", "3%以内 2026 title"],
    );
    assert.deepEqual(years(`${plan}完成2025年结转的7处隐患点治理，新建护坡3处。`), [
      "7处 2026 title",
      "3处 2026 title",
    ]);
  });
  it("题目只说上年总结的，下年计划一章的年份算数", () => {
    assert.deepEqual(
      years(
        "石榴镇2025年工作总结\n一、2025年工作总结\n（一）修路。\n二、2026年工作计划\n（一）抓生产。新建泵站3座。\n",
      ),
      ["3座 2026 section"],
    );
  });
  it("题目只说上年情况的，前面各章是成绩，下一步打算是下年的", () => {
    const said = (title: string): string[] =>
      parsePlan(
        `${title}\n全年改造管网9公里。\n一、主要工作\n（一）修路。改造桥梁4座。\n二、下一步工作打算\n（一）修渠。新建泵站6座。\n`,
      ).targets.map((one) => `${one.value} ${one.kind} ${one.year ?? "-"}`);
    assert.deepEqual(said("石榴镇2025年水利工作情况报告"), [
      "9公里 achievement -",
      "4座 achievement -",
      "6座 goal 2026",
    ]);
    assert.deepEqual(said("石榴镇2025年上半年水利工作总结").at(-1), "6座 goal 2025");
    assert.deepEqual(said("石榴镇2025年水利工作要点")[1], "4座 goal 2025");
  });
  it("……的回顾一章是成绩", () => {
    assert.deepEqual(
      parsePlan(
        "云岭市2026年政府工作报告\n一、近三年全市工作的回顾\n（一）修路。2024年末存款余额达300亿元，改造桥梁4座。\n二、今年工作\n新建泵站6座。",
      ).targets.map((one) => `${one.value} ${one.kind}`),
      ["300亿元 achievement", "4座 achievement", "6座 goal"],
    );
  });
  it("……其中哪年结转几个，也不管后面的投资", () => {
    assert.deepEqual(
      years(
        "云岭市2026年项目工作要点\n一、项目\n续建项目12个，其中2024年结转5个，总投资3.2亿元。新建泵站3座，其中2025年跨年项目1个，年度投资1100万元。\n",
      ),
      ["12个 2026 title", "3.2亿元 2026 title", "3座 2026 title", "1100万元 2026 title"],
    );
  });
  it("后一句说的旧账不管前一句的目标", () => {
    assert.deepEqual(
      years(
        "云岭市2026年用地工作要点\n一、用地\n1.争取用地指标1200亩，处置2009年至2024年的闲置土地800亩。",
      )[0],
      "1200亩 2026 title",
    );
  });
  it("规划期之前的年份只是基期或成绩", () => {
    const plan = parsePlan(`${title}一、学前\n2025年，毛入园率达到96%。普惠率达到95%。`);
    assert.deepEqual(
      plan.targets.map((one) => `${one.kind} ${one.year ?? "-"}`),
      ["achievement 2025", "goal -"],
    );
  });
  it("年份写在名称之后的，只管那一个分句；没有别的年份才往后管", () => {
    assert.deepEqual(
      years(`${title}一、任务\n“十五五”期间更新渔船240艘，安装率2027年底前达到100%；建设牧场2个。`),
      ["240艘 2030 clause", "100% 2027 clause", "2个 2030 sentence"],
    );
    assert.deepEqual(years(`${title}一、任务\n安装率2027年达到100%，普惠率达到95%。`), [
      "100% 2027 clause",
      "95% 2027 sentence",
    ]);
  });
  it("序号后面紧跟的数不并作一个小数", () => {
    assert.deepEqual(
      years(
        "云岭市2026年工作要点\n一、任务\n5.完成改造3所。\n6.12个镇服务站达到标准，创建示范站2个。\n7.完成改造4所。",
      ),
      ["3所 2026 title", "2个 2026 title", "4所 2026 title"],
    );
  });
  it("列举的各行各管各的，都接着列举之前说的年份", () => {
    assert.deepEqual(years(`${title}一、目标\n到2030年：\n——2028年，毛入园率达到97%。\n——巩固率达到99%。`), [
      "97% 2028 clause",
      "99% 2030 item",
    ]);
    assert.deepEqual(years(`${title}一、任务\nA1.2027年底前，到位率达到80%。\nA2.衔接率达到95%。`), [
      "80% 2027 clause",
      "95% - item",
    ]);
  });
  it("基本同步、年均浓度不是时间，表头的完成时限也不是", () => {
    assert.deepEqual(
      years(
        "云岭市2026年工作要点\n一、目标\n收入与经济增长基本同步；毛入园率达到98%。年均浓度下降5%，覆盖率达到90%。",
      ),
      ["98% 2026 title", "5% 2026 title", "90% 2026 title"],
    );
    assert.deepEqual(
      years("云岭市2026年工作要点\n一、目标\n覆盖率达到90%。\n序号 任务 完成时限\n1 编制方案 办公室"),
      ["90% 2026 title"],
    );
  });
  it("导语里的同比说的是去年，说了力争的不是；条目里的是目标", () => {
    const kinds = (text: string): string[] =>
      parsePlan(`云岭市2026年工作要点\n${text}`).targets.map((one) => one.kind);
    assert.deepEqual(kinds("工业投资同比增长12%。"), ["achievement"]);
    assert.deepEqual(kinds("全年门诊量达到28万人次，同比增长12%。"), ["achievement", "achievement"]);
    assert.deepEqual(kinds("年内力争完成投资48亿元，同比增长12%。"), ["goal", "goal"]);
    assert.deepEqual(kinds("一、平安\n信访总量同比下降10%。"), ["goal"]);
  });
  it("回顾过去一年的话还没有说完，后面的数是成绩；说到今年就不是了", () => {
    const kinds = (text: string): string =>
      parsePlan(`云岭市2026年工作要点\n一、总体要求\n${text}`)
        .targets.map((one) => one.kind.charAt(0))
        .join("");
    assert.equal(kinds("过去一年，各项事业有了新进展。茶园面积增长6%，游客满意率达到95%。"), "aa");
    assert.equal(kinds("一年来，攻坚见到成效。茶园面积增长6%。游客满意率达到95%。"), "aa");
    assert.equal(kinds("去年，攻坚见到成效。今年茶园面积增长6%，游客满意率达到95%。"), "gg");
    assert.equal(kinds("过去一年，攻坚见到成效。新的一年催人奋进。茶园面积增长6%。"), "g");
    assert.equal(kinds("过去一年，攻坚见到成效。茶园面积要增长6%。"), "g");
    assert.equal(kinds("过去一年的短板要补上。茶园面积增长6%。"), "g");
  });
  it("到某年：之下的累计是目标，别处的累计是成绩", () => {
    const read = (text: string): string[] =>
      parsePlan(title + text).targets.map((one) => `${one.kind} ${one.year ?? "-"}`);
    assert.deepEqual(read("一、目标\n到2030年，取得新进展：\n——累计培训教师3万人次。"), ["goal 2030"]);
    assert.deepEqual(read("一、目标\n到2030年，取得新进展：\n——目前累计培训教师3万人次。"), [
      "achievement -",
    ]);
    assert.deepEqual(read("一、任务\n（一）累计投入5亿元。"), ["achievement -"]);
    assert.deepEqual(read("一、任务\n（一）五年累计投入5亿元。"), ["goal -"]);
    assert.deepEqual(read("一、任务\n（一）五年来累计投入5亿元。"), ["achievement -"]);
  });
  it("发展基础一章都是成绩，夯实发展基础不是", () => {
    const kinds = (heading: string): string[] =>
      parsePlan(`${title}一、${heading}\n1.普及。毛入园率达到96%。`).targets.map((one) => one.kind);
    assert.deepEqual(kinds("发展基础"), ["achievement"]);
    assert.deepEqual(kinds("夯实发展基础"), ["goal"]);
    for (const heading of [
      "2025年度主要工作成效",
      "今年以来工作开展情况",
      "目标任务完成情况",
      "主要做法和成效",
    ])
      assert.deepEqual(kinds(heading), ["achievement"], heading);
    assert.deepEqual(kinds("总结推广情况"), ["goal"]);
  });
});
