import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { targetLedger } from "../../server/src/ledger/targetLedger.js";
import { taskTable } from "../../server/src/ledger/taskTable.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const draft = [
  "云岭市学前教育行动计划（2026—2028年）",
  "一、发展基础",
  "2025年，毛入园率达到96.8%。",
  "二、重点任务",
  "（一）扩大资源",
  "1.建设公办园。到2028年，新建公办幼儿园3—5所，——公办率达到60%以上。",
  "牵头科室：计财科；配合科室：学前科",
  "2.提升质量。2027年底前，遴选实验园10所。",
  "责任科室：学前科、教研室",
].join("\n");

describe("指标台账", () => {
  const rows = targetLedger(parsePlan(draft));
  it("每个指标一行，成绩也在内", () => {
    assert.deepEqual(
      rows.map(({ indicator, value, number, comparator, year, yearFrom, kind, item }) => [
        indicator,
        value,
        number,
        comparator,
        year,
        yearFrom,
        kind,
        item,
      ]),
      [
        ["毛入园率", "96.8%", 0.968, "=", 2025, "clause", "achievement", "一、"],
        ["新建公办幼儿园", "3—5所", null, "range", 2028, "clause", "goal", "二、（一）1."],
        ["公办率", "60%以上", 0.6, ">=", 2028, "sentence", "goal", "二、（一）1."],
        ["遴选实验园", "10所", 10, "=", 2027, "clause", "goal", "二、（一）2."],
      ],
    );
  });
  it("摘录就是所在分句", () => {
    for (const row of rows) assert.equal(row.excerpt, draft.slice(row.span.start, row.span.end));
    assert.equal(rows[2]?.excerpt, "公办率达到60%以上");
  });
});

describe("指标台账里的年份与条目", () => {
  const yearsIn = (text: string): (number | null)[] => targetLedger(parsePlan(text)).map(({ year }) => year);
  it("单年度文稿里的年内、6月底、完成时限：全年，就是题目那一年；每年、明年不是", () => {
    const title = "云岭市2026年工作要点\n一、任务\n";
    assert.deepEqual(
      yearsIn(`${title}年内新建学校3所，新增学位900个。6月底前完成5所学校改造。`),
      [2026, 2026, 2026],
    );
    assert.deepEqual(yearsIn(`${title}1.讲座。举办讲座24场。\n完成时限：全年`), [2026]);
    assert.deepEqual(yearsIn(`${title}（一）上半年任务\n1.改造。完成改造5所。`), [2026]);
    assert.deepEqual(yearsIn(`${title}每年招聘教师200名。三年内新建学校3所。`), [null, null]);
  });
  it("多年的文稿里不猜", () => {
    assert.deepEqual(yearsIn("云岭市行动计划（2026—2028年）\n一、任务\n年内新建学校3所。"), [null]);
  });
  it("附件里的指标不算正文最后一条的", () => {
    const plan = parsePlan(
      "云岭市2026年实施方案\n一、任务\n（一）建园。新建公办园3所。\n二、要求\n（一）严格督查。定期通报。\n附件1\n任务清单\n序号\t事项\t目标\n1\t就业\t新增就业6000人\n附件2 项目清单\n新建学校4所。\n一、续建\n（一）扩建学校2所。",
    );
    assert.deepEqual(
      targetLedger(plan).map(({ item, indicator, value }) => `${item} ${indicator} ${value}`),
      ["一、（一） 新建公办园 3所", "附件1 新增就业 6000人", "附件2 新建学校 4所", "一、（一） 扩建学校 2所"],
    );
    assert.deepEqual(
      taskTable(plan).map(({ title, targets }) => [title, ...targets].join(" ")),
      ["建园 新建公办园 3所", "严格督查", "扩建学校2所 扩建学校 2所"],
    );
  });
  it("Markdown 的粗体记号不是指标的名称", () => {
    const plan = parsePlan(
      "云岭市2026年工作要点\n\n## 一、任务\n\n**（一）种橘。** 柑橘面积稳定在1.8万亩。\n",
    );
    assert.deepEqual(
      targetLedger(plan).map(({ indicator, excerpt }) => `${indicator}：${excerpt}`),
      ["柑橘面积：柑橘面积稳定在1.8万亩"],
    );
  });
  it("指标表的各行与文中的指标排在一起，各有年份", () => {
    const plan = parsePlan(
      "云岭市教育发展规划（2026—2030年）\n一、目标\n到2030年，毛入园率达到98%。\n指标\t单位\t2025年\t2030年\n1.巩固率\t%\t96.2\t98\n2.新建公办园\t所\t12\t≥30\n二、任务\n（一）扩建。到2027年，扩建学校4所。",
    );
    assert.deepEqual(
      targetLedger(plan).map(({ item, indicator, value, year, excerpt }) =>
        [item, indicator, value, year, excerpt].join(" "),
      ),
      [
        "一、 毛入园率 98% 2030 毛入园率达到98%",
        "一、 巩固率 98% 2030 1.巩固率\t%\t96.2\t98",
        "一、 新建公办园 ≥30所 2030 2.新建公办园\t所\t12\t≥30",
        "二、（一） 扩建学校 4所 2027 扩建学校4所",
      ],
    );
  });
  it("2.1自己说了在2之下", () => {
    const rows = targetLedger(
      parsePlan("云岭市2026年应急预案\n1 总则\n1.1 目的\n到位率达到100%。\n1.2 原则"),
    );
    assert.deepEqual(
      rows.map(({ item }) => item),
      ["1.1"],
    );
  });
});

