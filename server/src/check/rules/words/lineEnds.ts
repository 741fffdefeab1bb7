import type { Paragraph, PlanDocument } from "../../../plan/model.js";
import { isTableRow } from "../../../plan/tableRow.js";
import { isAnySpace, sensesOf } from "../../../text/characters.js";

/**
 * How a line ends: as a paragraph does, with a mark of the middle of a sentence, or in a word. A half-width comma is told
 * for its width.
 */
const CLOSED = 1;
const OPEN = 2;
const ENDS = sensesOf([
  ["。；：！？…”）》】;:!?),", CLOSED],
  ["，、", OPEN],
]);

/** A sentence of some words behind another one; no name or date, no label with what it gives, no heading run into the line. */
const LAST_SENTENCE =
  /。(?!第.{1,3}[章节条]|专栏|附[件表录]|表\d|图\d|注)[\u4e00-\u9fff\d%，、（）“”《》—～.％]{4,}$/;
const CLOSES_IN_WORD = /[\u4e00-\u9fff％%]$/;
const SIGNED = /(?:[年月日]|20\d\d)$/;

/** The lines of a draft by how they end: how many are closed, and which are not. */
export interface ByEnd {
  readonly closed: number;
  readonly open: readonly number[];
  readonly bare: readonly number[];
}

/** All lines are gone through by their last letters; what a paragraph is else is asked of those few that end unlike others. */
export function linesByEnd({ text, starts, paragraphs }: PlanDocument): ByEnd {
  let closed = 0;
  const open: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number;
    let last = (starts[i + 1] ?? text.length) - 1;
    while (last >= start && isAnySpace(text.charCodeAt(last))) last--;
    if (last < start) continue;
    const sense = ENDS[text.charCodeAt(last)] as number;
    if (sense === CLOSED) closed++;
    else if (sense === OPEN) {
      if (endsOpen((paragraphs[i] as Paragraph).text.trimEnd())) open.push(i);
    } else if (hasStop(text, start, last) && endsBare(paragraphs[i] as Paragraph)) bare.push(i);
  }
  return { closed, open, bare };
}

/** Looked for within the line alone: thousands of headings may stand without any. */
function hasStop(text: string, start: number, last: number): boolean {
  for (let at = last; at >= start; at--) if (text.charCodeAt(at) === STOP) return true;
  return false;
}
const STOP = "。".charCodeAt(0);

function endsBare({ text, responsibilities }: Paragraph): boolean {
  const line = text.trimEnd();
  return (
    responsibilities.length === 0 &&
    LAST_SENTENCE.test(line.slice(-LONGEST)) &&
    CLOSES_IN_WORD.test(line) &&
    !SIGNED.test(line)
  );
}
/** A sentence without a full stop within so many letters is no more looked at. */
const LONGEST = 400;

/** A paragraph without the spaces behind it ends with a mark of the middle of a sentence. */
export function endsOpen(text: string): boolean {
  return ENDS[text.charCodeAt(text.length - 1)] === OPEN;
}

/** How the line ends, and whether it may stand below one that should have been closed. */
export function endSeen(paragraph: Paragraph): string {
  const text = paragraph.text.trimEnd();
  if (text === "") return "";
  const below = paragraph.marker ? "m" : "";
  const sense = ENDS[text.charCodeAt(text.length - 1)];
  if (sense === CLOSED) return `.${below}`;
  if (sense !== OPEN && !endsBare(paragraph)) return below;
  return `${text.slice(-1)}${isTableRow(text) || text.includes("|")}${below}`;
}
