import type { DocumentRule } from "../../rule.js";
import { countedWords, renumberTexts, slipRemarks } from "./slipRemarks.js";

export const numberingOrder: DocumentRule = {
  id: "numbering-order",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree", "frame"], words: countedWords },
  severity: "warning",
  title: { "zh-CN": "同级编号不能倒退", en: "Numbers do not go back" },
  why: {
    "zh-CN": "编号倒退多半是移动段落后没有重排，读者会以为前后次序有误。",
    en: "A number that goes back usually means that a paragraph was moved without renumbering.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3",
  },
  texts: {
    "zh-CN": {
      ...renumberTexts["zh-CN"],
      slip: "编号“{found}”比前一条“{before}”小，此处应为“{right}”。",
      swapped: "“{found}”与后一条次序颠倒，此处应为“{right}”。",
    },
    en: {
      ...renumberTexts.en,
      slip: "“{found}” goes back behind the item before it (“{before}”); this should be “{right}”.",
      swapped: "“{found}” and the item after it have changed places; this should be “{right}”.",
    },
  },
  examples: [
    {
      bad: "一、甲项\n二、乙项\n三、丙项\n⟦二、⟧丁项\n五、戊项",
      good: "一、甲项\n二、乙项\n三、丙项\n四、丁项\n五、戊项",
    },
  ],
  check: (plan, context) => slipRemarks(plan, context, "order"),
};
