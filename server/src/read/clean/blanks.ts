import type { Draft, Proposal } from "./draft.js";
import { splitLines } from "./lines.js";

/** Blanks at the ends of lines, blank lines at both ends of the text, and all but one of those in a row. */
export function blankLines({ text }: Draft): Proposal[] {
  const lines = splitLines(text);
  const proposals: Proposal[] = [];
  const remove = (kind: Proposal["kind"], start: number, end: number): void => {
    if (start < end) proposals.push({ kind, certainty: "sure", span: { start, end }, after: "" });
  };
  for (let i = 0; i < lines.length; ) {
    let next = i;
    while (next < lines.length && lines[next]?.text === "") next++;
    const line = lines[i];
    if (!line) break;
    if (next === i) {
      remove("trailing-space", line.start + contentLength(text, line.start, line.end), line.end);
      i++;
      continue;
    }
    const after = lines[next];
    if (!after) remove("blank-lines", lines[i - 1]?.end ?? 0, text.length);
    else if (i === 0) remove("blank-lines", 0, after.start);
    else if (next - i > 1 || line.end > line.start) remove("blank-lines", line.start, keepOne(lines[next - 1]?.end, after.start));
    i = next;
  }
  return proposals;
}

/** Everything of a run of blank lines goes but the last line break. */
function keepOne(lastEnd: number | undefined, after: number): number {
  return lastEnd ?? after;
}

function contentLength(text: string, start: number, end: number): number {
  return text.slice(start, end).trimEnd().length;
}
