import type { PlanDocument } from "../../plan/model.js";
import { type Span } from "../../text/span.js";

export type TokenType = "marker" | "department" | "indicator" | "value" | "year" | "document";

/** A stretch to be coloured. Tokens come in reading order, share no character and stay within one line. */
export interface Token {
  readonly type: TokenType;
  readonly span: Span;
}

const DOCUMENT = /《[^《》\n]{2,60}》/g;
/** Of two tokens at one place the more telling one is kept: a name in 《》 is a name though it holds a year. */
const STRENGTH: readonly TokenType[] = ["marker", "department", "document", "value", "year", "indicator"];

/** The tokens of a draft, or of a stretch of it. */
export function semanticTokens(plan: PlanDocument, range?: Span): Token[] {
  const all = [...itemTokens(plan), ...targetTokens(plan), ...lineTokens(plan)].filter(
    ({ span }) => span.end > span.start && (!range || (span.end > range.start && span.start < range.end)),
  );
  const kept: Token[] = [];
  for (const type of STRENGTH) {
    const taken = [...kept].sort(byStart);
    const fresh = all.filter((token) => token.type === type).sort(byStart);
    for (const token of fresh) for (const part of freeParts(token, taken)) kept.push(part);
  }
  return withoutOverlap(kept.sort(byStart)).filter(
    ({ span }) => !/[\r\n]/.test(plan.text.slice(span.start, span.end)),
  );
}

function byStart(a: Token, b: Token): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

function itemTokens(plan: PlanDocument): Token[] {
  return plan.items.flatMap((item) => [
    { type: "marker" as const, span: item.marker.span },
    ...item.responsibilities.flatMap((one) =>
      one.departments.map(({ span }) => ({ type: "department" as const, span })),
    ),
  ]);
}

function targetTokens(plan: PlanDocument): Token[] {
  return plan.targets.flatMap((target) => [
    { type: "value" as const, span: target.valueSpan },
    { type: "indicator" as const, span: target.indicatorSpan },
  ]);
}

function lineTokens(plan: PlanDocument): Token[] {
  const period = plan.period ? [{ type: "year" as const, span: plan.period.span }] : [];
  const lines = plan.lines.flatMap(({ start, paragraph, role }): Token[] => {
    if (role === "metadata" || role === "residue") return [];
    const at = (from: number, to: number): Span => ({ start: start + from, end: start + to });
    return [
      ...paragraph.years.map(({ span }): Token => ({ type: "year", span: at(span.start, span.end) })),
      ...[...paragraph.text.matchAll(DOCUMENT)].map((match): Token => ({
        type: "document",
        span: at(match.index, match.index + match[0].length),
      })),
    ];
  });
  return [...period, ...lines];
}

/** What stronger tokens leave of one. Both lists are in order; the search for the first neighbour is by halves. */
function freeParts(token: Token, taken: readonly Token[]): Token[] {
  const parts: Token[] = [];
  let { start } = token.span;
  for (let i = firstEndingAfter(taken, start); i < taken.length; i++) {
    const other = taken[i]?.span;
    if (!other || other.start >= token.span.end) break;
    if (other.start > start) parts.push({ type: token.type, span: { start, end: other.start } });
    start = Math.max(start, other.end);
  }
  if (start < token.span.end) parts.push({ type: token.type, span: { start, end: token.span.end } });
  return parts;
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two of one type may overlap (a name shared by two values): the first one stands. */
function withoutOverlap(tokens: readonly Token[]): Token[] {
  let end = 0;
  return tokens.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
