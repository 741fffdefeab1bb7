import type { DocumentRule } from "../../rule.js";
import { countedWords, renumberTexts, slipRemarks } from "./slipRemarks.js";

export const numberingRestart: DocumentRule = {
  id: "numbering-restart",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree", "frame"], words: countedWords },
  severity: "warning",
  title: { "zh-CN": "编号或连续或重起，全文一致", en: "Numbers run on or begin anew, not both" },
  why: {
    "zh-CN": "编号全文连续或每章重起都可以，混用则引用时不知是哪一个。",
    en: "Running on and beginning anew are both proper; mixed, a cited number is ambiguous.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3",
  },
  texts: {
    "zh-CN": {
      ...renumberTexts["zh-CN"],
      slip: "全文同级编号的起法不一致：此处为“{found}”，按其余各组应为“{right}”。",
    },
    en: {
      ...renumberTexts.en,
      slip: "Counts of this level are not begun alike: “{found}” here, “{right}” by the other groups.",
    },
  },
  examples: [
    {
      bad: "一、总则\n（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯\n（三）丙\n5.辰\n6.巳\n（四）丁\n⟦1.⟧午\n2.未\n（五）戊\n3.申",
      good: "一、总则\n（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯\n（三）丙\n5.辰\n6.巳\n（四）丁\n7.午\n8.未\n（五）戊\n9.申",
    },
  ],
  check: (plan, context) => slipRemarks(plan, context, "restart"),
};
