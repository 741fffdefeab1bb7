/** A stretch of token numbers `[a0, a1)` of the earlier text beside `[b0, b1)` of the draft. */
interface Window {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Two texts as token numbers; equal numbers are equal words. `weights[id]` says how much a word is worth keeping. */
export interface TokenPair {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weights: readonly number[];
}

/** Table cells that one exact search may take. Larger windows are first divided at words that occur once. */
const SMALL_TABLE = 2_500;
const LARGEST_TABLE = 250_000;
/** Below this weight a word (的, a comma) is too common to divide a text by. */
const ANCHOR_WEIGHT = 3;

/**
 * For each token of `b` the index of the token of `a` it stays equal to, or -1. Indices only rise. Windows are
 * divided at words unique to both sides and solved exactly once they are small, so the work grows with the text
 * and with the size of its gaps, never with the square of a document.
 */
export function commonTokens(pair: TokenPair): Int32Array {
  const partner = new Int32Array(pair.b.length).fill(-1);
  const open: Window[] = [{ a0: 0, a1: pair.a.length, b0: 0, b1: pair.b.length }];
  for (let window = open.pop(); window; window = open.pop()) {
    const inner = withoutCommonEnds(pair, window, partner);
    if (cellsOf(inner) > SMALL_TABLE) divide(pair, inner, { open, partner });
    else if (cellsOf(inner) > 0) keepHeaviest(pair, inner, partner);
  }
  return partner;
}

const cellsOf = ({ a0, a1, b0, b1 }: Window): number => (a1 - a0) * (b1 - b0);
const tokensOf = ({ a0, a1, b0, b1 }: Window): number => a1 - a0 + (b1 - b0);

function withoutCommonEnds({ a, b }: TokenPair, window: Window, partner: Int32Array): Window {
  let { a0, a1, b0, b1 } = window;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) partner[b0++] = a0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) partner[--b1] = --a1;
  return { a0, a1, b0, b1 };
}

interface Division {
  readonly open: Window[];
  readonly partner: Int32Array;
}

/**
 * Divides a window at its anchors, and the largest part again, as long as it can be. What the others held is taken out
 * of the counts instead of the largest part being counted anew: where each division takes a line off the ends, that
 * would take the square of the lines.
 */
function divide(pair: TokenPair, whole: Window, { open, partner }: Division): void {
  const counts = countsIn(pair, whole);
  let window = whole;
  let candidates: Iterable<number> = counts.keys();
  for (;;) {
    const anchors = rising(uniquePairs(counts, candidates, pair.weights));
    if (anchors.length === 0) break;
    const parts = partsBetween(window, anchors, partner);
    const largest = parts.reduce((most, one) => (tokensOf(one) > tokensOf(most) ? one : most));
    for (const part of parts) if (part !== largest) open.push(part);
    const inner = withoutCommonEnds(pair, largest, partner);
    if (cellsOf(inner) <= SMALL_TABLE) {
      if (cellsOf(inner) > 0) keepHeaviest(pair, inner, partner);
      return;
    }
    candidates = takeOut(pair, counts, { window, inner });
    window = inner;
  }
  // A larger window without a single unique word in common is shown as replaced: true, if coarse.
  if (cellsOf(window) <= LARGEST_TABLE) keepHeaviest(pair, window, partner);
}

/** What lies before, between and behind the anchors, which stay. */
function partsBetween(window: Window, anchors: readonly IndexPair[], partner: Int32Array): Window[] {
  const parts: Window[] = [];
  let { a0, b0 } = window;
  for (const [a, b] of anchors) {
    partner[b] = a;
    parts.push({ a0, a1: a, b0, b1: b });
    a0 = a + 1;
    b0 = b + 1;
  }
  parts.push({ a0, a1: window.a1, b0, b1: window.b1 });
  return parts;
}

type IndexPair = readonly [a: number, b: number];

/** How often a word stands on each side of a window, and the sum of its places: where it stands once, the place. */
interface Tally {
  inA: number;
  inB: number;
  placesInA: number;
  placesInB: number;
}

type Counts = Map<number, Tally>;

