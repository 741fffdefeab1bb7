import { wrongTotals } from "../../../ledger/tableTotals.js";
import { replace } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { tabled } from "../../sees.js";

export const tableTotal: DocumentRule = {
  id: "table-total",
  subject: "targets",
  scope: "document",
  sees: { structure: ["lines"], words: tabled },
  severity: "warning",
  title: { "zh-CN": "表格的合计等于各行之和", en: "The total of a table is the sum of its rows" },
  why: {
    "zh-CN":
      "改了一行的数，忘了改合计，分解下去的任务与总数就对不上。只查贴成文字的表（制表符或 Markdown）里全是数的各栏，而且同一行合计里另有一栏加得起来；比率、均值、有小计的表不查。",
    en: "A row was changed and its total forgotten. Told only of columns of plain numbers in a table with tabs or in Markdown, where another column of the same row comes to its total; rates, averages and tables with subtotals are left out.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      column: "“{column}”一栏合计写的是{value}，各行相加是{sum}。",
      bare: "这一栏合计写的是{value}，各行相加是{sum}。",
      fix: "改为{sum}",
    },
    en: {
      column: "The total of “{column}” is {value}; its rows come to {sum}.",
      bare: "The total is {value}; the rows come to {sum}.",
      fix: "Change to {sum}",
    },
  },
  examples: [
    {
      bad: "附件1 任务分解表\n乡镇\t新建（所）\t培训（人）\n东山镇\t2\t120\n西河镇\t3\t150\n南溪乡\t1\t80\n合计\t6\t⟦340⟧",
      good: "附件1 任务分解表\n乡镇\t新建（所）\t培训（人）\n东山镇\t2\t120\n西河镇\t3\t150\n南溪乡\t1\t80\n合计\t6\t350",
    },
  ],
  *check(plan) {
    for (const { column, value, sum, span } of wrongTotals(plan)) {
      const fill = { column, value, sum };
      yield {
        span,
        message: { key: column === "" ? "bare" : "column", fill },
        fixes: [{ title: { key: "fix", fill }, edits: [replace(span, sum)], safe: false }],
      };
    }
  },
};
