import { itemAt, type PlanDocument } from "../../../plan/model.js";
import { looksBack, speaksOfThePast } from "../../../plan/lookingBack.js";
import { overlaps, replace, slice } from "../../../text/span.js";
import { headed } from "../../sees.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { remarksOfEarlierYears } from "../earlier/remarksOfEarlierYears.js";
import { titledPeriod } from "./places.js";
import { mayBeStale, staleWords } from "./staleYears.js";
import { upcomingMeetings } from "./upcomingMeetings.js";

export const yearStale: DocumentRule = {
  id: "year-stale",
  subject: "targets",
  scope: "document",
  sees: {
    structure: ["tree", "frame"],
    headings: headed((title) => `${speaksOfThePast(title)}`),
    words: mayBeStale,
  },
  severity: "warning",
  title: {
    "zh-CN": "不留上年、上期的年份和会议",
    en: "No year, period or congress left from an earlier draft",
  },
  why: {
    "zh-CN":
      "套用旧稿最易漏改的是年份、“十×五”和党的代表大会。只看部署性的句子（做好、落实、贯彻……），引用的文件、起止年份、回顾、基期和上年工作的考核总结都不算。提到以前的全会不算差错；早已开过还写“即将召开”的，或与上年的句子一字不差、而全文不知道其后又开过一次全会的，才提示。",
    en: "What is most often left from last year's draft. Only sentences that order something are looked at; cited documents, ranges, reviews and bases are not. To name an older plenum is no slip: reported is one that is still said to be held soon, or that stands in last year's very words while the draft knows of no later one.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      year: "本文部署{expected}工作，此处仍为“{found}”。",
      period: "本文的时期已属{expected}，此处仍为{found}。",
      congress: "全文没有提到{expected}，此处仍为“{found}”。",
      held: "“{found}”：这次会议{year}年已经召开。",
      heldFix: "删去“{words}”",
      "same-meeting": "与上年的句子一字不差，全文没有提到其后召开的{expected}。",
      fix: "改为“{expected}”",
      "same-words": "与上年的句子一字不差，年份仍为{year}年：“{clause}”。",
      sameFix: "改为{proposal}年",
    },
    en: {
      year: "The plan is for {expected}; here it still says “{found}”.",
      period: "The plan falls into {expected}; here it still says {found}.",
      congress: "The draft never names {expected}; here it still says “{found}”.",
      held: "“{found}”: this meeting was held in {year}.",
      heldFix: "Remove “{words}”",
      "same-meeting": "The same words as last year; the draft never names {expected}, which was held since.",
      fix: "Change to “{expected}”",
      "same-words": "The same words as last year, the year still {year}: “{clause}”.",
      sameFix: "Change to {proposal}",
    },
  },
  examples: [
    {
      bad: "云岭市教育局2026年工作要点\n一、基础教育\n1.做好⟦2025年⟧中小学招生入学工作。",
      good: "云岭市教育局2026年工作要点\n一、基础教育\n1.做好2026年中小学招生入学工作。",
    },
    {
      bad: "云岭市教育局2026年工作要点\n一、队伍建设\n1.落实⟦“十四五”⟧教师培训计划。",
      good: "云岭市教育局2026年工作要点\n一、队伍建设\n1.落实“十五五”教师培训计划。",
    },
    {
      bad: "云岭市教育局2026年工作要点\n一、党的建设\n1.学习宣传⟦即将召开的党的二十届四中全会⟧精神。",
      good: "云岭市教育局2026年工作要点\n一、党的建设\n1.学习宣传党的二十届四中全会精神。",
    },
  ],
  *check(plan, context) {
    // The strongest proof comes first: the same words as last year's, its year still in them.
    const proven = remarksOfEarlierYears(context, "year-stale");
    yield* proven;
    const period = titledPeriod(plan);
    if (!period) return;
    yield* announced(plan, period);
    for (const { kind, span, found, expected } of staleWords(plan, period)) {
      const item = itemAt(plan, span.start);
      if (item && looksBack(item)) continue;
      if (proven.some((remark) => overlaps(remark.span, span))) continue;
      const fill = { found, expected };
      const bare = { expected: expected.replace(/[“”]/g, "") };
      yield {
        span,
        message: { key: kind, fill },
        fixes: [{ title: { key: "fix", fill: bare }, edits: [replace(span, expected)], safe: false }],
      };
    }
  },
};

function* announced(
  plan: PlanDocument,
  period: { readonly from: number; readonly to: number },
): Generator<Remark> {
  for (const { span, found, held, removed } of upcomingMeetings(plan, period)) {
    const item = itemAt(plan, span.start);
    if (item && looksBack(item)) continue;
    const words = removed ? slice(plan.text, removed) : "";
    const fixes = removed
      ? [{ title: { key: "heldFix", fill: { words } }, edits: [replace(removed, "")], safe: false }]
      : [];
    yield { span, message: { key: "held", fill: { found, year: held } }, fixes };
  }
}
