import { linesHolding } from "../../plan/linesHolding.js";
import type { Line, PlanDocument } from "../../plan/model.js";
import { PlacedResponsibility } from "../../plan/placedResponsibility.js";
import { shift, type Span } from "../../text/span.js";

export type TokenType = "marker" | "department" | "indicator" | "value" | "year" | "document";

/** A stretch to be coloured. Tokens come in reading order, share no character and stay within one line. */
export interface Token {
  readonly type: TokenType;
  readonly span: Span;
}

/** Of two tokens at one place the more telling one is kept, the first here: a name in 《》 is a name though it holds a year. */
const KINDS: Readonly<Record<TokenType, (plan: PlanDocument) => Span[]>> = {
  marker: ({ items }) => items.map(({ start, markerEnd }) => ({ start, end: markerEnd })),
  department: departmentSpans,
  document: documentSpans,
  value: ({ targets }) => targets.map(({ valueSpan }) => valueSpan),
  year: yearSpans,
  indicator: ({ targets }) => targets.map(({ indicatorSpan }) => indicatorSpan),
};
const STRENGTH = Object.entries(KINDS) as (readonly [TokenType, (typeof KINDS)[TokenType]])[];

/** The tokens of a draft, or of a stretch of it. */
export function semanticTokens(plan: PlanDocument, range?: Span): Token[] {
  const { start = 0, end = Infinity } = range ?? {};
  const all: Token[] = [];
  for (const [type, spansIn] of STRENGTH)
    for (const span of spansIn(plan))
      if (span.end > span.start && span.end > start && span.start < end) all.push({ type, span });
  return standing(plan, apart(all.sort(byStart)));
}

/** Most tokens share no character with another; those that do are told apart among themselves. */
function apart(tokens: readonly Token[]): Token[] {
  const free: Token[] = [];
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    let { end } = (tokens[from] as Token).span;
    for (to = from + 1; to < tokens.length; to++) {
      const { span } = tokens[to] as Token;
      if (span.start >= end) break;
      end = Math.max(end, span.end);
    }
    if (to - from === 1) free.push(tokens[from] as Token);
    else for (const token of byStrength(tokens.slice(from, to))) free.push(token);
  }
  return free;
}

/** Of each token what the stronger ones leave of it. */
function byStrength(tokens: readonly Token[]): readonly Token[] {
  let kept: readonly Token[] = [];
  for (const [type] of STRENGTH) {
    const parts: Token[] = [];
    for (const token of tokens) if (token.type === type) addFreeParts(token, kept, parts);
    if (parts.length > 0) kept = [...kept, ...parts].sort(byStart);
  }
  return kept;
}

function byStart(a: Token, b: Token): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

function departmentSpans({ items }: PlanDocument): Span[] {
  const spans: Span[] = [];
  for (const { responsibilities } of items) {
    for (const one of responsibilities) {
      const by = PlacedResponsibility.lineStartOf(one);
      for (const { span } of PlacedResponsibility.foundOf(one).departments) spans.push(shift(span, by));
    }
  }
  return spans;
}

const DOCUMENT = /《[^《》\n]{2,60}》/g;

function documentSpans(plan: PlanDocument): Span[] {
  return linesHolding(plan, "《")
    .filter(isWritten)
    .flatMap(({ start, paragraph }) =>
      [...paragraph.text.matchAll(DOCUMENT)].map(({ index, 0: { length } }) => ({
        start: start + index,
        end: start + index + length,
      })),
    );
}

function yearSpans({ period, lines }: PlanDocument): Span[] {
  const spans = period ? [period.span] : [];
  for (const line of lines) {
    const { years } = line.paragraph;
    if (years.length > 0 && isWritten(line))
      for (const { span } of years) spans.push(shift(span, line.start));
  }
  return spans;
}

/** Not what a page had around the draft. */
function isWritten({ role }: Line): boolean {
  return role !== "metadata" && role !== "residue";
}

/** Adds what stronger tokens leave of one. Both lists are in order; the search for the first neighbour is by halves. */
function addFreeParts(token: Token, taken: readonly Token[], parts: Token[]): void {
  const { type, span } = token;
  let { start } = span;
  for (let i = firstEndingAfter(taken, start); i < taken.length; i++) {
    const other = taken[i]?.span;
    if (!other || other.start >= span.end) break;
    if (other.start > start) parts.push({ type, span: { start, end: other.start } });
    start = Math.max(start, other.end);
  }
  if (start === span.start) parts.push(token);
  else if (start < span.end) parts.push({ type, span: { start, end: span.end } });
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

/** Two of one type may overlap (a name shared by two values): the first one stands. What leaves its line does not. */
function standing({ starts, paragraphs }: PlanDocument, tokens: readonly Token[]): Token[] {
  let end = 0;
  let line = 0;
  return tokens.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    while ((starts[line + 1] ?? Infinity) <= span.start) line++;
    return end <= (starts[line] ?? 0) + (paragraphs[line]?.text.length ?? 0);
  });
}
