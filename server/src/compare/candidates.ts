import type { GramSet } from "./grams.js";
import { hasSameTitle, type ItemText } from "./itemText.js";
import type { Measure } from "./measure.js";
import { createSharedWorth } from "./sharedWorth.js";

/** An item of the draft beside one of last year's that may be its counterpart. Likenesses are 0 … 1. */
export interface Candidate {
  readonly draft: ItemText;
  readonly earlier: ItemText;
  /** A stock heading stands over one of them and says little of the pair. */
  readonly stock: boolean;
  readonly title: number;
  /** Of two sections: how many of their tasks belong together. */
  readonly body: number;
  /** Of two sections 0: it is not looked at. */
  readonly whole: number;
}

/** How many counterparts are weighed per item. */
const KEPT = 6;
/** A pair of characters found in more items than this says too little to be followed up. */
const COMMON = 32;

/** Two plans to be aligned: their items by `index`, and the pairs of equal tasks, which need no candidate. */
export interface BothPlans {
  readonly draft: readonly ItemText[];
  readonly earlier: readonly ItemText[];
  readonly settled: readonly Candidate[];
  readonly measure: Measure;
}

/** Two sections that are alike in what they say themselves. Only their tasks can tell whether they belong together. */
export interface TwoSections {
  readonly draft: ItemText;
  readonly earlier: ItemText;
}

/** What may belong together. */
export interface OpenPairs {
  /** At least one of the two is a task. */
  readonly texts: readonly Candidate[];
  readonly sections: readonly TwoSections[];
}

/** For each item of the draft that is not settled the items of the earlier plan that share most of its rare character pairs. */
export function candidates({ draft, earlier, settled, measure }: BothPlans): OpenPairs {
  const [mine, theirs] = [new Uint8Array(draft.length), new Uint8Array(earlier.length)];
  for (const pair of settled) mine[pair.draft.index] = theirs[pair.earlier.index] = 1;
  const left = earlier.filter(({ index }) => theirs[index] === 0);
  const nearestTo = remembered(createSearch(left, measure));
  const texts: Candidate[] = [];
  const sections: TwoSections[] = [];
  const likenessTo = createLikeness(measure);
  for (const one of draft) {
    if (mine[one.index] === 1) continue;
    const { items, likeness } = nearestTo(one);
    const isTask = !one.isSection;
    for (let at = 0; at < items.length; at++) {
      const other = items[at] as ItemText;
      if (isTask || !other.isSection) texts.push(likenessTo(one, other, likeness[at] ?? 0));
      else sections.push({ draft: one, earlier: other });
    }
  }
  return { texts, sections };
}

type Likeness = (draft: ItemText, earlier: ItemText, whole: number) => Candidate;

/** It is asked of one item of the draft after the other. */
function createLikeness(measure: Measure): Likeness {
  const [titles, bodies] = [createSharedWorth(measure), createSharedWorth(measure)];
  let marked: ItemText | undefined;
  return (draft, earlier, whole) => {
    if (draft !== marked) {
      const pairs = measure.pairs(draft);
      titles.mark(pairs.heading);
      bodies.mark(pairs.body);
      marked = draft;
    }
    return {
      draft,
      earlier,
      stock: measure.isStock(draft) || measure.isStock(earlier),
      title: hasSameTitle(draft, earlier) ? 1 : titles.likeness(measure.pairs(earlier).heading),
      body: bodies.likeness(measure.pairs(earlier).body),
      whole,
    };
  };
}

