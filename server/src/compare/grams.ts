import type { Span } from "../text/span.js";
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

/** An open hash table over typed arrays: two plans hold tens of thousands of pairs, and this is most of a comparison. */
export function createGramTable(): GramTable {
  let keys = new Int32Array(1 << 15);
  let ids = new Int32Array(1 << 15);
  let stamps = new Int32Array(1 << 14);
  let scratch = new Int32Array(1 << 10);
  let [count, stamp] = [0, 0];

  const grow = (): void => {
    const [oldKeys, oldIds] = [keys, ids];
    keys = new Int32Array(oldKeys.length * 2);
    ids = new Int32Array(oldKeys.length * 2);
    oldKeys.forEach((key, i) => {
      if (key === 0) return;
      const at = placeOf(keys, key);
      keys[at] = key;
      ids[at] = oldIds[i] ?? 0;
    });
    const wider = new Int32Array(keys.length / 2);
    wider.set(stamps);
    stamps = wider;
  };
  const idOf = (key: number): number => {
    const at = placeOf(keys, key);
    if (keys[at] === key) return ids[at] ?? 0;
    keys[at] = key;
    ids[at] = count++;
    if (count * 2 >= keys.length) grow();
    return count - 1;
  };
  const collect = (id: number, length: number): number => {
    if (stamps[id] === stamp) return length;
    stamps[id] = stamp;
    if (length === scratch.length) {
      const wider = new Int32Array(length * 2);
      wider.set(scratch);
      scratch = wider;
    }
    scratch[length] = id;
    return length + 1;
  };
  return {
    size: () => count,
    read(text, { start, end }) {
      stamp++;
      let [length, before] = [0, 0];
      for (let i = start; i < end; i++) {
        const code = folded(text.charCodeAt(i));
        if (before !== 0 && code !== 0) length = collect(idOf((before << 16) | code), length);
        before = code;
      }
      return scratch.slice(0, length);
    },
    union(one, other) {
      stamp++;
      let length = 0;
      for (const id of one) length = collect(id, length);
      for (const id of other) length = collect(id, length);
      return scratch.slice(0, length);
    },
  };
}

/** Where `key` is or would be. No key is 0, since no folded character is. */
function placeOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 13) & mask;
  while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  return at;
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
