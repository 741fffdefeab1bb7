import type { WordsOf } from "../segment/rememberedWords.js";
import { slice, type Span } from "../text/span.js";
import { commonTokens } from "./commonTokens.js";
import { alikeEnds, type Passage } from "./passages.js";
import {
  type Around,
  changesBetween,
  readableChanges,
  type TokenChange,
  type TwoTexts,
} from "./readableChanges.js";

/** One change inside a pair. Spans count from the start of each document; the empty one shows the place. */
export interface Change {
  readonly kind: "insert" | "delete" | "replace";
  readonly earlier: Span;
  readonly draft: Span;
}

/** Tells what became of one passage in the other. */
export type Difference = (earlier: Passage, draft: Passage) => readonly Change[];

const NO_CHANGES: readonly Change[] = [];

/**
 * The difference word by word: numbers with their measure and words are never torn, scraps of equality between two
 * changes are part of the change. Replacing each `earlier` span by the text under its `draft` span gives the draft's
 * passage exactly. One maker serves all pairs of a comparison: it keeps the numbers that it has given to words.
 */
export function createDifference(wordsOf: WordsOf): Difference {
  const numbers = createWordNumbers();
  return (earlier, draft) => {
    const [before, now] = [slice(earlier.text, earlier.span), slice(draft.text, draft.span)];
    if (before === now) return NO_CHANGES;
    const changes = ({ head, tail }: Around, readable: Readable): readonly Change[] | undefined => {
      const a = words(before.slice(head, before.length - tail), wordsOf);
      const b = words(now.slice(head, now.length - tail), wordsOf);
      const [inA, inB] = [createRuler(a, earlier.span.start + head), createRuler(b, draft.span.start + head)];
      return readable({ a, b }, partners(a, b, numbers))?.map((change) => ({
        kind: kindOf(change),
        earlier: { start: inA(change.a0), end: inA(change.a1) },
        draft: { start: inB(change.b0), end: inB(change.b1) },
      }));
    };
    // Most changes have nothing to do with the clauses that are alike: those need not be cut into words.
    const around = alikeEnds(earlier, draft);
    const inner = changes(around, (texts, partner) => changesBetween(texts, partner, around));
    return inner ?? changes(NOTHING_AROUND, readableChanges) ?? NO_CHANGES;
  };
}

const NOTHING_AROUND: Around = { head: 0, tail: 0 };

type Readable = (texts: TwoTexts, partner: Int32Array) => readonly TokenChange[] | undefined;

/** For each word of `b` the place of the word of `a` that it stays equal to, or -1. Most of two texts are common ends. */
function partners(a: readonly string[], b: readonly string[], numbers: WordNumbers): Int32Array {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const partner = new Int32Array(b.length).fill(-1);
  for (let i = 0; i < head; i++) partner[i] = i;
  for (let i = 1; i <= tail; i++) partner[b.length - i] = a.length - i;
  const inner = commonTokens({
    a: numbers.of(a, head, a.length - tail),
    b: numbers.of(b, head, b.length - tail),
    weights: numbers.weights,
  });
  for (let i = 0; i < inner.length; i++) {
    const at = inner[i] ?? -1;
    if (at >= 0) partner[head + i] = head + at;
  }
  return partner;
}

function kindOf(change: TokenChange): Change["kind"] {
  if (change.a0 === change.a1) return "insert";
  return change.b0 === change.b1 ? "delete" : "replace";
}

/** Line by line, the line breaks as words of their own, so that the same line is cut the same way wherever it stands. */
function words(passage: string, wordsOf: WordsOf): readonly string[] {
  if (passage === "") return [];
  if (!passage.includes("\n") && !passage.includes("\r")) return wordsOf(passage);
  const found: string[] = [];
  // Every second piece is a line break.
  passage.split(LINE_BREAKS).forEach((piece, i) => {
    if (i % 2 === 1) found.push(piece);
    else if (piece !== "") for (const word of wordsOf(piece)) found.push(word);
  });
  return found;
}

const LINE_BREAKS = /(\r\n|\r|\n)/;

interface WordNumbers {
  /** The numbers of the words `[from, to)`. */
  of(words: readonly string[], from: number, to: number): Int32Array;
  readonly weights: readonly number[];
}

/** Gives each word a number of its own and says how much it is worth keeping. */
function createWordNumbers(): WordNumbers {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  return {
    weights,
    of(words, from, to) {
      const numbers = new Int32Array(to - from);
      for (let i = from; i < to; i++) {
        const word = words[i] ?? "";
        let id = ids.get(word);
        if (id === undefined) {
          id = weights.length;
          ids.set(word, id);
          weights.push(weightOf(word));
        }
        numbers[i - from] = id;
      }
      return numbers;
    },
  };
}

/** Long words are worth keeping more than short ones, marks and spaces least. */
function weightOf(word: string): number {
  if (word.length > 1) return 2 * word.length - 1;
  const code = word.charCodeAt(0);
  const isHan = code >= 0x4e00 && code <= 0x9fff;
  return !isHan && /[\p{P}\s]/u.test(word) ? 1 : 2;
}

/** Where word `index` begins. It is asked in reading order. */
function createRuler(pieces: readonly string[], start: number): (index: number) => number {
  let [at, offset] = [0, start];
  return (index) => {
    for (; at < index; at++) offset += pieces[at]?.length ?? 0;
    return offset;
  };
}