/** For each character pair the items that hold it: `items[from[id]] … items[from[id + 1] - 1]`. */
interface Holders {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

function holders(sets: readonly GramSet[], { pool, worth }: Measure): Holders {
  const from = new Int32Array(worth.length + 1);
  for (const { from: first, to } of sets) {
    for (let at = first; at < to; at++) {
      const id = pool[at] ?? 0;
      from[id] = (from[id] ?? 0) + 1;
    }
  }
  let total = 0;
  for (let id = 0; id < from.length; id++) from[id] = total += from[id] ?? 0;
  const items = new Int32Array(total);
  for (let i = sets.length - 1; i >= 0; i--) {
    const { from: first, to } = sets[i] ?? { from: 0, to: 0 };
    for (let at = first; at < to; at++) {
      const id = pool[at] ?? 0;
      const place = (from[id] ?? 0) - 1;
      from[id] = place;
      items[place] = i;
    }
  }
  return { from, items };
}

/** The most alike first; of equals those that are read first. */
interface Near {
  readonly items: readonly ItemText[];
  readonly likeness: readonly number[];
}

type Search = (one: ItemText) => Near;

/** Headings such as 工作目标 stand over many a section of one plan: what is near to them is searched for once. */
function remembered(search: Search): Search {
  const known: ({ readonly kind: string; readonly near: Near } | undefined)[] = [];
  return (one) => {
    const { place } = one.wording;
    const { kind } = one.item.part;
    const before = known[place];
    if (before?.kind === kind) return before.near;
    const near = search(one);
    known[place] = { kind, near };
    return near;
  };
}

/** So far under another square that no rounding can turn the two around. */
const SURELY = 1 - 1e-9;

/** The best of a search that goes on; the first `count` places are taken. */
interface Best {
  readonly items: Int32Array;
  readonly likeness: Float64Array;
  count: number;
}

function createSearch(texts: readonly ItemText[], measure: Measure): Search {
  const sets = texts.map((text) => measure.pairs(text).whole);
  const shared = createSharedSums(sets, measure);
  // Beside each other in memory, for they are asked for at random.
  const kinds = texts.map(({ item }) => item.part.kind);
  const totals = new Float64Array(sets.length);
  sets.forEach((set, i) => (totals[i] = set.total));
  const best: Best = { items: new Int32Array(KEPT), likeness: new Float64Array(KEPT), count: 0 };
  return (one) => {
    const { whole } = measure.pairs(one);
    const { kind } = one.item.part;
    best.count = 0;
    let least = 0;
    shared(whole, (i, sum) => {
      const total = totals[i] ?? 0;
      // Most are surely less alike than the best, which the squares tell sooner than the roots.
      if (sum * sum < least * total || kinds[i] !== kind) return;
      insert(best, i, sum / Math.sqrt(whole.total * total));
      if (best.count === KEPT) least = SURELY * (best.likeness[KEPT - 1] ?? 0) ** 2 * whole.total;
    });
    const near = { items: [] as ItemText[], likeness: [] as number[] };
    for (let at = 0; at < best.count; at++) {
      near.items.push(texts[best.items[at] ?? 0] as ItemText);
      near.likeness.push(best.likeness[at] ?? 0);
    }
    return near;
  };
}

function insert(best: Best, i: number, likeness: number): void {
  let at = best.count;
  for (; at > 0; at--) {
    const before = best.likeness[at - 1] ?? 0;
    if (likeness < before || (likeness === before && i > (best.items[at - 1] ?? 0))) break;
    if (at === KEPT) continue;
    best.items[at] = best.items[at - 1] ?? 0;
    best.likeness[at] = before;
  }
  if (at === KEPT) return;
  best.items[at] = i;
  best.likeness[at] = likeness;
  if (best.count < KEPT) best.count++;
}

/** Tells of each set that shares a rare pair with the one asked for what the shared ones are worth together. */
function createSharedSums(
  sets: readonly GramSet[],
  measure: Measure,
): (one: GramSet, tell: (i: number, sum: number) => void) => void {
  const { pool, worth } = measure;
  const { from, items } = holders(sets, measure);
  /** All zero between two searches. */
  const sums = new Float64Array(sets.length);
  const touched = new Int32Array(sets.length);
  return (one, tell) => {
    let count = 0;
    for (let at = one.from; at < one.to; at++) {
      const id = pool[at] ?? 0;
      const [first, end] = [from[id] ?? 0, from[id + 1] ?? 0];
      if (end - first > COMMON) continue;
      const value = worth[id] ?? 0;
      for (let k = first; k < end; k++) {
        const i = items[k] ?? 0;
        const before = sums[i] ?? 0;
        if (before === 0) touched[count++] = i;
        sums[i] = before + value;
      }
    }
    for (let at = 0; at < count; at++) {
      const i = touched[at] ?? 0;
      tell(i, sums[i] ?? 0);
      sums[i] = 0;
    }
  };
}
