import { linesHolding } from "../../plan/linesHolding.js";
import type { Line, PlanDocument } from "../../plan/model.js";
import { PlacedResponsibility } from "../../plan/placedResponsibility.js";
import { lineSpan } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import { createStretches, inOrder, type Stretches } from "./stretches.js";
import { byStrength, type Token } from "./tokensApart.js";

export type TokenType = "marker" | "department" | "indicator" | "value" | "year" | "document";

type Add = (start: number, end: number) => void;

/** Of two tokens at one place the more telling one is kept, the first here: a name in 《》 is a name though it holds a year. */
const KINDS: Readonly<Record<TokenType, (plan: PlanDocument, add: Add) => void>> = {
  marker: addMarkers,
  department: addDepartments,
  document: addDocuments,
  value: ({ targets }, add) => {
    for (const { valueSpan } of targets) add(valueSpan.start, valueSpan.end);
  },
  year: addYears,
  indicator: ({ targets }, add) => {
    for (const { indicatorSpan } of targets) add(indicatorSpan.start, indicatorSpan.end);
  },
};
/** The types of tokens, the most telling first. */
export const STRENGTH: readonly TokenType[] = Object.keys(KINDS) as TokenType[];

/**
 * Stretches to be coloured, in reading order; they share no character and stay within one line. Each has the place of
 * its type in `STRENGTH`.
 */
export type Tokens = Stretches;

/** The tokens of a draft, or of a stretch of it. */
export function semanticTokens(plan: PlanDocument, range?: Span): Tokens {
  const { start: from = 0, end: to = Infinity } = range ?? {};
  const ofTypes = STRENGTH.map((type, kind) => {
    const found = createStretches();
    KINDS[type](plan, (start, end) => {
      if (end > start && end > from && start < to) found.add(start, end, kind);
    });
    return found.all();
  });
  return standing(plan, inOrder(ofTypes));
}

/**
 * Most tokens share no character with another; those that do are told apart among themselves. Two of one type may
 * overlap (a name shared by two values): the first one stands. What leaves its line does not.
 */
function standing(plan: PlanDocument, tokens: Stretches): Tokens {
  const { count, starts, ends, kinds } = tokens;
  const found = createStretches(count);
  const fits = lineKeeper(plan);
  let last = 0;
  const put = (start: number, end: number, kind: number): void => {
    if (start < last) return;
    last = end;
    if (fits(start, end)) found.add(start, end, kind);
  };
  for (let from = 0, to = 0; from < count; from = to) {
    let end = ends[from] as number;
    for (to = from + 1; to < count && (starts[to] as number) < end; to++)
      end = Math.max(end, ends[to] as number);
    if (to - from === 1) put(starts[from] as number, end, kinds[from] as number);
    else {
      const shared: Token[] = [];
      for (let i = from; i < to; i++)
        shared.push({ kind: kinds[i] as number, start: starts[i] as number, end: ends[i] as number });
      for (const one of byStrength(shared)) put(one.start, one.end, one.kind);
    }
  }
  return found.all();
}

/** Tells of stretches, asked in reading order, whether they end within the line in which they begin. */
function lineKeeper({ text, starts }: PlanDocument): (start: number, end: number) => boolean {
  let line = -1;
  let next = 0;
  let lineEnd = 0;
  return (start, end) => {
    if (next <= start) {
      while (next <= start) next = starts[++line + 1] ?? Infinity;
      lineEnd = lineSpan(text, starts, line).end;
    }
    return end <= lineEnd;
  };
}

function addMarkers({ items }: PlanDocument, add: Add): void {
  for (const { start, markerEnd } of items) add(start, markerEnd);
}

function addDepartments({ items }: PlanDocument, add: Add): void {
  for (const { responsibilities } of items) {
    for (const one of responsibilities) {
      const by = PlacedResponsibility.lineStartOf(one);
      for (const { span } of PlacedResponsibility.foundOf(one).departments)
        add(span.start + by, span.end + by);
    }
  }
}

const DOCUMENT = /《[^《》\n]{2,60}》/g;

function addDocuments(plan: PlanDocument, add: Add): void {
  for (const line of linesHolding(plan, "《")) {
    if (!isWritten(line)) continue;
    for (const {
      index,
      0: { length },
    } of line.paragraph.text.matchAll(DOCUMENT))
      add(line.start + index, line.start + index + length);
  }
}

function addYears({ period, lines, paragraphs, starts }: PlanDocument, add: Add): void {
  if (period) add(period.span.start, period.span.end);
  paragraphs.forEach(({ years }, i) => {
    if (years.length === 0 || !isWritten(lines[i] as Line)) return;
    const by = starts[i] ?? 0;
    for (const { span } of years) add(span.start + by, span.end + by);
  });
}

/** Not what a page had around the draft. */
function isWritten({ role }: Line): boolean {
  return role !== "metadata" && role !== "residue";
}
