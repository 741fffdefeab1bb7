import type { DocumentRule } from "../../rule.js";
import { countedWords, renumberTexts, slipRemarks } from "./slipRemarks.js";

export const numberingDuplicate: DocumentRule = {
  id: "numbering-duplicate",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree", "frame"], words: countedWords },
  coveredBy: ["paragraph-repeat"],
  severity: "warning",
  title: { "zh-CN": "同级编号不能重复", en: "No number stands twice" },
  why: {
    "zh-CN": "两条同号，引用“第几项”时不知所指。",
    en: "Two items with one number cannot be told apart when they are cited.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3",
  },
  texts: {
    "zh-CN": { ...renumberTexts["zh-CN"], slip: "编号“{found}”与前一条“{before}”重复，此处应为“{right}”。" },
    en: {
      ...renumberTexts.en,
      slip: "“{found}” repeats the number of the item before it (“{before}”); this should be “{right}”.",
    },
  },
  examples: [
    {
      bad: "一、总体要求\n二、重点任务\n⟦二、⟧保障措施\n三、附则",
      good: "一、总体要求\n二、重点任务\n三、保障措施\n四、附则",
    },
  ],
  check: (plan, context) => slipRemarks(plan, context, "duplicate"),
};
