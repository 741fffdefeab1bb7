import { describe, it } from "mocha";
import { numberingTable } from "../../../../server/src/check/rules/numbering/numberingTable.js";
import { checkRule } from "../../../support/checkRule.js";

/** Columns by `|`, rows by line, as pasted from Word. */
const pasted = (rows: string): string => `附件1 任务分解表\n序号|任务|时限\n${rows}\n`.replaceAll("|", "\t");

describe("numbering-table 表格的序号依次不乱", () => {
  it("删了一行没有改序号：自此行起重排，到另起的为止", () => {
    checkRule(numberingTable)(pasted("1|建园|6月\n2|招生|8月\n⟦4⟧|培训|9月\n5|督导|11月\n1|总结|12月"), {
      fixed: pasted("1|建园|6月\n2|招生|8月\n3|培训|9月\n4|督导|11月\n1|总结|12月"),
      says: "表格的序号由2跳到4。",
    });
  });
  it("插了一行没有改序号；带点的、合计一行、空行", () => {
    checkRule(numberingTable)(pasted("1.|建园|6月\n\n2.|招生|8月\n⟦2.⟧|培训|9月\n3.|督导|11月\n合计|4项|"), {
      fixed: pasted("1.|建园|6月\n\n2.|招生|8月\n3.|培训|9月\n4.|督导|11月\n合计|4项|"),
      says: "表格的序号2重复。",
    });
  });
  it("Markdown 的表", () => {
    checkRule(numberingTable)(
      "| **序号** | 任务 |\n|---|---|\n| 1 | 建园 |\n| 2 | 招生 |\n| ⟦4⟧ | 培训 |\n| 5 | 督导 |\n",
    );
  });
  const silent: readonly (readonly [string, string])[] = [
    ["依次的", "1|建园|6月\n2|招生|8月\n3|培训|9月\n4|督导|11月"],
    ["分组另起的", "1|建园|6月\n2|招生|8月\n3|培训|9月\n1|督导|11月\n2|总结|12月"],
    ["从别的表里摘出来的", "2|建园|6月\n5|招生|8月\n7|培训|9月\n8|督导|11月"],
    ["摘出来而从1起的", "1|建园|6月\n3|招生|8月\n4|培训|9月\n7|督导|11月"],
    ["只有几行", "1|建园|6月\n3|招生|8月\n4|培训|9月"],
    ["差得远的", "1|建园|6月\n2|招生|8月\n12|培训|9月\n13|督导|11月"],
    ["行列不齐", "1|建园|6月\n2|招生|8月\n4|培训\n5|督导|11月"],
  ];
  for (const [why, rows] of silent) it(`不报：${why}`, () => void checkRule(numberingTable)(pasted(rows)));
  it("不报：没有“序号”一栏", () => void checkRule(numberingTable)("甲\t乙\n1\t2\n2\t3\n4\t5\n5\t6\n"));
});
