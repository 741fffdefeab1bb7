import type { WordsOf } from "../segment/rememberedWords.js";
import { slice, type Span } from "../text/span.js";
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

/** Tells what became of one passage in the other. */
export type Difference = (earlier: Passage, draft: Passage) => Change[];

/**
 * The difference word by word: numbers with their measure and words are never torn, scraps of equality between two
 * changes are part of the change. Replacing each `earlier` span by the text under its `draft` span gives the draft's
 * passage exactly. One maker serves all pairs of a comparison: it keeps the numbers that it has given to words.
 */
export function createDifference(wordsOf: WordsOf): Difference {
  const numbers = createWordNumbers();
  return (earlier, draft) => {
    if (slice(earlier.text, earlier.span) === slice(draft.text, draft.span)) return [];
    const [a, b] = [words(earlier, wordsOf), words(draft, wordsOf)];
    const partner = commonTokens({ a: numbers.of(a), b: numbers.of(b), weights: numbers.weights });
    const aStarts = offsets(a, earlier.span.start);
    const bStarts = offsets(b, draft.span.start);
    return readableChanges({ a, b }, partner).map((change) => ({
      kind: kindOf(change),
      earlier: { start: aStarts[change.a0] ?? 0, end: aStarts[change.a1] ?? 0 },
      draft: { start: bStarts[change.b0] ?? 0, end: bStarts[change.b1] ?? 0 },
    }));
  };
}

function kindOf(change: TokenChange): Change["kind"] {
  if (change.a0 === change.a1) return "insert";
  return change.b0 === change.b1 ? "delete" : "replace";
}

/** Line by line, the line breaks as words of their own, so that the same line is cut the same way wherever it stands. */
function words({ text, span }: Passage, wordsOf: WordsOf): readonly string[] {
  const passage = slice(text, span);
  if (passage === "") return [];
  if (!LINE_BREAK.test(passage)) return wordsOf(passage);
  const found: string[] = [];
  for (const piece of passage.split(LINE_BREAKS)) {
    if (piece === "") continue;
    if (LINE_BREAK.test(piece)) found.push(piece);
    else for (const word of wordsOf(piece)) found.push(word);
  }
  return found;
}

const LINE_BREAK = /[\r\n]/;
const LINE_BREAKS = /(\r\n|\r|\n)/;

/** Gives each word a number of its own and says how much it is worth keeping. */
function createWordNumbers(): {
  of(words: readonly string[]): Int32Array;
  readonly weights: readonly number[];
} {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  return {
    weights,
    of(words) {
      const numbers = new Int32Array(words.length);
      for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? "";
        let id = ids.get(word);
        if (id === undefined) {
          id = weights.length;
          ids.set(word, id);
          weights.push(weightOf(word));
        }
        numbers[i] = id;
      }
      return numbers;
    },
  };
}

/** Long words are worth keeping more than short ones, marks and spaces least. */
function weightOf(word: string): number {
  if (word.length > 1) return 2 * word.length - 1;
  return /[\p{P}\s]/u.test(word) ? 1 : 2;
}

function offsets(pieces: readonly string[], start: number): number[] {
  const found = [start];
  let at = start;
  for (const piece of pieces) found.push((at += piece.length));
  return found;
}
