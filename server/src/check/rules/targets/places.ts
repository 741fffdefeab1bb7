import type { PlanDocument, Target } from "../../../plan/model.js";
import { indexAt } from "../../../plan/lineIndex.js";
import { dueYears } from "../../../plan/years.js";
import { targetClause } from "../../../plan/targetClause.js";
import type { Span } from "../../../text/span.js";

/** The clause of a target without the marks that lead it. */
export function clauseSpan({ text }: PlanDocument, { span }: Target): Span {
  return targetClause(text, span);
}

/** Tells which sentence holds an offset: from behind the full stop before it to its own, or to the ends of its line. */
export type Sentences = (offset: number) => Span;

/** The sentence asked for last is remembered: it may be a whole line with thousands of targets. */
export function sentencesOf(text: string): Sentences {
  let last: Span = { start: 0, end: -1 };
  return (offset) => {
    if (offset < last.start || offset > last.end) {
      let [start, end] = [offset, offset];
      while (start > 0 && !endsSentence(text, start - 1)) start--;
      while (end < text.length && !endsSentence(text, end)) end++;
      last = { start, end };
    }
    return last;
  };
}

function endsSentence(text: string, at: number): boolean {
  return "。！？\n".includes(text.charAt(at));
}

/** Tells where the year of a target stands: its four digits that stand last before the end of its value, within its sentence. */
export type YearPlaces = (target: Target) => Span | undefined;

/** Each year is looked for once in the whole text: it may stand far before its targets. */
export function yearPlaces({ text }: PlanDocument): YearPlaces {
  const sentenceAt = sentencesOf(text);
  const places = new Map<string, readonly Span[]>();
  return ({ year, span }) => {
    const digits = String(year);
    const known = places.get(digits) ?? placesIn(text, digits);
    places.set(digits, known);
    const at = indexAt(known, span.end);
    const last = known[at];
    const sentence = sentenceAt(span.start).start;
    if (!last || last.start > span.end || last.start < sentence) return undefined;
    const before = known[at - 1];
    return before && before.start >= sentence && isTerm(text, before, last) ? before : last;
  };
}

/** 2025年底前完成2025年度计划改造的, 到2025年，比2025年初减少: of the same year twice the first is the term. */
function isTerm(text: string, first: Span, second: Span): boolean {
  if (second.start - first.start > CLOSE) return false;
  const from = Math.max(0, first.start - LEAD);
  const due = dueYears(text.slice(from, second.end + LEAD));
  const explicitAt = (at: Span): boolean =>
    due.some(({ explicit, span }) => explicit && from + span.start <= at.start && at.end <= from + span.end);
  return explicitAt(first) && !explicitAt(second);
}
/** So near to one another, and with so much around them, are both years read. */
const CLOSE = 40;
const LEAD = 12;

function placesIn(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    found.push({ start: at, end: at + word.length });
  return found;
}

/** A plan whose title says its years; without them nothing can be called late. */
export function titledPeriod(plan: PlanDocument): { readonly from: number; readonly to: number } | undefined {
  return plan.period?.source === "title" ? plan.period : undefined;
}

/** The year of a title that gives one only; a school year is of two. */
export function titledYear(plan: PlanDocument): number | undefined {
  const period = titledPeriod(plan);
  const isOne = period?.from === period?.to && !(plan.title?.text ?? "").includes("学年");
  return isOne ? period?.from : undefined;
}
