import type { Item, PlanDocument, Target } from "../plan/model.js";
import { matchesIn } from "../text/matches.js";
import { deadlineOf } from "./deadline.js";

/** So much of a sentence is read for its time. */
const REACH = 120;
const SENTENCE_END = /[。！？]/g;
const WITHIN_YEAR =
  /年内|全年|[今本当]年|年[底末]|年度|[上下]半年|季度|(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月|月[底末]|同比|[暑寒]假|[春秋]季/;
/** A year among several, or none at all. */
const BEYOND =
  /每(?:学?年|[两三]年)|逐年|年均(?!浓度|值|气温|水平|降[水雨])|历年|明年|次年|今后|未来|近期|期末|规划期|长期|常年|届时|周期|[二三四五六七八九十两2-9]\s?年(?:内|左右|时间|行动|计划|来)|五[”"]?(?:时期|期间|末)|学年/;

/** 年内新建3所, 完成时限：6月底 in a plan for one year: of the year in its title, which the words leave out. */
export function annualYear(plan: PlanDocument, target: Target, holder: Item | undefined): number | undefined {
  const { period } = plan;
  if (target.year !== undefined || target.kind !== "goal") return target.year;
  if (period?.source !== "title" || period.from !== period.to) return undefined;
  const words = saying(plan, target, holder);
  return WITHIN_YEAR.test(words) && !BEYOND.test(words) ? period.from : undefined;
}

/** What says when: the sentence up to the end of the clause, the deadline of the item, or a heading. */
function saying(plan: PlanDocument, { yearFrom, span }: Target, holder: Item | undefined): string {
  if (yearFrom === "section") return titlesOf(holder);
  if (yearFrom === "item") return holder ? deadlineOf(plan, holder) : "";
  if (yearFrom !== "clause" && yearFrom !== "sentence") return "";
  const from = Math.max(0, span.start - REACH);
  const near = plan.text.slice(from, span.end);
  const before = matchesIn(near.slice(0, span.start - from), SENTENCE_END).at(-1);
  return before ? near.slice(before.index + 1) : near;
}

function titlesOf(holder: Item | undefined): string {
  return holder ? `${titlesOf(holder.parent)}${holder.title}\n` : "";
}
