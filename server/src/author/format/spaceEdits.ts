import type { Line, PlanDocument } from "../../plan/model.js";
import { trimEnd } from "../../text/characters.js";
import type { Edit, Span } from "../../text/span.js";

/** A space of half width between Chinese words or marks. U+3000 is set on purpose (王　强) and stays. */
const BETWEEN =
  /(?<=[\u4e00-\u9fff][\u4e00-\u9fff]|[，。；：、！？”》）])[ \u00a0\u200b-\u200d\ufeff]{1,2}(?=[\u4e00-\u9fff][\u4e00-\u9fff]|[，。；：、！？“《（])/g;
/** Shorter lines are headings, signatures and tables, in which a space may part two things. */
const PROSE = 20;
/** From so many on, the spaces of a line part its columns or its names. */
const COLUMNS = 3;

/** White space at the ends of lines, and stray spaces in running Chinese text. */
export function spaceEdits(plan: PlanDocument): Edit[] {
  const headingEnds = new Set(plan.items.map((item) => item.heading.end));
  const kept = plan.items.flatMap((item) => [
    { start: item.marker.span.start, end: item.heading.start },
    ...item.responsibilities.map((one) => one.span),
  ]);
  kept.sort((a, b) => a.start - b.start);
  let next = 0;
  const isKept = (span: Span): boolean => {
    while (next < kept.length && (kept[next]?.end ?? 0) < span.start) next++;
    return (kept[next]?.start ?? Infinity) < span.end || headingEnds.has(span.start);
  };
  return plan.lines.flatMap((line) => [
    ...strayIn(line).filter((edit) => !isKept(edit.span)),
    ...trailing(line),
  ]);
}

function strayIn({ role, start, paragraph: { text } }: Line): Edit[] {
  if ((role !== "body" && role !== "heading") || text.length < PROSE || text.includes("\t")) return [];
  const found = [...text.matchAll(BETWEEN)];
  if (found.length >= COLUMNS) return [];
  return found.map((match) => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    newText: "",
  }));
}

function trailing({ start, paragraph: { text } }: Line): Edit[] {
  const end = trimEnd(text, 0, text.length);
  return end === text.length ? [] : [{ span: { start: start + end, end: start + text.length }, newText: "" }];
}
