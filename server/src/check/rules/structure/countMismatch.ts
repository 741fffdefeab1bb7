import type { DocumentRule } from "../../rule.js";
import { announcing, ofChildren, ofEnumerations, quotedLists } from "./announcedCounts.js";

export const countMismatch: DocumentRule = {
  id: "count-mismatch",
  subject: "structure",
  scope: "document",
  sees: { headings: true, words: announcing },
  severity: "warning",
  title: { "zh-CN": "说几项就列几项", en: "As many follow as are announced" },
  why: {
    "zh-CN": "标题写“七大行动”而下面只列六个，印发后最容易被人指出。只查下面所列确是这些行动的。",
    en: "Seven announced and six listed is the slip that everyone notices. Only lists that surely are the thing announced are counted.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      count: "这里说的是{said}，下面列了{counted}个。",
      list: "这里说的是{said}，引号里列了{counted}个。",
    },
    en: {
      count: "{said} are announced here, {counted} follow.",
      list: "{said} are announced here, {counted} are listed.",
    },
  },
  examples: [
    {
      bad: "一、实施⟦“三大行动”⟧\n（一）润心行动。寻访宣传。\n（二）强健行动。开展联赛。",
      good: "一、实施“两大行动”\n（一）润心行动。寻访宣传。\n（二）强健行动。开展联赛。",
    },
    {
      bad: "一、总体要求\n落实⟦以下三项要求：⟧一是全面推进，二是突出重点。",
      good: "一、总体要求\n落实以下两项要求：一是全面推进，二是突出重点。",
    },
  ],
  *check(plan) {
    const found = [
      ...plan.items.flatMap((item) => ofChildren(plan, item)),
      ...plan.lines.flatMap(ofEnumerations),
    ];
    for (const { span, said, counted } of found)
      yield { span, message: { key: "count", fill: { said, counted } } };
    for (const { span, said, counted } of quotedLists(plan))
      yield { span, message: { key: "list", fill: { said, counted } } };
  },
};
