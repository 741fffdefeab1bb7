import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, it } from "mocha";
import { targetLedger } from "../../server/src/ledger/targetLedger.js";
import { taskTable } from "../../server/src/ledger/taskTable.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { writeMarkdownTable } from "../../server/src/write/markdown.js";
import { targetSheet, taskSheet } from "../../server/src/write/tables/planSheets.js";
import { rowsOf } from "../../server/src/write/tables/sheet.js";
import { writeCsv } from "../../server/src/write/tables/writeCsv.js";
import { writeXlsx } from "../../server/src/write/tables/writeXlsx.js";

const plan = parsePlan(
  [
    "云岭市教育局2026年工作要点",
    "一、办好基础教育",
    "（一）学前教育",
    "1.扩大资源。新建公办幼儿园6所，学前教育毛入园率达到97.5%以上。",
    "责任科室：学前教育科、计划财务科",
    "二、抓好保障。2026年底前完成整改。",
    "责任科室：办公室",
  ].join("\n"),
);

describe("表格", () => {
  it("责任分工表：章、节、任务各在其列", () => {
    const { name, columns, rows } = taskSheet(plan, taskTable(plan));
    assert.equal(name, "责任分工表");
    assert.equal(columns.map(({ title }) => title).join(), "序号,一级,二级,任务,牵头,责任科室,时限,指标");
    assert.deepEqual(
      rows.map((row) => row.slice(0, 6)),
      [
        [1, "一、办好基础教育", "（一）学前教育", "1.扩大资源", "", "学前教育科、计划财务科"],
        [2, "", "", "二、抓好保障", "", "办公室"],
      ],
    );
  });

  it("指标台账：值、要求、年份与出处；英文表头另有一份", () => {
    const sheet = targetSheet(targetLedger(plan));
    const rate = sheet.rows.find((row) => row[1] === "学前教育毛入园率");
    assert.deepEqual(rate?.slice(3, 8), ["不低于", 2026, "标题", "目标", "一、（一）1."]);
    assert.equal(targetSheet(targetLedger(plan), "en").columns[1]?.title, "Indicator");
  });

  it("指标台账：知道规划的要求才有规划两栏，在年份之后；没有对应的空着", () => {
    const rows = targetLedger(plan);
    const planned = rows.map((_, i) => (i === 0 ? { value: "99%以上", year: 2030 } : undefined));
    const sheet = targetSheet(rows, "zh-CN", planned);
    assert.deepEqual(
      sheet.columns.slice(4, 8).map(({ title }) => title),
      ["年份", "规划值", "规划年份", "年份出处"],
    );
    assert.deepEqual(sheet.rows[0]?.slice(5, 7), ["99%以上", 2030]);
    assert.deepEqual(sheet.rows[1]?.slice(5, 7), [null, null]);
    assert.ok(sheet.rows.every(({ length }) => length === sheet.columns.length));
    assert.ok(!targetSheet(rows).columns.some(({ title }) => title.startsWith("规划")));
  });

  it("CSV：带 BOM、CRLF，引号成双，换行在引号内", () => {
    const rows = [
      ["甲", 'a"b'],
      ["x,y", "一\n二"],
      [3, null],
    ];
    assert.equal(writeCsv(rows), '\uFEFF甲,"a""b"\r\n"x,y","一\n二"\r\n3,\r\n');
  });

  it("CSV：像公式的文字加撇号，负数照旧", () => {
    const lines = writeCsv([["=1+1"], ["+a"], ["-a"], ["@a"], ["\t=1"], ["\n=1"], ["＝1"], [-3], ["一、甲"]]);
    assert.deepEqual(lines.slice(1).trimEnd().split("\r\n"), [
      "'=1+1",
      "'+a",
      "'-a",
      "'@a",
      `"'\t=1"`,
      `"'\n=1"`,
      "'＝1",
      "-3",
      "一、甲",
    ]);
  });

  it("Markdown：竖线、标签、强调照原样显示", () => {
    assert.equal(
      writeMarkdownTable([
        ["a|b", "<i>"],
        ["*甲*", "一\r\n二"],
      ]),
      "| a\\|b | &lt;i&gt; |\n|---|---|\n| \\*甲\\* | 一<br>二 |\n",
    );
  });
});

describe("Excel 文件", () => {
  const sheets = [taskSheet(plan, taskTable(plan)), targetSheet(targetLedger(plan))];

  it("两张表、粗体表头、冻结首行、列宽，文字一字不差", async () => {
    const parts = unzipSync(await writeXlsx(sheets));
    const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    assert.match(xml("xl/workbook.xml"), /name="责任分工表"[^]*name="指标台账"/);
    const sheet = xml("xl/worksheets/sheet1.xml");
    assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    assert.match(sheet, /<col [^>]*width="38"/);
    assert.match(xml("xl/styles.xml"), /<b\/>/);
    const all = Object.keys(parts).map(xml).join("");
    for (const value of sheets.flatMap(rowsOf).flat())
      if (typeof value === "string") assert.ok(all.includes(value), value);
  });

  it("重名与不许用的表名、控制字符、像公式的文字都不坏事", async () => {
    const rows = [["=cmd|' /C calc'!A0"], ["甲\u0001乙"]];
    const made = { name: "责任:分工/表", columns: [{ title: "甲", width: 4 }], rows };
    const parts = unzipSync(await writeXlsx([made, made, { ...made, name: "" }]));
    assert.match(
      strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()),
      /name="责任 分工 表"[^]*name="责任 分工 表 2"[^]*name="3"/,
    );
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join("");
    assert.doesNotMatch(all, /<f>/);
    assert.ok(all.includes("甲乙"));
  });

  it("同样的表，两次写出的字节相同", async () => {
    assert.deepEqual(await writeXlsx(sheets), await writeXlsx(sheets));
  });

  it("示例全文也写得出", async () => {
    const bureau = parsePlan(readFileSync("examples/bureau/2026/云岭市教育局2026年工作要点.plan", "utf8"));
    const made = [taskSheet(bureau, taskTable(bureau)), targetSheet(targetLedger(bureau))];
    assert.ok((await writeXlsx(made)).length > 5000);
  });
});