describe("责任分工表", () => {
  it("末级任务、牵头、时限、指标", () => {
    const rows = taskTable(parsePlan(draft)).filter((row) => row.path.length > 1);
    assert.deepEqual(
      rows.map(({ marker, path, title, lead, departments, deadline, targets }) => ({
        marker,
        path,
        title,
        lead,
        departments,
        deadline,
        targets,
      })),
      [
        {
          marker: "1.",
          path: ["二、", "（一）", "1."],
          title: "建设公办园",
          lead: ["计财科"],
          departments: ["计财科", "学前科"],
          deadline: "到2028年",
          targets: ["新建公办幼儿园 3—5所", "公办率 60%以上"],
        },
        {
          marker: "2.",
          path: ["二、", "（一）", "2."],
          title: "提升质量",
          lead: [],
          departments: ["学前科", "教研室"],
          deadline: "2027年底前",
          targets: ["遴选实验园 10所"],
        },
      ],
    );
  });
  it("10月底之前、9月上旬前也是时限", () => {
    const plan = parsePlan(
      "云岭市2026年工作要点\n1.于10月底之前更换软管。\n2.9月上旬前完成检查。\n3.到 12 月底前备好器材。",
    );
    assert.deepEqual(
      taskTable(plan).map((row) => row.deadline),
      ["10月底之前", "9月上旬前", "到 12 月底前"],
    );
  });
  it("写了完成时限的，以它为准", () => {
    const [row] = taskTable(
      parsePlan("云岭市工作方案\n一、任务\n1.建园。新建3所。（责任科室：计财科；完成时限：2027年6月）"),
    );
    assert.equal(row?.deadline, "2027年6月");
  });
  it("通知的事项不是任务", () => {
    const rows = taskTable(
      parsePlan(
        "关于印发方案的通知\n各学校：\n现将方案印发给你们。\n一、认真学习。\n二、抓好落实。\n云岭市教育局\n2026年3月5日\n云岭市学前教育实施方案\n一、任务\n1.建园。\n2.提质。",
      ),
    );
    assert.ok(rows.every((row) => !/学习/.test(row.title)));
  });
});

describe("责任分工表：从上文、从句子里读出来的", () => {
  const rowsOf = (text: string): string[] =>
    taskTable(parsePlan(text)).map(({ title, lead, departments, deadline }) =>
      [title, lead.join("、"), departments.join("、"), deadline].join("|"),
    );
  it("阶段标题括号里的起止时间，是其下各项的时限；自己写了的照自己的", () => {
    const text =
      "云岭市校园安全专项整治实施方案\n一、实施步骤\n（一）动员部署（3月1日—3月15日）\n1.印发方案。\n2.抽调人员。3月9日前到位。\n（二）总结。形成报告。";
    assert.deepEqual(rowsOf(text), ["印发方案|||3月1日—3月15日", "抽调人员|||3月9日前", "总结|||"]);
  });
  it("会议纪要说由谁牵头、由谁负责", () => {
    const minutes =
      "云岭市教育局办公会会议纪要\n一、安全\n由安全科、基教科牵头排查隐患。\n二、招生\n由招生办负责制定方案。\n三、机制\n建立由安全科牵头的专班。\n四、其他\n由分管局长负责。";
    assert.deepEqual(rowsOf(minutes), [
      "安全|安全科、基教科|安全科、基教科|",
      "招生||招生办|",
      "机制|||",
      "其他|||",
    ]);
    assert.deepEqual(rowsOf("云岭市2026年工作要点\n一、安全\n由安全科牵头排查隐患。"), ["安全|||"]);
  });
  it("责任人之后写的是科室", () => {
    assert.deepEqual(rowsOf("云岭市2026年工作要点\n一、任务\n1.扩学位。\n责任人：基础教育科、人事科"), [
      "扩学位||基础教育科、人事科|",
    ]);
  });
});
