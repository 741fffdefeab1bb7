import type { Span } from "../text/span.js";
import type { Around } from "./readableChanges.js";

/** A stretch of a document. */
export interface Passage {
  readonly text: string;
  readonly span: Span;
}

/**
 * Whole clauses in front and behind that two unlike passages share. A character that they share is always left to either
 * side of what is not alike, so that it shows what stands beside it.
 */
export function alikeEnds({ text: a, span: one }: Passage, { text: b, span: other }: Passage): Around {
  const least = Math.min(one.end - one.start, other.end - other.start);
  let head = 0;
  while (head < least && a.charCodeAt(one.start + head) === b.charCodeAt(other.start + head)) head++;
  let tail = 1;
  const most = least - head;
  while (tail <= most && a.charCodeAt(one.end - tail) === b.charCodeAt(other.end - tail)) tail++;
  head = Math.max(0, head - 1);
  while (head > 0 && !isBetweenClauses(a, one.start + head)) head--;
  tail = Math.max(0, tail - 2);
  while (tail > 0 && !isBetweenClauses(a, one.end - tail)) tail--;
  return { head, tail };
}

/** No word of any segmenter runs over such a place (segment/rememberedWords.ts). */
function isBetweenClauses(text: string, at: number): boolean {
  return endsClause(text.charCodeAt(at - 1)) && !endsClause(text.charCodeAt(at));
}

/** ，。 and the breaks of lines. */
function endsClause(code: number): boolean {
  return code === 0xff0c || code === 0x3002 || code === 10 || code === 13;
}
