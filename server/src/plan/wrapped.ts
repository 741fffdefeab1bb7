import { closingBracket } from "../text/characters.js";
import type { Span } from "../text/span.js";
import { HOLDS } from "./holds.js";
import type { Holds, Line, Responsibility } from "./model.js";
import { responsibilitiesIn } from "./responsibility.js";

/** Lines with what they hold. */
export interface HoldingLines {
  readonly lines: readonly Line[];
  readonly holds: Holds;
}

/**
 * Brackets that a hard-wrapped text breaks over two or three lines: （市教育局、市财 ⏎ 政局负责）. They are read with
 * the lines joined, page numbers between them left out; the spans are those in the text.
 */
export function wrappedResponsibilities({ lines, holds }: HoldingLines): Responsibility[] {
  const found: Responsibility[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (((holds[i] as number) & HOLDS.openBracket) === 0) continue;
    const stretch = joined(lines, i, (lines[i] as Line).paragraph.openBracket);
    const close = closingBracket(stretch.text, 0, LONGEST);
    if (close === -1) continue;
    const one = responsibilitiesIn(stretch.text.slice(0, close + 1))[0];
    if (one && one.span.start === 0) found.push(placed(one, stretch.offsets));
  }
  return found;
}

const LONGEST = 240;
const MOST_LINES = 4;

interface Stretch {
  readonly text: string;
  /** Where each character of it stands in the document. */
  readonly offsets: readonly number[];
}

/** The lines from an open bracket on, joined without their breaks. */
function joined(lines: readonly Line[], from: number, open: number): Stretch {
  let text = "";
  const offsets: number[] = [];
  for (const [i, line] of lines.slice(from, from + MOST_LINES).entries()) {
    if (line.role === "residue") continue;
    const words = line.paragraph.text;
    for (let at = i === 0 ? open : 0; at < words.length && text.length < LONGEST; at++) {
      text += words[at] ?? "";
      offsets.push(line.start + at);
    }
  }
  return { text, offsets };
}

function placed(one: Responsibility, offsets: readonly number[]): Responsibility {
  const place = (at: Span): Span => {
    const start = offsets[at.start] ?? 0;
    return { start, end: at.end > at.start ? (offsets[at.end - 1] ?? start) + 1 : start };
  };
  return {
    form: one.form,
    span: place(one.span),
    groups: one.groups.map((group) => ({
      ...group,
      labelSpan: place(group.labelSpan),
      namesSpan: place(group.namesSpan),
      departments: group.departments.map((d) => ({ ...d, span: place(d.span) })),
    })),
    departments: one.departments.map((d) => ({ ...d, span: place(d.span) })),
    deadline: one.deadline && { text: one.deadline.text, span: place(one.deadline.span) },
  };
}
