import type { Marker, MarkerStyle, PlanDocument } from "../../../plan/model.js";
import { fromArabic, fromChinese } from "../../../text/numerals.js";
import type { DocumentRule } from "../../rule.js";
import { behindLast } from "../../../text/ends.js";

const NUMERAL = "[一二三四五六七八九十]{1,3}|\\d{1,2}";
/** 见第（三）项, 按照第三条, 本方案第二部分: a place in this document and no other. */
const REFERENCE = new RegExp(
  `(?:见|参照|按照|依照|根据|对照|本(?:方案|要点|意见|计划|规划|通知|办法|文件?)|上述|前述|前文|上文|下文)(?:本(?:方案|要点|意见|计划|规划|通知|文件?))?的?(第\\s?([（(])?(${NUMERAL})([）)])?\\s?(项|条|款|部分|章|节|点))`,
  "g",
);
/** Styles that a number in brackets may mean, and those that 第…部分 may. */
const BRACKETED: readonly MarkerStyle[] = ["hanzi-paren", "arabic-paren"];
const BY_WORD: Readonly<Record<string, readonly MarkerStyle[]>> = {
  章: ["chapter", "hanzi", "part"],
  节: ["section", "hanzi-paren", "hanzi"],
  条: ["article", "arabic", "hanzi-paren", "hanzi", "decimal"],
  部分: ["part", "chapter", "hanzi", "arabic", "decimal"],
};

export const crossReference: DocumentRule = {
  id: "cross-reference",
  subject: "structure",
  scope: "document",
  severity: "warning",
  title: { "zh-CN": "引用的条目存在", en: "What is referred to exists" },
  why: {
    "zh-CN": "“见第（九）项”而全文没有（九），多半是增删条目后没有同步改。",
    en: "A reference to an item that does not exist was most likely left behind when items were moved.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { none: "全文没有“{found}”。" },
    en: { none: "There is no “{found}” in this draft." },
  },
  examples: [
    {
      bad: "一、重点任务\n（一）心理护航。具体要求见⟦第（九）项⟧。\n（二）家校共育。办好家长学校。",
      good: "一、重点任务\n（一）心理护航。具体要求见第（二）项。\n（二）家校共育。办好家长学校。",
    },
  ],
  *check(plan) {
    const known = knownNumbers(plan);
    if (plan.items.length === 0) return;
    for (const match of plan.text.matchAll(REFERENCE)) {
      const [whole, found = "", open, numeral = "", close, word = ""] = match;
      if ((open === undefined) !== (close === undefined) || ofAnother(plan.text, match.index)) continue;
      const ordinal = fromArabic(numeral) ?? fromChinese(numeral) ?? 0;
      const styles = open ? BRACKETED : BY_WORD[word];
      const isKnown = styles
        ? styles.some((style) => known.has(`${style} ${ordinal}`))
        : known.has(`${ordinal}`);
      if (isKnown) continue;
      const start = match.index + whole.length - found.length;
      yield { span: { start, end: start + found.length }, message: { key: "none", fill: { found } } };
    }
  },
};

/** Every number that the draft counts with, by style and alone; those inside paragraphs too. */
function knownNumbers(plan: PlanDocument): ReadonlySet<string> {
  const known = new Set<string>();
  const add = ({ style, ordinal }: Marker): void => {
    known.add(`${style} ${ordinal ?? 0}`);
    known.add(`${ordinal ?? 0}`);
  };
  for (const { marker } of plan.items) add(marker);
  for (const { paragraph } of plan.lines) {
    if (paragraph.marker) add(paragraph.marker);
    for (const marker of paragraph.inner) if (paragraph.text[marker.span.start - 1] !== "第") add(marker);
    for (const { members } of paragraph.enumerations)
      for (const { ordinal } of members) known.add(`${ordinal}`);
  }
  return known;
}

/** The clause names another document or a law: 按照《条例》第三条, 对照指南第（二）项. */
function ofAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const clause = before.slice(behindLast(before, "。；\n"));
  return /[》法]|条例|办法|规定|细则|章程|准则|号[）)]?/.test(clause);
}
