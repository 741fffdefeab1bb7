import type { Span } from "../text/span.js";
import { createPairNumbers } from "./pairNumbers.js";
import { stockPhrases } from "./stockPhrases.js";

/** What a stock pair such as 加强 counts beside any other of the same rarity. */
const STOCK_FACTOR = 0.35;
const DIGIT = 0x23;

/** A character as it counts for likeness: digits alike, full-width as half-width, capitals as small; 0 for marks. */
function folded(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (half >= 0x30 && half <= 0x39) return DIGIT;
  if (half >= 0x41 && half <= 0x5a) return half + 32;
  return (half >= 0x61 && half <= 0x7a) || (half >= 0x3400 && half <= 0xd7ff) ? half : 0;
}

/** Pairs of neighbouring characters as small whole numbers from 0, given out in the order of first sight. */
export interface GramTable {
  /** How many different pairs have been seen. */
  size(): number;
  /** The pairs in `text` under `span`, each once. */
  read(text: string, span: Span): Int32Array;
  /** The pairs of both, each once. */
  union(one: Int32Array, other: Int32Array): Int32Array;
}

export function createGramTable(): GramTable {
  const numbers = createPairNumbers();
  const distinct = createDistinct();
  return {
    size: numbers.size,
    read(text, { start, end }) {
      distinct.clear();
      let before = 0;
      for (let i = start; i < end; i++) {
        const code = folded(text.charCodeAt(i));
        if (before !== 0 && code !== 0) distinct.add(numbers.of((before << 16) | code));
        before = code;
      }
      return distinct.values();
    },
    union(one, other) {
      distinct.clear();
      for (const id of one) distinct.add(id);
      for (const id of other) distinct.add(id);
      return distinct.values();
    },
  };
}

/** A set of small numbers that is filled and emptied thousands of times without making garbage. */
function createDistinct(): { clear(): void; add(id: number): void; values(): Int32Array } {
  let stamps = new Int32Array(1 << 14);
  let list = new Int32Array(1 << 10);
  let [length, stamp] = [0, 0];
  return {
    clear() {
      stamp++;
      length = 0;
    },
    add(id) {
      if (id >= stamps.length) stamps = widened(stamps, id + 1);
      if (stamps[id] === stamp) return;
      stamps[id] = stamp;
      if (length === list.length) list = widened(list, length + 1);
      list[length++] = id;
    },
    values: () => list.slice(0, length),
  };
}

function widened(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(array.length * 2, least));
  wider.set(array);
  return wider;
}

/**
 * What sharing a pair is worth, by number: the square of its inverse document frequency, so that a rare pair outweighs
 * many common ones. A pair found in one passage only still counts in the sums that likeness is divided by.
 */
export function gramWorth(table: GramTable, passages: readonly Int32Array[]): Float64Array {
  const stock = stockPhrases.map((phrase) => table.read(phrase, { start: 0, end: phrase.length }));
  const counts = new Int32Array(table.size());
  for (const grams of passages) for (const id of grams) counts[id] = (counts[id] ?? 0) + 1;
  const logs = new Map<number, number>();
  const worth = new Float64Array(counts.length);
  counts.forEach((n, id) => {
    const known = logs.get(n) ?? Math.log(1 + passages.length / Math.max(n, 2)) ** 2;
    logs.set(n, known);
    worth[id] = known;
  });
  for (const id of new Set(stock.flatMap((grams) => [...grams]))) worth[id] = (worth[id] ?? 0) * STOCK_FACTOR;
  return worth;
}

/** The worth of all pairs of a passage together. */
export function totalWorth(grams: Int32Array, worth: Float64Array): number {
  let sum = 0;
  for (const id of grams) sum += worth[id] ?? 0;
  return sum;
}
