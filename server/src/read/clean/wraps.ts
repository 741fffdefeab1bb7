import type { Draft, Proposal } from "./draft.js";
import { isClosed, isIndented, opensWithMarker, splitLines, type Line } from "./lines.js";

/** Text copied from a PDF or a mail breaks at a fixed width; the lines of a paragraph are put together again. */
export function hardWraps({ text }: Draft): Proposal[] {
  const lines = splitLines(text);
  const wrap = findWrap(text, lines);
  if (!wrap) return [];
  const { width, widths } = wrap;
  const indents = lines.filter((line) => line.text !== "" && isIndented(text, line)).length >= 2;
  const proposals: Proposal[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!next || next.text === "" || !isFull(widths[i] ?? 0, width)) return;
    if (isIndented(text, next) || opensWithMarker(next.text)) return;
    if (isClosed(line.text) && !indents) return;
    const span = { start: line.end, end: next.start };
    proposals.push({ kind: "hard-wrap", certainty: "likely", span, after: seam(line, next) });
  });
  return proposals;
}

export interface Wrap {
  readonly width: number;
  readonly widths: readonly number[];
}

/** The width at which a text was wrapped, with that of each line; undefined where it was not. */
export function findWrap(text: string, lines: readonly Line[]): Wrap | undefined {
  const widths = lines.map((line) =>
    line.text === "" ? 0 : widthOf(text.slice(line.start, line.end).trimEnd()),
  );
  const width = wrapWidth(widths);
  return width !== undefined && hasParagraphEnds(lines, widths, width) ? { width, widths } : undefined;
}

/** Wrapped paragraphs end in a shorter line with a full stop; a column of names of one length has none of these. */
function hasParagraphEnds(lines: readonly Line[], widths: readonly number[], width: number): boolean {
  const ends = lines.filter(({ text }, i) => {
    return /[。！？；]$/.test(text) && !isFull(widths[i] ?? 0, width) && isFull(widths[i - 1] ?? 0, width);
  });
  return ends.length >= 2;
}

/** A line may stop up to two full-width characters short, because no line begins with a comma. */
const SLACK = 4;

function isFull(lineWidth: number, width: number): boolean {
  return lineWidth >= width - SLACK && lineWidth <= width + 2;
}

/** The width at which the text breaks: most lines reach it and next to none passes it; undefined where there is none. */
function wrapWidth(widths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  const filled = widths.filter((width) => width > 0);
  for (const width of filled)
    if (width >= 36 && width <= 160) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best: number | undefined;
  let most = 0;
  for (const width of counts.keys()) {
    let full = 0;
    for (let each = width - SLACK; each <= width + 2; each++) full += counts.get(each) ?? 0;
    if (full > most || (full === most && best !== undefined && width < best)) [best, most] = [width, full];
  }
  if (best === undefined || most < 5 || most < filled.length * 0.4) return undefined;
  const limit = best + 2;
  const wider = filled.filter((width) => width > limit).length;
  return wider <= filled.length * 0.1 ? best : undefined;
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    width += code >= 0x2e80 || (code >= 0x2010 && code <= 0x2026) ? 2 : 1;
  }
  return width;
}

function seam(line: Line, next: Line): string {
  return /[A-Za-z]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? " " : "";
}
