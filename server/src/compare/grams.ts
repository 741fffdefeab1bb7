import type { Span } from "../text/span.js";
import { stockPhrases } from "./stockPhrases.js";

/** Slots of a table of character pairs. Pairs of two plans fill a few per cent of it, so few of them share a slot. */
export const GRAM_SLOTS = 1 << 18;

/** What a stock pair such as 加强 counts beside any other of the same rarity. */
const STOCK_FACTOR = 0.35;
const DIGIT = 0x23;

/** The pair of characters as a slot of the table. Equal pairs give equal slots on every machine. */
function slot(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 14;
}

/** A character as it counts for likeness: digits alike, full-width as half-width, capitals as small; 0 for marks. */
function folded(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (half >= 0x30 && half <= 0x39) return DIGIT;
  if (half >= 0x41 && half <= 0x5a) return half + 32;
  return (half >= 0x61 && half <= 0x7a) || (half >= 0x3400 && half <= 0xd7ff) ? half : 0;
}

/** Collects the different character pairs of one passage after another, and counts in how many each occurs. */
export interface GramReader {
  /** The slots of the pairs in `text` under `span`, each once, in the order of first occurrence. */
  read(text: string, span: Span): Int32Array;
}

export function createGramReader(): GramReader {
  const stamps = new Int32Array(GRAM_SLOTS);
  const buffer: number[] = [];
  let stamp = 0;
  return {
    read(text, span) {
      stamp++;
      buffer.length = 0;
      let before = 0;
      for (let i = span.start; i < span.end; i++) {
        const code = folded(text.charCodeAt(i));
        if (before !== 0 && code !== 0) {
          const at = slot(before, code);
          if (stamps[at] !== stamp) {
            stamps[at] = stamp;
            buffer.push(at);
          }
        }
        before = code;
      }
      return Int32Array.from(buffer);
    },
  };
}

/**
 * What sharing a pair is worth, by slot: the square of its inverse document frequency, so that a rare pair outweighs
 * many common ones. A pair found in one passage only still counts in the sums that likeness is divided by.
 */
export function gramWorth(passages: readonly Int32Array[]): Float64Array {
  const counts = new Int32Array(GRAM_SLOTS);
  for (const grams of passages) for (const at of grams) counts[at] = (counts[at] ?? 0) + 1;
  const worth = new Float64Array(GRAM_SLOTS);
  const logs = Array.from(
    { length: passages.length + 1 },
    (_, n) => Math.log(1 + passages.length / Math.max(n, 2)) ** 2,
  );
  for (const grams of passages) for (const at of grams) worth[at] = logs[counts[at] ?? 0] ?? 0;
  for (const at of stockSlots()) worth[at] = (worth[at] ?? 0) * STOCK_FACTOR;
  return worth;
}

function stockSlots(): Set<number> {
  const slots = new Set<number>();
  for (const phrase of stockPhrases) {
    for (let i = 1; i < phrase.length; i++) slots.add(slot(phrase.charCodeAt(i - 1), phrase.charCodeAt(i)));
  }
  return slots;
}

/** The worth of all pairs of a passage together. */
export function totalWorth(grams: Int32Array, worth: Float64Array): number {
  let sum = 0;
  for (const at of grams) sum += worth[at] ?? 0;
  return sum;
}
