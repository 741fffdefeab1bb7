import { later } from "../plan/later.js";
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

/** A set of character pairs: `pool[from] … pool[to - 1]`, each once. */
export interface GramSet {
  readonly from: number;
  readonly to: number;
  /** What they are worth together. */
  readonly total: number;
}

/** The pairs of a heading and of what stands behind it; `whole` has those of both. */
export interface ReadPairs {
  readonly heading: GramSet;
  readonly body: GramSet;
  readonly whole: GramSet;
}

/** Where the pairs of a passage are in the pool: its heading's, the others of its body, and all of its body. */
export interface PairPlaces {
  readonly start: number;
  readonly headingEnd: number;
  readonly wholeEnd: number;
  readonly bodyEnd: number;
}

/** A passage with the number of times that it stands in the plans. */
export interface CountedPassage {
  readonly text: string;
  readonly heading: Span;
  readonly body: Span;
  readonly times: number;
}

/** Pairs of neighbouring characters as small whole numbers from 0, given out in the order of first sight. */
export interface GramTable {
  /** The numbers that the sets speak of. */
  readonly pool: Int32Array;
  /** Reads the pairs of a passage. */
  read(passage: CountedPassage): PairPlaces;
  /** Counts a passage for the pairs that have been read, and reads no others: nobody will ask what else is in it. */
  count(passage: CountedPassage): void;
  /**
   * What sharing a pair is worth, by number, where so many passages were read or counted: the square of its inverse
   * document frequency, so that a rare pair outweighs many common ones. A pair found in one passage only still counts
   * in the sums that likeness is divided by.
   */
  worth(passages: number): Float64Array;
}

/** A slot has two places: the pair (0 where it is free) and its number. */
const WIDTH = 2;
/** Slots made at once, at most: long texts use the same pairs over and over. */
const LARGEST_START = 1 << 15;
/** No reading. */
const NOBODY = -1;

/**
 * An open hash table in one typed array, and for each number the reading that saw its pair last and the passages that
 * hold it: two plans hold tens of thousands of pairs, and a `Map` and a `Set` would take most of the time.
 */
interface Table {
  slots: Int32Array;
  seen: Int32Array;
  passages: Int32Array;
  /** How many slots are taken. */
  count: number;
  readonly pool: Int32Array;
  used: number;
  reading: number;
  /** The pairs of the span that was read last are `span[0] … span[inSpan - 1]`. */
  span: Int32Array;
  inSpan: number;
}

/** So many characters will be read, at most. */
export function createGramTable(characters: number): GramTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1024, Math.min(characters, LARGEST_START))));
  const table: Table = {
    slots: new Int32Array(WIDTH * slots),
    seen: new Int32Array(slots / 2),
    passages: new Int32Array(slots / 2),
    count: 0,
    pool: new Int32Array(2 * characters),
    used: 0,
    reading: 0,
    span: new Int32Array(1 << 10),
    inSpan: 0,
  };
  return {
    pool: table.pool,
    read: (passage) => readPassage(table, passage),
    count(passage) {
      table.reading++;
      countSpan(table, passage, passage.heading);
      countSpan(table, passage, passage.body);
    },
    worth: (passages) => worthOf(table, passages),
  };
}

function readPassage(table: Table, passage: CountedPassage): PairPlaces {
  reserve(table, passage);
  const start = table.used;
  const heading = ++table.reading;
  readSpan(table, passage, passage.heading, NOBODY);
  const headingEnd = table.used;
  table.reading++;
  readSpan(table, passage, passage.body, heading);
  const wholeEnd = table.used;
  for (let i = 0; i < table.inSpan; i++) table.pool[table.used++] = table.span[i] ?? 0;
  return { start, headingEnd, wholeEnd, bodyEnd: table.used };
}

/** The characters of a passage. */
export function lengthOf({ heading, body }: CountedPassage): number {
  return Math.max(0, heading.end - heading.start) + body.end - body.start;
}

