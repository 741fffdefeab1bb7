import type { DocumentRule } from "../../rule.js";
import { countedWords, renumberTexts, slipRemarks } from "./slipRemarks.js";

export const numberingFirst: DocumentRule = {
  id: "numbering-first",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree", "frame"], words: countedWords },
  severity: "warning",
  title: { "zh-CN": "编号从一起", en: "A count begins with one" },
  why: {
    "zh-CN": "一组编号不从一开始，读者会以为前面漏了内容。",
    en: "A count that does not begin with one reads as if something were missing before it.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3",
  },
  texts: {
    "zh-CN": { ...renumberTexts["zh-CN"], slip: "这一组编号应从“{right}”起，现从“{found}”起。" },
    en: { ...renumberTexts.en, slip: "This count should begin with “{right}”, not “{found}”." },
  },
  examples: [
    {
      bad: "一、甲项\n⟦（二）⟧子\n（三）丑\n二、乙项\n（一）寅",
      good: "一、甲项\n（一）子\n（二）丑\n二、乙项\n（一）寅",
    },
  ],
  check: (plan, context) => slipRemarks(plan, context, "first"),
};
