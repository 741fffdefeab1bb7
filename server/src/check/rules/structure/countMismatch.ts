import { linesWhere } from "../../../plan/fewLines.js";
import type { Item, PlanDocument } from "../../../plan/model.js";
import { fromArabic, fromChinese, toChinese } from "../../../text/numerals.js";
import { replace, slice } from "../../../text/span.js";
import { itemsWhere } from "../../itemsWhere.js";
import { headed } from "../../sees.js";
import type { DocumentRule, Fix, Remark } from "../../rule.js";
import {
  announcedIn,
  announcing,
  isTallied,
  type Mismatch,
  ofChildren,
  ofEnumerations,
  ofTallies,
  quotedLists,
} from "./announcedCounts.js";
import { matchesIn } from "../../../text/matches.js";

export const countMismatch: DocumentRule = {
  id: "count-mismatch",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines"], headings: headed(announcedIn), words: announcing },
  wants: [["”", "二两三四五六七八九十0123456789"]],
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
      fix: "改为“{right}”",
    },
    en: {
      count: "{said} are announced here, {counted} follow.",
      list: "{said} are announced here, {counted} are listed.",
      fix: "Change to “{right}”",
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
  *check(plan, context) {
    const is = (item: Item): boolean => item.children.length > 1 && ofChildren(plan, item).length > 0;
    for (const item of itemsWhere(plan, context, { key: "otherCount", is }))
      for (const one of ofChildren(plan, item)) yield remarkOn(plan, one, "count");
    const tallied = itemsWhere(plan, context, { key: "talliedItems", is: isTallied });
    for (const one of ofTallies(plan, tallied)) yield remarkOn(plan, one, "count");
    for (const [i, line] of linesWhere(plan, ({ enumerations }) => enumerations.length > 0))
      for (const one of ofEnumerations(line, plan.paragraphs[i + 1])) yield remarkOn(plan, one, "count");
    for (const one of quotedLists(plan, context.wanted())) yield remarkOn(plan, one, "list");
  },
};

function remarkOn(plan: PlanDocument, mismatch: Mismatch, key: string): Remark {
  const { span, said, counted } = mismatch;
  return { span, message: { key, fill: { said, counted } }, fixes: recounted(plan, mismatch) };
}

const COUNT = /([二两三四五六七八九十]{1,3}|\d{1,2})(大|项|个|条|点)/g;

/** The number that is announced made that of what follows. Whether an item is missing instead only the drafter knows. */
function recounted(plan: PlanDocument, { span, said, counted }: Mismatch): Fix[] {
  const match = matchesIn(slice(plan.text, span), COUNT)
    .filter(([, numeral = ""]) => (fromArabic(numeral) ?? fromChinese(numeral)) === said)
    .at(-1);
  if (!match) return [];
  const [, numeral = "", unit = ""] = match;
  const right = /\d/.test(numeral) ? String(counted) : counted === 2 ? "两" : toChinese(counted);
  const start = span.start + match.index;
  const edits = [replace({ start, end: start + numeral.length }, right)];
  return [{ title: { key: "fix", fill: { right: right + unit } }, edits, safe: false }];
}
