import { BULLETS, isSpace, trimEnd } from "../text/characters.js";
import type { Span } from "../text/span.js";

/** What may stand before the first word of a clause: dashes, the bullets of lists, the bars of tables. */
const LEADS = `—-*|${BULLETS}`;

/** The clause of a target without what leads it and the white space behind it. */
export function targetClause(text: string, { start, end }: Span): Span {
  let first = start;
  while (first < end && (isSpace(text.charCodeAt(first)) || LEADS.includes(text.charAt(first)))) first++;
  return { start: first, end: trimEnd(text, first, end) };
}
