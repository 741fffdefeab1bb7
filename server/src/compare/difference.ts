import type { WordsOf } from "../segment/rememberedWords.js";
import type { Span } from "../text/span.js";
import { commonTokens } from "./commonTokens.js";
import { readableChanges, type TokenChange } from "./readableChanges.js";

/** One change inside a pair. Spans count from the start of each document; the empty one shows the place. */
export interface Change {
  readonly kind: "insert" | "delete" | "replace";
  readonly earlier: Span;
  readonly draft: Span;
}

/** A stretch of a document. */
export interface Passage {
  readonly text: string;
  readonly span: Span;
}

/**
 * What became of one passage in the other, word by word: numbers with their measure and words are never torn, scraps
 * of equality between two changes are part of the change. Replacing each `earlier` span by the text under its `draft`
 * span gives the draft's passage exactly.
 */
export function difference(earlier: Passage, draft: Passage, wordsOf: WordsOf): Change[] {
  const a = words(earlier, wordsOf);
  const b = words(draft, wordsOf);
  const partner = commonTokens(numbered(a, b));
  const aStarts = offsets(a, earlier.span.start);
  const bStarts = offsets(b, draft.span.start);
  return readableChanges({ a, b }, partner).map((change) => ({
    kind: kindOf(change),
    earlier: { start: aStarts[change.a0] ?? 0, end: aStarts[change.a1] ?? 0 },
    draft: { start: bStarts[change.b0] ?? 0, end: bStarts[change.b1] ?? 0 },
  }));
}

function kindOf(change: TokenChange): Change["kind"] {
  if (change.a0 === change.a1) return "insert";
  return change.b0 === change.b1 ? "delete" : "replace";
}

/** Line by line, the line breaks as words of their own, so that the same line is cut the same way wherever it stands. */
function words({ text, span }: Passage, wordsOf: WordsOf): string[] {
  const found: string[] = [];
  for (const piece of text.slice(span.start, span.end).split(/(\r\n|\r|\n)/)) {
    if (piece === "") continue;
    if (piece.charCodeAt(0) === 10 || piece.charCodeAt(0) === 13) found.push(piece);
    else for (const word of wordsOf(piece)) found.push(word);
  }
  return found;
}

function numbered(a: readonly string[], b: readonly string[]): Parameters<typeof commonTokens>[0] {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  const number = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, weights.length);
    weights.push(weightOf(word));
    return weights.length - 1;
  };
  return { a: Int32Array.from(a, number), b: Int32Array.from(b, number), weights };
}

/** Long words are worth keeping more than short ones, marks and spaces least. */
function weightOf(word: string): number {
  return /^[\p{P}\s]+$/u.test(word) ? 1 : 2 * word.length - (word.length === 1 ? 0 : 1);
}

function offsets(pieces: readonly string[], start: number): number[] {
  const found = [start];
  let at = start;
  for (const piece of pieces) found.push((at += piece.length));
  return found;
}
