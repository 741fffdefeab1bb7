import type { Marker, MarkerStyle, PlanDocument } from "../../../plan/model.js";
import { writtenReferences } from "../../../plan/writtenReferences.js";
import { where } from "../../sees.js";
import { behindLast } from "../../../text/ends.js";
import type { DocumentRule } from "../../rule.js";

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
  sees: { structure: ["tree"], words: where(/第\s?[（(]?[\d一二三四五六七八九十]/) },
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
  *check(plan, context) {
    if (plan.items.length === 0) return;
    let all: Numbers | undefined;
    for (const { span, lead, links } of context.once("writtenReferences", () =>
      writtenReferences(plan.text),
    )) {
      if (lead === "" || ofAnother(plan.text, span.start)) continue;
      const known = (all ??= knownNumbers(plan));
      for (const { members, unit, bracketed } of links) {
        // 第一条第七款: the paragraphs of an article have no numbers.
        if (unit === "款" || (unit === "条" && mayBeOfLaw(plan, lead))) continue;
        const styles = bracketed ? BRACKETED : BY_WORD[unit];
        for (const member of members) {
          const { ordinal } = member;
          if (
            styles ? styles.some((style) => known.byStyle.get(style)?.has(ordinal)) : known.all.has(ordinal)
          )
            continue;
          const found = plan.text.slice(member.span.start, member.span.end);
          yield { span: member.span, message: { key: "none", fill: { found } } };
        }
      }
    }
  },
};

interface Numbers {
  readonly byStyle: ReadonlyMap<MarkerStyle, ReadonlySet<number>>;
  readonly all: ReadonlySet<number>;
}

/** Every number that the draft counts with, by style and alone; those inside paragraphs too. */
function knownNumbers(plan: PlanDocument): Numbers {
  const byStyle = new Map<MarkerStyle, Set<number>>();
  const all = new Set<number>();
  // Lines that begin alike share their marker.
  const seen = new Set<Marker>();
  const add = (marker: Marker): void => {
    if (seen.has(marker)) return;
    seen.add(marker);
    const { style, ordinal = 0 } = marker;
    let own = byStyle.get(style);
    if (!own) byStyle.set(style, (own = new Set()));
    own.add(ordinal);
    all.add(ordinal);
  };
  for (const { mark } of plan.items) add(mark);
  for (const paragraph of plan.paragraphs) {
    if (paragraph.marker) add(paragraph.marker);
    for (const marker of paragraph.inner) if (paragraph.text[marker.span.start - 1] !== "第") add(marker);
    for (const { members } of paragraph.enumerations) for (const { ordinal } of members) all.add(ordinal);
  }
  return { byStyle, all };
}

/** 根据第四十九条处理: where the draft has no articles, that of a law named before. */
function mayBeOfLaw({ items }: PlanDocument, lead: string): boolean {
  return !/见|本/.test(lead) && items.every(({ mark }) => mark.style !== "article");
}

/** The clause names another document or a law: 按照《条例》第三条, 对照指南第（二）项. */
function ofAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const clause = before.slice(behindLast(before, "。；\r\n"));
  return /[》法]|条例|办法|规定|细则|章程|准则|号[）)]?/.test(clause);
}
