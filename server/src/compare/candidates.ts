import { GRAM_SLOTS } from "./grams.js";
import type { ItemText, ReadPlans } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/** An item of the draft beside one of last year's that may be its counterpart. Likenesses are 0 … 1. */
export interface Candidate {
  readonly draft: ItemText;
  readonly earlier: ItemText;
  readonly title: number;
  readonly body: number;
  readonly whole: number;
}

/** How many counterparts are weighed per item. */
const KEPT = 8;
/** A pair of characters found in more items than this says too little to be followed up. */
const COMMON = 64;

/** For each item of the draft the items of the earlier plan that share most of its rare character pairs. */
export function candidates(
  draft: readonly ItemText[],
  earlier: readonly ItemText[],
  worth: ReadPlans["worth"],
): Candidate[] {
  const index = holders(earlier);
  const sums = new Float64Array(earlier.length);
  const nearest = draft.map((one) => nearestTo(one, { earlier, index, sums, worth }));
  const found: Candidate[] = [];
  const [titles, bodies] = [createSharedWorth(worth), createSharedWorth(worth)];
  draft.forEach((one, i) => {
    titles.mark(one.heading);
    bodies.mark(one.body);
    for (const [other, whole] of nearest[i] ?? []) {
      found.push({
        draft: one,
        earlier: other,
        title: one.title === other.title ? 1 : titles.likeness(other.heading),
        body: bodies.likeness(other.body),
        whole: one.said === other.said && one.item.children.length === 0 ? 1 : whole,
      });
    }
  });
  return found;
}

/** For each character pair the items that hold it: `items[from[slot]] … items[from[slot + 1] - 1]`. */
interface Holders {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

function holders(texts: readonly ItemText[]): Holders {
  const from = new Int32Array(GRAM_SLOTS + 1);
  for (const { whole } of texts) for (const at of whole.grams) from[at] = (from[at] ?? 0) + 1;
  let total = 0;
  for (let at = 0; at <= GRAM_SLOTS; at++) from[at] = total += from[at] ?? 0;
  const items = new Int32Array(total);
  for (let i = texts.length - 1; i >= 0; i--) {
    for (const at of texts[i]?.whole.grams ?? []) {
      const place = (from[at] ?? 0) - 1;
      from[at] = place;
      items[place] = i;
    }
  }
  return { from, items };
}

interface Search {
  readonly earlier: readonly ItemText[];
  readonly index: Holders;
  /** Scratch space, all zero between two searches. */
  readonly sums: Float64Array;
  readonly worth: Float64Array;
}

function nearestTo(one: ItemText, { earlier, index, sums, worth }: Search): [ItemText, number][] {
  const touched: number[] = [];
  for (const at of one.whole.grams) {
    const from = index.from[at] ?? 0;
    const to = index.from[at + 1] ?? 0;
    if (to - from > COMMON) continue;
    const value = worth[at] ?? 0;
    for (let k = from; k < to; k++) {
      const i = index.items[k] ?? 0;
      if (sums[i] === 0) touched.push(i);
      sums[i] = (sums[i] ?? 0) + value;
    }
  }
  const scored = touched.flatMap((i): [number, number][] => {
    const other = earlier[i];
    const sum = sums[i] ?? 0;
    sums[i] = 0;
    if (!other || other.item.part.kind !== one.item.part.kind) return [];
    return [[i, sum / Math.sqrt(one.whole.total * other.whole.total)]];
  });
  scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return scored.slice(0, KEPT).flatMap(([i, whole]): [ItemText, number][] => {
    const other = earlier[i];
    return other ? [[other, whole]] : [];
  });
}
