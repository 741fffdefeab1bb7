import type { Line, PlanDocument } from "../../plan/model.js";
import { trimEnd } from "../../text/characters.js";
import { matchesIn } from "../../text/matches.js";
import type { Edit, Span } from "../../text/span.js";

/** A space of half width between Chinese words or marks. U+3000 is set on purpose (王　强) and stays. */
const BETWEEN =
  /(?<=[\u4e00-\u9fff][\u4e00-\u9fff]|[，。；：、！？”》）])[ \u00a0\u200b-\u200d\ufeff]{1,2}(?=[\u4e00-\u9fff][\u4e00-\u9fff]|[，。；：、！？“《（])/g;
/** Shorter lines are headings, signatures and tables, in which a space may part two things. */
const PROSE = 20;
/** From so many on, the spaces of a line part its columns or its names. */
const COLUMNS = 3;

/** Most lines hold none of these. */
const SPACE = /[ \u00a0\u200b-\u200d\ufeff]/;

/** White space at the ends of lines, and stray spaces in running Chinese text. */
export function spaceEdits(plan: PlanDocument): Edit[] {
  const edits: Edit[] = [];
  let isKept: ((span: Span) => boolean) | undefined;
  for (const line of plan.lines) {
    for (const edit of strayIn(line)) {
      isKept ??= keptSpaces(plan);
      if (!isKept(edit.span)) edits.push(edit);
    }
    const { start, paragraph } = line;
    const { text } = paragraph;
    const end = trimEnd(text, 0, text.length);
    if (end < text.length)
      edits.push({ span: { start: start + end, end: start + text.length }, newText: "" });
  }
  return edits;
}

/** Tells of spaces, asked in reading order, whether they belong to a marker, a responsibility or the end of a heading. */
function keptSpaces({ items }: PlanDocument): (span: Span) => boolean {
  const headingEnds = new Set(items.map((item) => item.heading.end));
  const kept = items.flatMap((item) => [
    { start: item.marker.span.start, end: item.heading.start },
    ...item.responsibilities.map((one) => one.span),
  ]);
  kept.sort((a, b) => a.start - b.start);
  let next = 0;
  return (span) => {
    while (next < kept.length && (kept[next]?.end ?? 0) < span.start) next++;
    return (kept[next]?.start ?? Infinity) < span.end || headingEnds.has(span.start);
  };
}

const NONE: readonly Edit[] = [];

function strayIn({ role, start, paragraph: { text } }: Line): readonly Edit[] {
  if ((role !== "body" && role !== "heading") || text.length < PROSE) return NONE;
  if (!SPACE.test(text) || text.includes("\t")) return NONE;
  const found = matchesIn(text, BETWEEN);
  if (found.length >= COLUMNS) return NONE;
  return found.map((match) => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    newText: "",
  }));
}
