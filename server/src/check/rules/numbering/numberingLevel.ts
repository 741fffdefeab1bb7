import { isInverted } from "../../../plan/numbering.js";
import type { DocumentRule } from "../../rule.js";

export const numberingLevel: DocumentRule = {
  id: "numbering-level",
  subject: "numbering",
  scope: "document",
  sees: { structure: ["tree"] },
  severity: "warning",
  title: { "zh-CN": "层次序数由大到小", en: "Coarser forms stand above finer ones" },
  why: {
    "zh-CN": "层次序数依次为“一、”“（一）”“1.”“（1）”。大的套在小的下面，读者分不清谁属于谁。",
    en: "The forms go 一、, （一）, 1., （1）. A coarser one below a finer one hides which belongs to which.",
  },
  clause: {
    "zh-CN": "GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3.8（资料性）",
    en: "GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3.8 (informative)",
  },
  texts: {
    "zh-CN": { inverted: "“{found}”套在“{above}”之下，层次倒置。" },
    en: { inverted: "“{found}” stands below “{above}”: the levels are inverted." },
  },
  examples: [
    {
      bad: "1.甲项\n⟦（一）⟧子\n（二）丑\n2.乙项\n（一）寅\n（二）卯",
      good: "（一）甲项\n1.子\n2.丑\n（二）乙项\n1.寅\n2.卯",
    },
  ],
  *check(plan) {
    const first = plan.items.find(isInverted);
    if (!first?.parent) return;
    yield {
      span: first.marker.span,
      message: { key: "inverted", fill: { found: first.mark.text, above: first.parent.mark.text } },
      related: [],
    };
  },
};