/** Makes room for a passage: half of the slots stay free, so that a search ends after a step or two. */
function reserve(table: Table, passage: CountedPassage): void {
  const characters = lengthOf(passage);
  while ((table.count + characters) * 2 * WIDTH > table.slots.length) widen(table);
  if (characters > table.span.length) table.span = new Int32Array(2 * characters);
}

/** Puts the pairs that the reading `than` has not seen into the pool, each once, and counts the passage for them. */
function readSpan(table: Table, { text, times }: CountedPassage, span: Span, than: number): void {
  const { slots, seen, passages, pool, span: all, reading } = table;
  table.inSpan = 0;
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
    const id = slots[at + 1] ?? 0;
    const last = seen[id];
    if (last === reading) continue;
    seen[id] = reading;
    all[table.inSpan++] = id;
    if (last === than) continue;
    pool[table.used++] = id;
    passages[id] = (passages[id] ?? 0) + times;
  }
}

/** Counts a passage for those of its pairs that have a slot and were not seen in this reading yet. */
function countSpan(
  { slots, seen, passages, reading }: Table,
  { text, times }: CountedPassage,
  span: Span,
): void {
  let before = 0;
  for (let i = span.start; i < span.end; i++) {
    const code = folded(text.charCodeAt(i));
    const key = (before << 16) | code;
    const isPair = before !== 0 && code !== 0;
    before = code;
    if (!isPair) continue;
    const at = placeOf(slots, key);
    if (slots[at] === 0) continue;
    const id = slots[at + 1] ?? 0;
    if (seen[id] === reading) continue;
    seen[id] = reading;
    passages[id] = (passages[id] ?? 0) + times;
  }
}

function widen(table: Table): void {
  const { slots } = table;
  const wide = new Int32Array(slots.length * 2);
  for (let from = 0; from < slots.length; from += WIDTH) {
    const key = slots[from] ?? 0;
    if (key === 0) continue;
    const at = placeOf(wide, key);
    wide[at] = key;
    wide[at + 1] = slots[from + 1] ?? 0;
  }
  table.slots = wide;
  table.seen = doubled(table.seen);
  table.passages = doubled(table.passages);
}

function doubled(old: Int32Array): Int32Array {
  const wide = new Int32Array(old.length * 2);
  wide.set(old);
  return wide;
}

/** Where `key` is or would be. */
function placeOf(slots: Int32Array, key: number): number {
  const mask = slots.length - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> Math.clz32(mask)) & ~(WIDTH - 1);
  for (let found = slots[at]; found !== 0 && found !== key; found = slots[at]) at = (at + WIDTH) & mask;
  return at;
}

function worthOf({ slots, count, passages: held }: Table, passages: number): Float64Array {
  const worth = new Float64Array(count);
  /** By the number of passages that hold a pair; 0 where nobody asked yet. */
  const known = new Float64Array(Math.max(passages, 2) + 1);
  for (let id = 0; id < count; id++) {
    const times = Math.max(held[id] ?? 0, 2);
    let value = known[times] ?? 0;
    if (value === 0) known[times] = value = Math.log(1 + passages / times) ** 2;
    worth[id] = value;
  }
  for (const key of stockPairs.get()) {
    const at = placeOf(slots, key);
    const id = slots[at + 1] ?? 0;
    if (slots[at] !== 0) worth[id] = (worth[id] ?? 0) * STOCK_FACTOR;
  }
  return worth;
}

/** The pairs of characters within stock phrases. */
const stockPairs = later(() => {
  const pairs = stockPhrases.flatMap((phrase) =>
    Array.from(
      { length: phrase.length - 1 },
      (_, i) => (folded(phrase.charCodeAt(i)) << 16) | folded(phrase.charCodeAt(i + 1)),
    ),
  );
  return Int32Array.from(new Set(pairs));
});
