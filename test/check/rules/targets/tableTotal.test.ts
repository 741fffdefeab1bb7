import { describe, it } from "mocha";
import { tableTotal } from "../../../../server/src/check/rules/targets/tableTotal.js";
import { checkRule } from "../../../support/checkRule.js";

/** Columns by `|`, rows by line, as pasted from Word. */
const pasted = (table: string): string => `附件1 任务分解表\n${table.replaceAll("|", "\t")}\n`;
const head = "乡镇|新建（所）|培训（人）|投入（万元）\n";
const rows = "东山镇|2|120|30.5\n西河镇|3|150|42\n南溪乡|1|80|18.25\n";

describe("table-total 表格的合计等于各行之和", () => {
  it("改了一行，合计没有跟着改：改成各行之和", () => {
    checkRule(tableTotal)(pasted(`${head}${rows}合计|6|⟦340⟧|90.75`), {
      fixed: pasted(`${head}${rows}合计|6|350|90.75`),
      says: "“培训（人）”一栏合计写的是340，各行相加是350。",
    });
  });
  it("合计写在表头之下；写作“合　计”；千分撇、空格子、粗体、小数", () => {
    checkRule(tableTotal)(pasted(`${head}合　计|6|⟦360⟧|90.75\n${rows}`));
    checkRule(tableTotal)(
      "|项目|甲|乙|\n|---|---:|---:|\n|一期|1,200|3|\n|二期|800|—|\n|三期|600|4|\n|四期| |5|\n|**合计**|**2,600**|⟦**13**⟧|\n",
      {
        fixed:
          "|项目|甲|乙|\n|---|---:|---:|\n|一期|1,200|3|\n|二期|800|—|\n|三期|600|4|\n|四期| |5|\n|**合计**|**2,600**|12|\n",
      },
    );
  });
  it("序号与名称合并成一格的合计", () => {
    checkRule(tableTotal)(
      pasted("序号|乡镇|新建（所）|培训（人）\n1|东山镇|2|120\n2|西河镇|3|150\n3|南溪乡|1|80\n合计|6|⟦349⟧"),
    );
  });
  it("空行隔开的行也算", () => {
    checkRule(tableTotal)(pasted(`${head}${rows.replaceAll("\n", "\n\n")}合计|6|⟦340⟧|90.75`));
  });
  it("差得比四舍五入多，量出来的数也报", () => {
    checkRule(tableTotal)(
      pasted("乡镇|新建（所）|造价（亿元）\n东山镇|2|12\n西河镇|3|13\n南溪乡|1|14\n合计|6|⟦42⟧"),
    );
  });
  const silent: readonly (readonly [string, string])[] = [
    ["加得起来", `${head}${rows}合计|6|350|90.75`],
    ["只有一栏是数，没有旁证", "乡镇|培训（人）\n东山镇|120\n西河镇|150\n南溪乡|80\n合计|340"],
    ["有小计", `${head}${rows}小计|6|350|90.75\n合计|6|340|90.75`],
    ["其中", `${head}${rows}其中：女教师|1|20|3\n合计|6|350|90.75`],
    [
      "比率、均值、序号不相加",
      "序号|乡镇|新建|毛入园率（%）\n1|东山镇|2|95\n2|西河镇|3|96\n3|南溪乡|1|97\n合计||6|96",
    ],
    ["写的不全是数", "乡镇|新建|培训\n东山镇|2|约120\n西河镇|3|150\n南溪乡|1|80\n合计|6|360"],
    ["各栏都加不起来：多半不是这样加的", `${head}${rows}合计|8|360|99`],
    ["两行的表", "乡镇|新建|培训\n东山镇|2|120\n西河镇|3|150\n合计|5|280"],
    ["两层表头", `乡镇|任务\n${head}${rows}合计|6|340|90.75`],
    ["正文里的合计", "合计新建6所。\n东山镇|2|120\n"],
    [
      "各数四舍五入，合计差在末位",
      "乡镇|新建（所）|占地（亩）|造价（亿元）\n东山镇|2|2.43|12\n西河镇|3|3.43|13\n南溪乡|1|1.43|14\n合计|6|7.3|40",
    ],
  ];
  for (const [why, table] of silent) it(`不报：${why}`, () => void checkRule(tableTotal)(pasted(table)));
});
