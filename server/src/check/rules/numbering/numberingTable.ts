import { numberSlips } from "../../../ledger/tableNumbers.js";
import type { DocumentRule } from "../../rule.js";
import { tabled } from "../../sees.js";

export const numberingTable: DocumentRule = {
  id: "numbering-table",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["lines"], words: tabled },
  severity: "warning",
  title: { "zh-CN": "表格的序号依次不乱", en: "The rows of a table are numbered in order" },
  why: {
    "zh-CN":
      "删了一行、插了一行，序号没有跟着改，读的人以为漏发了一条。只查贴成文字的表（制表符或 Markdown）里“序号”一栏，从1起，只有一处跳号或重号的；乱的不止一处，多半是从别的表里摘出来的，不查。",
    en: "A row was taken out or put in and the numbers were left. Told only of a column 序号 that begins with 1 and slips once: rows picked out of another table keep its numbers.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      gap: "表格的序号由{before}跳到{found}。",
      duplicate: "表格的序号{found}重复。",
      fix: "自此行起重排序号",
    },
    en: {
      gap: "The numbers of the table go from {before} to {found}.",
      duplicate: "The number {found} of the table is there twice.",
      fix: "Number the rows from here on anew",
    },
  },
  examples: [
    {
      bad: "附件1 任务分解表\n序号\t任务\t时限\n1\t建园\t6月\n2\t招生\t8月\n⟦4⟧\t培训\t9月\n5\t督导\t11月",
      good: "附件1 任务分解表\n序号\t任务\t时限\n1\t建园\t6月\n2\t招生\t8月\n3\t培训\t9月\n4\t督导\t11月",
    },
  ],
  *check(plan) {
    for (const { cell, before, found, edits } of numberSlips(plan)) {
      yield {
        span: { start: cell.start, end: cell.start + cell.text.length },
        message: {
          key: found === before ? "duplicate" : "gap",
          fill: { before: String(before), found: String(found) },
        },
        fixes: [{ title: { key: "fix" }, edits, safe: false }],
      };
    }
  },
};
