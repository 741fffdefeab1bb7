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

/** The pairs of a heading and of what stands behind it, each once; `whole` has those of both. */
export interface ReadPairs {
  readonly heading: readonly number[];
  readonly body: readonly number[];
  readonly whole: readonly number[];
}

/** Pairs of neighbouring characters as small whole numbers from 0, given out in the order of first sight. */
export interface GramTable {
  /** How many different pairs have been seen. */
  size(): number;
  /** The pairs in `text` under either span. */
  read(text: string, heading: Span, body: Span): ReadPairs;
}

/**
 * An open hash table over typed arrays, with the reading that last saw a pair in its slot: two plans hold tens of
 * thousands of pairs, and a `Map` and a `Set` would take most of the time.
 */
export function createGramTable(): GramTable {
  let slots = emptySlots(1 << 15);
  let count = 0;
  let reading = 0;
  const slotOf = (key: number): number => {
    const at = placeOf(slots.keys, key);
    if (slots.keys[at] === key) return at;
    slots.keys[at] = key;
    slots.numbers[at] = count++;
    // Kept half empty, so that a search ends after a step or two.
    if (count * 2 < slots.keys.length) return at;
    slots = widened(slots);
    return placeOf(slots.keys, key);
  };
  const readSpan = (text: string, { start, end }: Span, into: (slot: number) => void): void => {
    let before = 0;
    for (let i = start; i < end; i++) {
      const code = folded(text.charCodeAt(i));
      if (before !== 0 && code !== 0) into(slotOf((before << 16) | code));
      before = code;
    }
  };
  return {
    size: () => count,
    read(text, headingSpan, bodySpan) {
      const [heading, body, whole]: [number[], number[], number[]] = [[], [], []];
      const [inHeading, inBody] = [++reading, ++reading];
      readSpan(text, headingSpan, (slot) => {
        if (slots.seen[slot] === inHeading) return;
        slots.seen[slot] = inHeading;
        heading.push(slots.numbers[slot] ?? 0);
      });
      for (const id of heading) whole.push(id);
      readSpan(text, bodySpan, (slot) => {
        const seen = slots.seen[slot];
        if (seen === inBody) return;
        slots.seen[slot] = inBody;
        const id = slots.numbers[slot] ?? 0;
        body.push(id);
        if (seen !== inHeading) whole.push(id);
      });
      return { heading, body, whole };
    },
  };
}

interface Slots {
  /** 0 where the slot is free. */
  readonly keys: Int32Array;
  readonly numbers: Int32Array;
  /** The reading that saw the pair last. */
  readonly seen: Int32Array;
}

function emptySlots(size: number): Slots {
  return { keys: new Int32Array(size), numbers: new Int32Array(size), seen: new Int32Array(size) };
}

function widened(old: Slots): Slots {
  const wide = emptySlots(old.keys.length * 2);
  old.keys.forEach((key, i) => {
    if (key === 0) return;
    const at = placeOf(wide.keys, key);
    wide.keys[at] = key;
    wide.numbers[at] = old.numbers[i] ?? 0;
    wide.seen[at] = old.seen[i] ?? 0;
  });
  return wide;
}

/** Where `key` is or would be. */
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
export function gramWorth(table: GramTable, passages: readonly (readonly number[])[]): Float64Array {
  const nowhere = { start: 0, end: 0 };
  const stock = stockPhrases.map((phrase) => table.read(phrase, { start: 0, end: phrase.length }, nowhere));
  const counts = new Int32Array(table.size());
  for (const grams of passages) for (const id of grams) counts[id] = (counts[id] ?? 0) + 1;
  const byCount: number[] = [];
  const worth = new Float64Array(counts.length);
  for (let id = 0; id < counts.length; id++) {
    const n = Math.max(counts[id] ?? 0, 2);
    worth[id] = byCount[n] ??= Math.log(1 + passages.length / n) ** 2;
  }
  for (const id of new Set(stock.flatMap(({ heading }) => heading)))
    worth[id] = (worth[id] ?? 0) * STOCK_FACTOR;
  return worth;
}

/** The worth of all pairs of a passage together. */
export function totalWorth(grams: readonly number[], worth: Float64Array): number {
  let sum = 0;
  for (const id of grams) sum += worth[id] ?? 0;
  return sum;
}
