import type { Change } from "../text/change.js";
import type { Paragraph, PlanDocument } from "./model.js";

/** The lines of an edit: `[first, before)` of the one plan became `[first, after)` of the other. */
export interface LineChange {
  readonly first: number;
  readonly before: number;
  readonly after: number;
}

/** An edit as it was found when a text was read again: whoever asks what it changed need not compare everything anew. */
export interface Reread {
  /** The paragraphs before: by this list the reading is known again, of which nothing else is held. */
  readonly paragraphs: readonly Paragraph[];
  readonly change: Change;
  /** The lines that were looked at. Those around them are the same objects, and moved evenly. */
  readonly lines: LineChange;
}

/** Of a plan that was read again right after another, `from` tells which lines need no comparing. */
interface Lined extends Pick<PlanDocument, "starts" | "paragraphs"> {
  readonly from?: Reread | undefined;
}

/** The lines in which two versions differ; undefined where lines around them have moved unevenly: CR LF became LF. */
export function changedLines(old: Lined, now: Lined): LineChange | undefined {
  const { paragraphs: a, starts: was } = old;
  const { paragraphs: b, starts: is } = now;
  const most = Math.min(a.length, b.length);
  const known = knownAround(old, now);
  let first = known.head;
  while (first < most && a[first] === b[first] && was[first] === is[first]) first++;
  const by = (is.at(-1) ?? 0) - (was.at(-1) ?? 0);
  const tail = sameTail(a, b, { from: known.tail, most: most - first });
  const lines = { first, before: a.length - tail, after: b.length - tail };
  if (was[first] !== is[first]) return undefined;
  for (let i = lines.before, j = lines.after; i < a.length - known.tail; i++, j++)
    if ((was[i] ?? 0) + by !== is[j]) return undefined;
  return lines;
}

/** The lines in which two versions differ; undefined where there are none, or the text around them has changed too: CR LF became LF. */
export function linesBetween(old: Lined & Texted, now: Lined & Texted): LineChange | undefined {
  const { paragraphs: a } = old;
  const { paragraphs: b } = now;
  const most = Math.min(a.length, b.length);
  const known = knownAround(old, now);
  let first = known.head;
  while (first < most && a[first] === b[first]) first++;
  const tail = sameTail(a, b, { from: known.tail, most: most - first });
  const lines = { first, before: a.length - tail, after: b.length - tail };
  if (lines.before === first && lines.after === first) return undefined;
  const head = old.starts[first];
  if (head === undefined || head !== now.starts[first]) return undefined;
  return isSameAround(old, now, { head, lines }) ? lines : undefined;
}

type Texted = Pick<PlanDocument, "text">;

/** Where the line at an index begins; behind the last one, the end of the text. */
export function lineStart({ starts, text }: Pick<PlanDocument, "starts" | "text">, index: number): number {
  return starts[index] ?? text.length;
}

/** How many lines before an edit and behind it are known to be the same. */
function knownAround(old: Lined, { from }: Lined): { readonly head: number; readonly tail: number } {
  if (from?.paragraphs !== old.paragraphs) return { head: 0, tail: 0 };
  return { head: from.lines.first, tail: old.paragraphs.length - from.lines.before };
}

/** How many lines at the end are the same, of which some are known to be, `most` at most. */
function sameTail(
  a: Lined["paragraphs"],
  b: Lined["paragraphs"],
  { from, most }: { readonly from: number; readonly most: number },
): number {
  let tail = Math.min(from, most);
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail;
}

interface Within {
  /** Where the lines begin, in both texts. */
  readonly head: number;
  readonly lines: LineChange;
}

function isSameAround(old: Lined & Texted, now: Lined & Texted, { head, lines }: Within): boolean {
  const [from, to] = [lineStart(old, lines.before), lineStart(now, lines.after)];
  if (now.from?.paragraphs === old.paragraphs) {
    const { start, before, after } = now.from.change;
    // A long text is not compared once more where it is known in which stretch it differs.
    if (start >= head && before <= from && after <= to && from - before === to - after) return true;
  }
  return old.text.slice(0, head) === now.text.slice(0, head) && old.text.slice(from) === now.text.slice(to);
}
