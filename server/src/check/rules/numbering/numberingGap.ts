import type { DocumentRule } from "../../rule.js";
import { countedWords, renumberTexts, slipRemarks } from "./slipRemarks.js";

export const numberingGap: DocumentRule = {
  id: "numbering-gap",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree", "frame"], words: countedWords },
  severity: "warning",
  title: { "zh-CN": "同级编号不能跳号", en: "No number is skipped" },
  why: {
    "zh-CN": "任务分解表和督查台账按编号对应，跳号会让下级单位找不到对应条目，或以为漏发了一条。",
    en: "Task tables and inspections refer to items by number; a gap reads as an item that was left out.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3",
  },
  texts: {
    "zh-CN": {
      ...renumberTexts["zh-CN"],
      slip: "此处编号应为“{right}”，现为“{found}”：前一条是“{before}”，中间缺号。",
    },
    en: {
      ...renumberTexts.en,
      slip: "This should be “{right}”, not “{found}”: the item before it is “{before}”, so a number is missing.",
    },
  },
  examples: [
    {
      bad: "一、总体要求\n二、重点任务\n⟦四、⟧保障措施\n五、附则",
      good: "一、总体要求\n二、重点任务\n三、保障措施\n四、附则",
    },
  ],
  check: (plan, context) => slipRemarks(plan, context, "gap"),
};
