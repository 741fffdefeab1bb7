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

/** The worth of a set of which it was not asked. */
const UNKNOWN = -1;

/** A set of character pairs: `pool[from] … pool[to - 1]`, each once. */
export interface GramSet {
  readonly from: number;
  readonly to: number;
  /** What they are worth together, once somebody asked. Most sets are never asked. */
  total: number;
}

/** The pairs of a heading and of what stands behind it; `whole` has those of both. */
export interface ReadPairs {
  readonly heading: GramSet;
  readonly body: GramSet;
  readonly whole: GramSet;
}

/** Pairs of neighbouring characters as small whole numbers from 0, given out in the order of first sight. */
export interface GramTable {
  /** How many different pairs have been seen. */
  size(): number;
  /** The numbers that the sets speak of. A reading may replace it. */
  pool(): Int32Array;
  /** The pairs in `text` under either span. */
  read(text: string, heading: Span, body: Span): ReadPairs;
  /** The number of a pair, -1 for one that was never seen. */
  numberOf(key: number): number;
}

/** A slot has four places: the pair (0 where it is free), its number, the reading that saw it last, and nothing. */
const WIDTH = 4;
/** No reading. */
const NOBODY = -1;

/**
 * An open hash table in one typed array, with the reading that last saw a pair in its slot: two plans hold tens of
 * thousands of pairs, and a `Map` and a `Set` would take most of the time.
 */
interface Table {
  slots: Int32Array;
  /** How many slots are taken. */
  count: number;
  pool: Int32Array;
  used: number;
  reading: number;
}

export function createGramTable(): GramTable {
  const table: Table = {
    slots: new Int32Array(WIDTH << 14),
    count: 0,
    pool: new Int32Array(1 << 15),
    used: 0,
    reading: 0,
  };
  return {
    size: () => table.count,
    pool: () => table.pool,
    numberOf(key) {
      const at = placeOf(table.slots, key);
      return table.slots[at] === key ? (table.slots[at + 1] ?? -1) : -1;
    },
    read(text, headingSpan, bodySpan) {
      reserve(table, Math.max(0, headingSpan.end - headingSpan.start) + bodySpan.end - bodySpan.start);
      const heading = readSpan(table, { text, span: headingSpan }, NOBODY);
      if (heading.to === heading.from) {
        const whole = readSpan(table, { text, span: bodySpan }, NOBODY);
        return { heading, body: whole, whole };
      }
      const inBody: number[] = [];
      const { to } = readSpan(table, { text, span: bodySpan }, table.reading, inBody);
      for (const id of inBody) table.pool[table.used++] = id;
      const whole = { from: heading.from, to, total: UNKNOWN };
      return { heading, body: { from: to, to: table.used, total: UNKNOWN }, whole };
    },
  };
}

/** Makes room for so many characters: half of the slots stay free, so that a search ends after a step or two. */
function reserve(table: Table, characters: number): void {
  while ((table.count + characters) * 2 * WIDTH > table.slots.length) table.slots = widened(table.slots);
  if (table.used + 2 * characters > table.pool.length)
    table.pool = wider(table.pool, table.used + 2 * characters);
}

/** Puts the pairs that the reading `than` has not seen into the pool, each once, and all pairs into `all`. */
function readSpan(
  table: Table,
  { text, span }: { readonly text: string; readonly span: Span },
  than: number,
  all?: number[],
): GramSet {
  const { slots, pool, used: from } = table;
  const reading = ++table.reading;
  let before = 0;
  for (let i = span.start; i < span.end; i++) {
    const code = folded(text.charCodeAt(i));
    const key = (before << 16) | code;
    const isPair = before !== 0 && code !== 0;
    before = code;
    if (!isPair) continue;
    const at = placeOf(slots, key);
    if (slots[at] === 0) {
      slots[at] = key;
      slots[at + 1] = table.count++;
    }
    const seen = slots[at + 2];
    if (seen === reading) continue;
    slots[at + 2] = reading;
    const id = slots[at + 1] ?? 0;
    if (seen !== than) pool[table.used++] = id;
    if (all) all.push(id);
  }
  return { from, to: table.used, total: UNKNOWN };
}

function wider(pool: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(Math.max(least, pool.length * 2));
  wide.set(pool);
  return wide;
}

function widened(old: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(old.length * 2);
  for (let from = 0; from < old.length; from += WIDTH) {
    const key = old[from] ?? 0;
    if (key !== 0) wide.set(old.subarray(from, from + WIDTH), placeOf(wide, key));
  }
  return wide;
}

/** Where `key` is or would be. */
function placeOf(slots: Int32Array, key: number): number {
  const mask = slots.length - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 11) & mask & ~(WIDTH - 1);
  for (let found = slots[at]; found !== 0 && found !== key; found = slots[at]) at = (at + WIDTH) & mask;
  return at;
}

/** A passage with the number of times that it stands in the plans. */
export interface CountedPairs extends ReadPairs {
  times: number;
}

/**
 * What sharing a pair is worth, by number: the square of its inverse document frequency, so that a rare pair outweighs
 * many common ones. A pair found in one passage only still counts in the sums that likeness is divided by.
 */
export function gramWorth(table: GramTable, passages: readonly CountedPairs[]): Float64Array {
  const [pool, counts] = [table.pool(), new Int32Array(table.size())];
  let all = 0;
  for (const { whole, times } of passages) {
    all += times;
    for (let at = whole.from; at < whole.to; at++) {
      const id = pool[at] ?? 0;
      counts[id] = (counts[id] ?? 0) + times;
    }
  }
  const byCount: number[] = [];
  const worth = new Float64Array(counts.length);
  for (let id = 0; id < counts.length; id++) {
    const n = Math.max(counts[id] ?? 0, 2);
    worth[id] = byCount[n] ??= Math.log(1 + all / n) ** 2;
  }
  for (const key of STOCK_PAIRS) {
    const id = table.numberOf(key);
    if (id >= 0) worth[id] = (worth[id] ?? 0) * STOCK_FACTOR;
  }
  return worth;
}

const STOCK_PAIRS: ReadonlySet<number> = new Set(
  stockPhrases.flatMap((phrase) =>
    Array.from(
      { length: phrase.length - 1 },
      (_, i) => (folded(phrase.charCodeAt(i)) << 16) | folded(phrase.charCodeAt(i + 1)),
    ),
  ),
);