function countsIn({ a, b }: TokenPair, { a0, a1, b0, b1 }: Window): Counts {
  const counts: Counts = new Map();
  for (let i = a0; i < a1; i++) {
    const tally = tallyOf(counts, a[i] ?? 0);
    tally.inA++;
    tally.placesInA += i;
  }
  for (let j = b0; j < b1; j++) {
    const tally = tallyOf(counts, b[j] ?? 0);
    tally.inB++;
    tally.placesInB += j;
  }
  return counts;
}

function tallyOf(counts: Counts, id: number): Tally {
  let tally = counts.get(id);
  if (!tally) counts.set(id, (tally = { inA: 0, inB: 0, placesInA: 0, placesInB: 0 }));
  return tally;
}

/**
 * Takes what lies around `inner` out of the counts of the window, and gives the words met there. No other word can have
 * become an anchor, and no anchor of the window lies in `inner` unused: it would have made the rising chain longer.
 */
function takeOut(
  { a, b }: TokenPair,
  counts: Counts,
  { window, inner }: { readonly window: Window; readonly inner: Window },
): Set<number> {
  const met = new Set<number>();
  const each = (
    tokens: Int32Array,
    from: number,
    to: number,
    leave: (tally: Tally, at: number) => void,
  ): void => {
    for (let at = from; at < to; at++) {
      const id = tokens[at] ?? 0;
      leave(tallyOf(counts, id), at);
      met.add(id);
    }
  };
  const leaveA = (tally: Tally, at: number): void => {
    tally.inA--;
    tally.placesInA -= at;
  };
  const leaveB = (tally: Tally, at: number): void => {
    tally.inB--;
    tally.placesInB -= at;
  };
  each(a, window.a0, inner.a0, leaveA);
  each(a, inner.a1, window.a1, leaveA);
  each(b, window.b0, inner.b0, leaveB);
  each(b, inner.b1, window.b1, leaveB);
  return met;
}

/** Words that occur once on each side of the window, in the order of `b`. */
function uniquePairs(counts: Counts, ids: Iterable<number>, weights: readonly number[]): IndexPair[] {
  const pairs: IndexPair[] = [];
  for (const id of ids) {
    const tally = counts.get(id);
    if (tally?.inA !== 1 || tally.inB !== 1 || (weights[id] ?? 0) < ANCHOR_WEIGHT) continue;
    pairs.push([tally.placesInA, tally.placesInB]);
  }
  return pairs.sort((one, two) => one[1] - two[1]);
}

/** The longest chain of pairs that rises on both sides. */
function rising(pairs: readonly IndexPair[]): IndexPair[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const aOf = (index: number | undefined): number => (index === undefined ? -1 : (pairs[index]?.[0] ?? -1));
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (aOf(tails[middle]) < aOf(i)) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  }
  const chain: IndexPair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) chain.push(pairs[i] ?? [0, 0]);
  return chain.reverse();
}

/** The common words that weigh most together, by the plain table of the longest common subsequence. */
function keepHeaviest(pair: TokenPair, window: Window, partner: Int32Array): void {
  const { a, b, weights } = pair;
  const width = window.b1 - window.b0 + 1;
  const best = new Int32Array((window.a1 - window.a0 + 1) * width);
  for (let i = window.a1 - 1; i >= window.a0; i--) {
    const id = a[i] ?? 0;
    const weight = weights[id] ?? 1;
    let at = (i - window.a0) * width + width - 2;
    let right = 0;
    for (let j = window.b1 - 1; j >= window.b0; j--, at--) {
      const below = best[at + width] ?? 0;
      if (below > right) right = below;
      if (id === b[j]) right = Math.max(right, (best[at + width + 1] ?? 0) + weight);
      best[at] = right;
    }
  }
  let i = window.a0;
  let j = window.b0;
  while (i < window.a1 && j < window.b1) {
    const at = (i - window.a0) * width + j - window.b0;
    const weight = weights[a[i] ?? 0] ?? 1;
    if (a[i] === b[j] && best[at] === (best[at + width + 1] ?? 0) + weight) partner[j++] = i++;
    else if (best[at] === best[at + width]) i++;
    else j++;
  }
}
