import type { Edit, Span } from "./span.js";

/** The one stretch in which two texts differ: `[start, before)` of the one became `[start, after)` of the other. */
export interface Change {
  readonly start: number;
  /** The end of the stretch in the text before. */
  readonly before: number;
  /** Its end in the text after. */
  readonly after: number;
}

/** Long equal stretches are compared as wholes, which costs a fraction of a loop over their characters. */
const BLOCK = 4096;

/** The shortest stretch that holds every difference; empty on both sides where the texts are equal. */
export function changeBetween(before: string, after: string): Change {
  const start = commonHead(before, after);
  const tail = commonTail(before, after, Math.min(before.length, after.length) - start);
  return { start, before: before.length - tail, after: after.length - tail };
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= most && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonTail(a: string, b: string, most: number): number {
  let count = 0;
  while (
    count + BLOCK <= most &&
    a.slice(a.length - count - BLOCK, a.length - count) ===
      b.slice(b.length - count - BLOCK, b.length - count)
  )
    count += BLOCK;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** Where a place stands after a change; undefined where it stood in the stretch that changed, or at its rim. */
export function offsetAfter(offset: number, change: Change): number | undefined {
  if (offset < change.start) return offset;
  return offset > change.before ? offset + change.after - change.before : undefined;
}

export function spanAfter(at: Span, change: Change): Span | undefined {
  if (at.end < change.start) return at;
  const start = offsetAfter(at.start, change);
  const end = offsetAfter(at.end, change);
  return start === undefined || end === undefined ? undefined : { start, end };
}

export function editAfter(edit: Edit, change: Change): Edit | undefined {
  const span = spanAfter(edit.span, change);
  return span === edit.span ? edit : span && { span, newText: edit.newText };
}
