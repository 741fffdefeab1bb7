import { countPassing } from "../../text/bisect.js";

/** A stretch with the place of its type among the types, the most telling first. */
export interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/** Of tokens that share characters, what the stronger ones leave of each, in reading order. */
export function byStrength(tokens: readonly Token[]): readonly Token[] {
  let kept: readonly Token[] = [];
  const kinds = [...new Set(tokens.map(({ kind }) => kind))].sort((a, b) => a - b);
  for (const kind of kinds) {
    const parts: Token[] = [];
    for (const token of tokens) if (token.kind === kind) addFreeParts(token, kept, parts);
    if (parts.length > 0) kept = [...kept, ...parts].sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return kept;
}

/** Adds what stronger tokens leave of one. Both lists are in order; the search for the first neighbour is by halves. */
function addFreeParts(token: Token, taken: readonly Token[], parts: Token[]): void {
  const { kind, end } = token;
  let { start } = token;
  for (let i = firstEndingAfter(taken, start); i < taken.length; i++) {
    const other = taken[i];
    if (!other || other.start >= end) break;
    if (other.start > start) parts.push({ kind, start, end: other.start });
    start = Math.max(start, other.end);
  }
  if (start === token.start) parts.push(token);
  else if (start < end) parts.push({ kind, start, end });
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  return countPassing(tokens.length, (i) => (tokens[i]?.end ?? Infinity) <= offset);
}
