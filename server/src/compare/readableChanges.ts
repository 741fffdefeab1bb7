/** Token indices: `[a0, a1)` of the earlier text became `[b0, b1)` of the draft. One of the two may be empty. */
export interface TokenChange {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The words of both texts, in order. */
export interface TwoTexts {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** The longest stretch of unchanged text, in characters, that two changes may swallow between them. */
const ISLAND = 3;
const BREAK = /[。；;！？!?\r\n]/;
const NUMBER = /[0-9０-９]/;
const PARTICLE = /^[的和与及等为了在把将、，,]+$/;

/** The changes that an alignment of tokens leaves, made easy to read: no small islands, edges at punctuation. */
export function readableChanges(texts: TwoTexts, partner: Int32Array): TokenChange[] {
  return slid(texts, withoutIslands(texts, rawChanges(texts, partner)));
}

/** The same of two texts that stand between others; undefined where a change might be moved into those. */
export function changesBetween(
  texts: TwoTexts,
  partner: Int32Array,
  around: Around,
): TokenChange[] | undefined {
  const changes = withoutIslands(texts, rawChanges(texts, partner));
  return changes.some((change) => isMovable(texts, change, around)) ? undefined : changes;
}

/** How much stands in front of two texts and behind them. */
export interface Around {
  readonly head: number;
  readonly tail: number;
}

function isMovable({ a, b }: TwoTexts, { a0, a1, b0, b1 }: TokenChange, { head, tail }: Around): boolean {
  if (a0 !== a1 && b0 !== b1) return false;
  const [words, from, to] = a0 === a1 ? [b, b0, b1] : [a, a0, a1];
  if ((from === 0 && head > 0) || (to === words.length && tail > 0)) return true;
  return words[from - 1] === words[to - 1] || words[from] === words[to];
}

function rawChanges({ a, b }: TwoTexts, partner: Int32Array): TokenChange[] {
  const changes: TokenChange[] = [];
  let a0 = 0;
  let b0 = 0;
  for (let j = 0; j <= b.length; j++) {
    const at = j === b.length ? a.length : (partner[j] ?? -1);
    if (at < 0) continue;
    if (at > a0 || j > b0) changes.push({ a0, a1: at, b0, b1: j });
    a0 = at + 1;
    b0 = j + 1;
  }
  return changes;
}

function withoutIslands(texts: TwoTexts, changes: readonly TokenChange[]): TokenChange[] {
  const merged: TokenChange[] = [];
  for (const change of changes) {
    const last = merged.at(-1);
    if (last && swallowed(texts, last, change)) {
      merged[merged.length - 1] = { a0: last.a0, a1: change.a1, b0: last.b0, b1: change.b1 };
    } else merged.push(change);
  }
  return merged;
}

function swallowed(texts: TwoTexts, before: TokenChange, after: TokenChange): boolean {
  const island = texts.b.slice(before.b1, after.b0).join("");
  if (island.length > ISLAND || BREAK.test(island) || NUMBER.test(island)) return false;
  const least = Math.min(size(texts, before), size(texts, after));
  return PARTICLE.test(island) ? least >= 2 : island.length <= least;
}

/** The characters of the longer side. */
function size({ a, b }: TwoTexts, change: TokenChange): number {
  return Math.max(length(a, change.a0, change.a1), length(b, change.b0, change.b1));
}

function length(words: readonly string[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += words[i]?.length ?? 0;
  return sum;
}

/**
 * Pure insertions and deletions moved along equal text until they begin and end at punctuation: 督导室、 and not
 * 、督导室 where 基教科、职教科 became 基教科、督导室、职教科.
 */
function slid(texts: TwoTexts, changes: readonly TokenChange[]): TokenChange[] {
  return changes.map((change, i) => {
    const inserted = change.a0 === change.a1;
    if (!inserted && change.b0 !== change.b1) return change;
    const words = inserted ? texts.b : texts.a;
    const [from, to] = inserted ? [change.b0, change.b1] : [change.a0, change.a1];
    const room = {
      // A neighbour may itself have slid by at most its own room, so half of the equal text is left to each.
      left: Math.floor((change.b0 - (changes[i - 1]?.b1 ?? 0)) / 2),
      right: Math.floor(((changes[i + 1]?.b0 ?? texts.b.length) - change.b1) / 2),
    };
    const by = bestShift(words, { from, to }, room);
    return { a0: change.a0 + by, a1: change.a1 + by, b0: change.b0 + by, b1: change.b1 + by };
  });
}

function bestShift(
  words: readonly string[],
  run: { from: number; to: number },
  room: { left: number; right: number },
): number {
  let best = 0;
  let bestEdge = edge(words, run.from) + edge(words, run.to);
  const consider = (by: number): void => {
    const at = edge(words, run.from + by) + edge(words, run.to + by);
    if (at > bestEdge) [best, bestEdge] = [by, at];
  };
  for (let by = -1; -by <= room.left && words[run.from + by] === words[run.to + by]; by--) consider(by);
  for (let by = 1; by <= room.right && words[run.from + by - 1] === words[run.to + by - 1]; by++)
    consider(by);
  return best;
}

/** How natural a cut before word `at` is. */
function edge(words: readonly string[], at: number): number {
  const before = words[at - 1];
  if (before === undefined || /[\r\n]$/.test(before)) return 4;
  if (/[。；;！？!?]$/.test(before)) return 3;
  if (/[，、：,:]$/.test(before)) return 2;
  return at === words.length || /^[“《（(\r\n]/.test(words[at] ?? "") ? 1 : 0;
}
