import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { taskTable } from "../../server/src/ledger/taskTable.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const rows = (text: string): readonly string[] =>
  taskTable(parsePlan(text)).map(
    ({ path, title, lead, departments, deadline, targets }) =>
      `${path.join("")} ${title} ${lead.join("、")}|${departments.join("、")}|${deadline}|${targets.join("、")}`,
  );

describe("责任分工表：表格里的任务", () => {
  const cells = [
    ["序号", "重点任务", "具体举措", "牵头科室", "配合科室", "完成时限"],
    ["1", "扩学位", "新增学位900个", "计财科", "基教科、人事科", "8月底"],
    ["2", "", "启动两校扩建。", "计财科", "", "12月底"],
    ["", "合计", "", "", "", ""],
  ];
  const expected = [
    "1 扩学位：新增学位900个 计财科|计财科、基教科、人事科|8月底|新增学位 900个",
    "2 扩学位：启动两校扩建 计财科|计财科|12月底|",
  ];

  it("用制表符粘贴的，合并的单元格接着上一行", () => {
    const table = cells.map((row) => row.join("\t")).join("\n");
    assert.deepEqual(rows(`云岭市2026年任务分解表\n\n${table}`), expected.slice(0, 2));
  });
  it("Markdown 的，放在条目之下：条目本身不再是一项任务", () => {
    const [head, ...body] = cells.map((row) => `| ${row.join(" | ")} |`);
    const table = [head, "| --- | --- | --- | --- | --- | --- |", ...body].join("\n");
    assert.deepEqual(rows(`云岭市2026年任务分解表\n一、任务\n${table}\n二、要求\n按月报送。`), [
      ...expected.map((row) => `一、${row}`),
      "二、 要求 |||",
    ]);
  });
  it("没有责任一栏、没有任务一栏的不是任务表", () => {
    const draft =
      "云岭市2026年工作要点\n一、投入\n年度\t主要任务\t投入\n2026年\t升级\t680\n二、要求\n按月报送。";
    assert.deepEqual(rows(draft), ["一、 投入 |||", "二、 要求 |||"]);
  });
  it("行首的序号读成了条目，也只列一次", () => {
    const table = "序号\t任务\t责任单位\n1.\t修缮校舍\t计财科\n2.\t更新书目\t装备中心";
    assert.deepEqual(rows(`云岭市2026年任务表\n${table}`), [
      "1. 修缮校舍 |计财科||",
      "2. 更新书目 |装备中心||",
    ]);
  });
});

describe("责任分工表：不编号的任务", () => {
  it("●、A1. 各成一行，科室、时限、指标各归各的", () => {
    const draft = [
      "云岭市2026年任务清单",
      "一、建设",
      "● 扩学位。新建幼儿园3所，6月底前开工。（责任科室：计财科）",
      "● 训教师。培训教师500人次。",
      "责任科室：人事科；完成时限：12月底",
      "● 查隐患。",
      "二、改革",
      "A1.建制度。责任科室：基教科",
      "A2.改办法。责任科室：人事科、办公室",
    ];
    assert.deepEqual(rows(draft.join("\n")), [
      "一、● 扩学位 |计财科|6月底前|新建幼儿园 3所",
      "一、● 训教师 |人事科|12月底|培训教师 500人次",
      "一、● 查隐患 |||",
      "二、A1. 建制度 |基教科||",
      "二、A2. 改办法 |人事科、办公室||",
    ]);
  });
  it("没有各自的责任，是一项任务里的几点", () => {
    const draft = "云岭市2026年要点\n一、保障\n● 加强领导。\n● 加强宣传。\n责任科室：办公室";
    assert.deepEqual(rows(draft), ["一、 保障 |办公室||"]);
  });
});
