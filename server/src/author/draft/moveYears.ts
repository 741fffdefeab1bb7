import type { PlanDocument } from "../../plan/model.js";
import { countPassing } from "../../text/bisect.js";
import { fromChinese, toChinese } from "../../text/numerals.js";
import type { Edit, Span } from "../../text/span.js";

const YEAR = /(?<!\d)((?:19|20)\d\d)(?=\s?(?:年|学年|[—–～~〕\]］.\-/至到]|[\u4e00-\u9fff]))/g;
const CHINESE_YEAR = /[二一][〇○零一二三四五六七八九]{3}(?=年)/g;
const PERIOD_NAME = /[一二三四五六七八九十]{1,3}五(?=[”"规时期])/g;
const CITED = /《[^《》\n]{2,80}》/g;
const DIGITS = "〇一二三四五六七八九";

/**
 * The edits that move a draft on by some years: the years of its period, its number and its dates, and the name of its
 * five-year period where a whole one passes. Years before the period are bases of comparison and stay, as do those in
 * the titles of other documents.
 */
export function moveYears(plan: PlanDocument, by: number): Edit[] {
  const { period, text } = plan;
  if (!period || by === 0) return [];
  const cited = otherTitles(plan);
  const front = frontSpans(plan);
  const edits: Edit[] = [];
  const moves = (span: Span, year: number): boolean =>
    !isWithin(cited, span) &&
    ((year >= period.from && year <= period.to) || (year === period.from - 1 && isWithin(front, span)));
  for (const match of text.matchAll(YEAR)) {
    const span = spanOf(match);
    const year = Number(match[1]);
    if (moves(span, year)) edits.push({ span, newText: String(year + by) });
  }
  for (const match of text.matchAll(CHINESE_YEAR)) {
    const span = spanOf(match);
    const year = fromChinese(match[0].replaceAll("○", "〇"));
    if (year !== undefined && moves(span, year))
      edits.push({ span, newText: [...String(year + by)].map((digit) => DIGITS[Number(digit)]).join("") });
  }
  for (const edit of periodNames(plan, by)) if (!isWithin(cited, edit.span)) edits.push(edit);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** “十四五” → “十五五”, in a draft for a whole five-year period that moves on by whole ones. */
function periodNames({ period, text }: PlanDocument, by: number): Edit[] {
  if (!period || period.to - period.from !== 4 || by % 5 !== 0 || period.to % 5 !== 0) return [];
  const own = `${toChinese((period.to - 1955) / 5)}五`;
  const next = `${toChinese((period.to + by - 1955) / 5)}五`;
  return [...text.matchAll(PERIOD_NAME)]
    .filter((match) => match[0] === own)
    .map((match) => ({ span: spanOf(match), newText: next }));
}

function frontSpans(plan: PlanDocument): Span[] {
  const { dates, documentNumber } = plan.front;
  const spans = dates.map((date) => date.span);
  if (documentNumber) spans.push(documentNumber.span);
  return spans.sort((a, b) => a.start - b.start);
}

/** Cited titles that are not the draft's own. */
function otherTitles(plan: PlanDocument): Span[] {
  const own = plan.title?.text.replace(/\s/g, "") ?? "";
  return [...plan.text.matchAll(CITED)]
    .filter((match) => own === "" || match[0].slice(1, -1).replace(/\s/g, "") !== own)
    .map(spanOf);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** True where one of the spans, which stand in order and apart, holds another. */
function isWithin(spans: readonly Span[], inner: Span): boolean {
  const first = countPassing(spans.length, (i) => (spans[i]?.end ?? Infinity) < inner.end);
  return (spans[first]?.start ?? Infinity) <= inner.start;
}
