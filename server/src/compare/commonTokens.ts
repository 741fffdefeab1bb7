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
    const cells = (inner.a1 - inner.a0) * (inner.b1 - inner.b0);
    if (cells === 0) continue;
    if (cells <= SMALL_TABLE) keepHeaviest(pair, inner, partner);
    else divide(pair, inner, { open, partner });
  }
  return partner;
}

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

function divide(pair: TokenPair, window: Window, into: Division): void {
  const anchors = rising(uniquePairs(pair, window));
  if (anchors.length === 0) {
    const cells = (window.a1 - window.a0) * (window.b1 - window.b0);
    // A larger window without a single unique word in common is shown as replaced: true, if coarse.
    if (cells <= LARGEST_TABLE) keepHeaviest(pair, window, into.partner);
    return;
  }
  let { a0, b0 } = window;
  for (const [a, b] of anchors) {
    into.partner[b] = a;
    into.open.push({ a0, a1: a, b0, b1: b });
    a0 = a + 1;
    b0 = b + 1;
  }
  into.open.push({ a0, a1: window.a1, b0, b1: window.b1 });
}

type IndexPair = readonly [a: number, b: number];

/** Words that occur once on each side of the window, in the order of `b`. */
function uniquePairs({ a, b, weights }: TokenPair, window: Window): IndexPair[] {
  const inA = placesOfUnique(a, window.a0, window.a1);
  const inB = placesOfUnique(b, window.b0, window.b1);
  const pairs: IndexPair[] = [];
  for (const [id, at] of inB) {
    if (at < 0 || (weights[id] ?? 0) < ANCHOR_WEIGHT) continue;
    const other = inA.get(id);
    if (other !== undefined && other >= 0) pairs.push([other, at]);
  }
  return pairs.sort((one, two) => one[1] - two[1]);
}

function placesOfUnique(tokens: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const id = tokens[i] ?? 0;
    places.set(id, places.has(id) ? -1 : i);
  }
  return places;
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
