import type { BothPlans, Candidate, TwoSections } from "./candidates.js";
import { hasSameTitle, type ItemText } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/**
 * Sections that may be counterparts: those whose tasks belong together, and those that are `alike` in what they say
 * themselves. Their `body` is the share of tasks that they have in common, 0 … 1. What a search gives holds until the next.
 */
export type SectionSearch = (pairs: readonly Candidate[]) => Candidate[];

/** A candidate whose `body` is what the search told that was the last. */
interface SectionCandidate extends Candidate {
  body: number;
}

/** Two sections with the pairs of tasks that lie in them. */
interface VotedPair {
  readonly candidate: SectionCandidate;
  /** How many tasks they have on the average. */
  readonly tasks: number;
  isAlike: boolean;
  /** By pairs that are settled, which count in every search, and by all pairs. */
  settled: number;
  votes: number;
}

export function createSectionSearch(plans: BothPlans, alike: readonly TwoSections[]): SectionSearch {
  const pairs: VotedPair[] = [];
  const pairOf = createPairs(plans, pairs);
  vote(plans.settled, (one, other, votes) => {
    const pair = pairOf(one, other);
    if (pair) pair.settled += votes;
  });
  for (const { draft, earlier } of alike) {
    const pair = pairOf(draft, earlier);
    if (pair) pair.isAlike = true;
  }
  return (won) => {
    for (const pair of pairs) pair.votes = pair.settled;
    vote(won, (one, other, votes) => {
      const pair = pairOf(one, other);
      if (pair) pair.votes += votes;
    });
    const found: Candidate[] = [];
    for (const { candidate, tasks, isAlike, votes } of pairs) {
      if (votes === 0 && !isAlike) continue;
      candidate.body = votes / tasks;
      found.push(candidate);
    }
    return found;
  };
}

/** Every two sections that a pair of tasks lies in get its vote; tasks that follow one another mostly lie in the same. */
function vote(
  pairs: readonly Candidate[],
  give: (one: ItemText, other: ItemText, votes: number) => void,
): void {
  let one: ItemText | undefined;
  let other: ItemText | undefined;
  let count = 0;
  const cast = (): void => {
    for (let mine = one; mine; mine = mine.parent)
      for (let theirs = other; theirs; theirs = theirs.parent) give(mine, theirs, count);
  };
  for (const { draft, earlier } of pairs) {
    if (draft.isSection || earlier.isSection) continue;
    if (draft.parent !== one || earlier.parent !== other) {
      cast();
      one = draft.parent;
      other = earlier.parent;
      count = 0;
    }
    count++;
  }
  cast();
}

type Pairs = (one: ItemText, other: ItemText) => VotedPair | undefined;

/** Makes the pair of two sections when it is first asked for, and notes it; those of parts of different kinds are none. */
function createPairs({ draft, earlier, measure }: BothPlans, all: VotedPair[]): Pairs {
  const known = new Map<number, VotedPair>();
  const [mine, theirs] = [taskCounts(draft), taskCounts(earlier)];
  const titles = createSharedWorth(measure);
  const likeness = (one: ItemText, other: ItemText): number => {
    if (hasSameTitle(one, other)) return 1;
    titles.mark(measure.pairs(one).heading);
    return titles.likeness(measure.pairs(other).heading);
  };
  return (one, other) => {
    const key = one.index * earlier.length + other.index;
    const before = known.get(key);
    if (before) return before;
    if (one.item.part.kind !== other.item.part.kind) return undefined;
    const stock = measure.isStock(one) || measure.isStock(other);
    const candidate = { draft: one, earlier: other, stock, title: likeness(one, other), body: 0, whole: 0 };
    const tasks = Math.max(1, Math.sqrt((mine[one.index] ?? 1) * (theirs[other.index] ?? 1)));
    const pair = { candidate, tasks, isAlike: false, settled: 0, votes: 0 };
    known.set(key, pair);
    all.push(pair);
    return pair;
  };
}

/** How many items without children lie under each item. */
function taskCounts(texts: readonly ItemText[]): Int32Array {
  const counts = new Int32Array(texts.length);
  for (const { isSection, parent } of texts) {
    if (isSection) continue;
    for (let at = parent; at; at = at.parent) counts[at.index] = (counts[at.index] ?? 0) + 1;
  }
  return counts;
}
