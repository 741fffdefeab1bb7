import type { Item, Line, PlanDocument } from "../../plan/model.js";
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

/** Spaces of which each parts two words; wide ones part columns. */
const GAPS = /(?<=\S)[ \u00a0]+(?=\S)/g;
const WIDE_GAPS = /(?<=\S)[ \u00a0]{2,}(?=\S)/g;
const PROSE_MARKS = /[，。；]/;

/** A row of a table pasted as text: 婴儿死亡率  ‰  2.9  2.6以下  预期性. */
function isRow(text: string): boolean {
  if (matchesIn(text, WIDE_GAPS).length >= 2) return true;
  return !PROSE_MARKS.test(text) && matchesIn(text, GAPS).length >= 2;
}

/** Most lines hold none of these. */
const SPACE = /[ \u00a0\u200b-\u200d\ufeff]/;

/** White space at the ends of lines, and stray spaces in running Chinese text. */
export function spaceEdits(plan: PlanDocument): Edit[] {
  const edits: Edit[] = [];
  const isKept = keptSpaces(plan);
  for (const line of plan.lines) {
    for (const edit of strayIn(line)) if (!isKept(edit.span)) edits.push(edit);
    const behind = spaceBehind(line);
    if (behind) edits.push(behind);
  }
  return edits;
}

/** The white space at the end of a line taken out. */
export function spaceBehind({ start, paragraph: { text } }: Line): Edit | undefined {
  const end = trimEnd(text, 0, text.length);
  return end === text.length
    ? undefined
    : { span: { start: start + end, end: start + text.length }, newText: "" };
}

/** Tells of spaces, asked in reading order, whether they belong to a marker, a responsibility or the end of a heading. */
export function keptSpaces({ items }: PlanDocument): (span: Span) => boolean {
  let kept: { readonly spans: readonly Span[]; readonly headingEnds: ReadonlySet<number> } | undefined;
  let next = 0;
  return (span) => {
    kept ??= { spans: keptSpans(items), headingEnds: new Set(items.map((item) => item.headingEnd)) };
    const { spans, headingEnds } = kept;
    while (next < spans.length && (spans[next]?.end ?? 0) < span.start) next++;
    return (spans[next]?.start ?? Infinity) < span.end || headingEnds.has(span.start);
  };
}

function keptSpans(items: readonly Item[]): readonly Span[] {
  const spans = items.flatMap((item) => [
    { start: item.start, end: item.headingStart },
    ...item.responsibilities.map((one) => one.span),
  ]);
  return spans.sort((a, b) => a.start - b.start);
}

const NONE: readonly Edit[] = [];

/** The stray spaces of a line taken out, those included that belong to something. */
export function strayIn({ role, start, paragraph: { text } }: Line): readonly Edit[] {
  if ((role !== "body" && role !== "heading") || text.length < PROSE) return NONE;
  if (!SPACE.test(text) || text.includes("\t") || isRow(text)) return NONE;
  const found = matchesIn(text, BETWEEN);
  if (found.length >= COLUMNS) return NONE;
  return found.map((match) => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    newText: "",
  }));
}
