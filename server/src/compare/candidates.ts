import type { ItemText, ReadPlans } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/** An item of the draft beside one of last year's that may be its counterpart. Likenesses are 0 … 1. */
export interface Candidate {
  readonly draft: ItemText;
  readonly earlier: ItemText;
  readonly title: number;
  /** Of two sections: how many of their tasks belong together. */
  readonly body: number;
  readonly whole: number;
}

/** How many counterparts are weighed per item. */
const KEPT = 6;
/** A pair of characters found in more items than this says too little to be followed up. */
const COMMON = 32;

export function isSection({ item }: ItemText): boolean {
  return item.children.length > 0;
}

/**
 * For each item of the draft the items of the earlier plan that share most of its rare character pairs. A task found
 * word for word once on either side needs no further candidate.
 */
export function candidates(
  draft: readonly ItemText[],
  earlier: readonly ItemText[],
  worth: ReadPlans["worth"],
): Candidate[] {
  const equal = equalPairs(draft, earlier);
  const found = equal.map(([one, other]): Candidate => ({
    draft: one,
    earlier: other,
    title: 1,
    body: 1,
    whole: 1,
  }));
  const settled = new Set(equal.flat());
  const open = earlier.filter((other) => !settled.has(other));
  const search: Search = {
    earlier: open,
    index: holders(open, worth.length),
    sums: new Float64Array(open.length),
    touched: [],
    worth,
  };
  const [titles, bodies] = [createSharedWorth(worth), createSharedWorth(worth)];
  for (const one of draft) {
    if (settled.has(one)) continue;
    titles.mark(one.heading);
    bodies.mark(one.body);
    for (const { other, whole } of nearestTo(one, search)) {
      const title = one.title === other.title ? 1 : titles.likeness(other.heading);
      found.push({ draft: one, earlier: other, title, body: bodies.likeness(other.body), whole });
    }
  }
  return found;
}

/** Tasks with the same words, if no other task of either plan has them. */
function equalPairs(
  draft: readonly ItemText[],
  earlier: readonly ItemText[],
): (readonly [ItemText, ItemText])[] {
  const [mine, theirs] = [bySaid(draft), bySaid(earlier)];
  const pairs: (readonly [ItemText, ItemText])[] = [];
  for (const [said, one] of mine) {
    const other = theirs.get(said);
    if (one && other && one.item.part.kind === other.item.part.kind) pairs.push([one, other]);
  }
  return pairs;
}

function bySaid(texts: readonly ItemText[]): Map<string, ItemText | undefined> {
  const found = new Map<string, ItemText | undefined>();
  for (const one of texts) {
    if (!one.bare && !isSection(one)) found.set(one.said, found.has(one.said) ? undefined : one);
  }
  return found;
}

/** For each character pair the items that hold it: `items[from[id]] … items[from[id + 1] - 1]`. */
interface Holders {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

function holders(texts: readonly ItemText[], size: number): Holders {
  const from = new Int32Array(size + 1);
  for (const { whole } of texts) for (const id of whole.grams) from[id] = (from[id] ?? 0) + 1;
  let total = 0;
  for (let id = 0; id <= size; id++) from[id] = total += from[id] ?? 0;
  const items = new Int32Array(total);
  for (let i = texts.length - 1; i >= 0; i--) {
    for (const id of texts[i]?.whole.grams ?? []) {
      const place = (from[id] ?? 0) - 1;
      from[id] = place;
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
  /** Which of them are not zero. */
  readonly touched: number[];
  readonly worth: Float64Array;
}

interface Near {
  readonly other: ItemText;
  readonly whole: number;
}

/** The most alike first; of equals those that are read first. */
function nearestTo(one: ItemText, search: Search): Near[] {
  const { earlier, sums, touched } = search;
  addShared(one, search);
  const best: Near[] = [];
  for (const i of touched) {
    const sum = sums[i] ?? 0;
    sums[i] = 0;
    const other = earlier[i];
    if (!other || other.item.part.kind !== one.item.part.kind) continue;
    const near = { other, whole: sum / Math.sqrt(one.whole.total * other.whole.total) };
    const last = best[KEPT - 1];
    if (last && !nearer(near, last)) continue;
    let at = Math.min(best.length, KEPT - 1);
    for (let lower = best[at - 1]; lower && nearer(near, lower); lower = best[at - 1]) best[at--] = lower;
    best[at] = near;
  }
  touched.length = 0;
  return best;
}

function nearer(one: Near, than: Near): boolean {
  return one.whole > than.whole || (one.whole === than.whole && one.other.item.index < than.other.item.index);
}

function addShared(one: ItemText, { index, sums, touched, worth }: Search): void {
  const { from, items } = index;
  for (const id of one.whole.grams) {
    const [first, end] = [from[id] ?? 0, from[id + 1] ?? 0];
    if (end - first > COMMON) continue;
    const value = worth[id] ?? 0;
    for (let k = first; k < end; k++) {
      const i = items[k] ?? 0;
      const before = sums[i] ?? 0;
      if (before === 0) touched.push(i);
      sums[i] = before + value;
    }
  }
}
