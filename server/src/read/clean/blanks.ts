import type { Draft, Proposal } from "./draft.js";
import { splitLines } from "./lines.js";

/** Blanks of any width at the ends of lines. */
export function trailingBlanks({ text }: Draft): Proposal[] {
  return splitLines(text).flatMap((line) => {
    const start = line.start + text.slice(line.start, line.end).trimEnd().length;
    const kind = "trailing-space";
    return start < line.end ? [{ kind, certainty: "sure", span: { start, end: line.end }, after: "" }] : [];
  });
}

/** Blank lines at both ends of the text, and all but one of those in a row. The break that ends the last line is no blank line. */
export function blankLines({ text }: Draft): Proposal[] {
  const lines = splitLines(text);
  const proposals: Proposal[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    while (i < lines.length && lines[i]?.text === "") i++;
    if (i === first) continue;
    const start = first === 0 ? 0 : (lines[first]?.start ?? 0);
    const after = lines[i];
    const span = after
      ? { start, end: first === 0 ? after.start : (lines[i - 1]?.start ?? start) }
      : { start: lines[first - 1]?.next ?? 0, end: text.length };
    if (span.start < span.end) proposals.push({ kind: "blank-lines", certainty: "sure", span, after: "" });
  }
  return proposals;
}
