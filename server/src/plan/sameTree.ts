import type { Assembled } from "./assemblePlan.js";
import { isGlued } from "./candidates.js";
import type { DraftItem } from "./draftItem.js";
import { CHUNK, decides, isShort, standsApart, standsFree } from "./likeness.js";
import type { Line, LineRole, Paragraph } from "./model.js";
import type { Reading } from "./reread.js";

/** Two versions of a plan that differ in one line. */
export interface LineEdit {
  readonly was: Assembled;
  readonly old: Reading;
  readonly now: Reading;
  readonly line: number;
}

/** Up to here any long line is looked at for a title that is run into it. */
const FIRST_LINES = 12;
/** Up to here lines without a heading are looked through for the title and the kind of the plan. */
const HEAD_LINES = 80;

/**
 * True where the edit of one line leaves the items where they are, and the roles of all other lines, though it may say
 * otherwise who does what or name other targets: told from the line and its neighbours.
 */
export function keepsTree({ was, old, now, line }: LineEdit): boolean {
  const [before, after] = [old.paragraphs[line], now.paragraphs[line]];
  if (!before || !after || !standsFree(old, was.ground, line)) return false;
  if (!isPlain(before) || !isPlain(after) || markerOf(before) !== markerOf(after)) return false;
  if (
    (isShort(before) || isShort(after)) &&
    !(standsApart(old.paragraphs, line) && standsApart(now.paragraphs, line))
  )
    return false;
  const role = was.lines[line]?.role;
  if (!role || !PLAIN_ROLES.has(role) || aboveIsNote(was.lines, line)) return false;
  if (line < FIRST_LINES) return false;
  // Words that stand alone, or that no longer do, may be the lead in which the plan names its kind.
  if (line < HEAD_LINES && before.role !== after.role) return false;
  return sameForNext(before, after) || nextStandsAnyhow(was, line);
}

const PLAIN_ROLES: ReadonlySet<LineRole> = new Set(["body", "heading", "responsibility", "blank"]);

/** A line that is of no interest to others, whatever it says. */
function isPlain(paragraph: Paragraph): boolean {
  return paragraph.blank || (paragraph.inner.length === 0 && !decides(paragraph));
}

/** The marker of a line, and whether it may be the number of a chunk. */
function markerOf({ text, marker }: Paragraph): string {
  const chunk = CHUNK.exec(text);
  const number = chunk ? `${chunk[0]} ${text.length > LONGEST_ENTRY}` : "";
  if (!marker) return number;
  const { span, style, form } = marker;
  return `${number} ${text.slice(0, span.end)} ${span.start} ${style} ${form} ${isGlued(text, marker)}`;
}

/** A chunk of a flattened file is longer. */
const LONGEST_ENTRY = 120;

/** The names of 附件说明 go on as long as nothing else stands between them. */
function aboveIsNote(lines: readonly Line[], line: number): boolean {
  let at = line - 1;
  while (lines[at]?.role === "blank") at--;
  return lines[at]?.role === "attachment-note";
}

/** Whether both lines break off in the midst of a sentence, or neither. */
function sameForNext(before: Paragraph, after: Paragraph): boolean {
  return breaksOff(before) === breaksOff(after) && endOf(before) === endOf(after);
}

function breaksOff({ text, marker, role }: Paragraph): boolean {
  return !marker && role === "body" && text.trimEnd().length >= WRAPPED;
}

/** A shorter line was not wrapped. */
const WRAPPED = 20;

function endOf({ text }: Paragraph): string {
  return text.trimEnd().slice(-1);
}

/** What stands below is an item whatever stands above it: it begins a count, or goes on with it; or it begins none. */
function nextStandsAnyhow({ lines, items }: Assembled, line: number): boolean {
  let next = line + 1;
  while (lines[next]?.paragraph.blank) next++;
  const below = lines[next];
  if (!below || CHUNK.test(below.paragraph.text)) return below === undefined;
  const { marker } = below.paragraph;
  if (!marker || marker.ordinal === 1) return true;
  const item = items[firstOnLine(items, next)];
  if (item?.line !== next) return false;
  const siblings = item.parent?.children ?? item.part.items;
  const before = siblings[siblings.indexOf(item) - 1];
  return (
    before?.marker.ordinal !== undefined &&
    before.marker.form === marker.form &&
    before.marker.ordinal + 1 === marker.ordinal
  );
}

/** The first item at or below a line. */
function firstOnLine(items: readonly DraftItem[], line: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
