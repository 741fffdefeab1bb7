import type { Item } from "../plan/model.js";
import { type BothPlans, type Candidate, isSection } from "./candidates.js";
import { hasSameTitle, type ItemText } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/**
 * Sections that may be counterparts: those whose tasks belong together, and those that `byText` found alike in what
 * they say themselves. Their `body` is the share of tasks that they have in common, 0 … 1.
 */
export type SectionSearch = (pairs: readonly Candidate[]) => Candidate[];

/** The `settled` pairs count in every search and are looked through once. */
export function createSectionSearch(plans: BothPlans, byText: readonly Candidate[]): SectionSearch {
  const width = plans.earlier.length;
  const known = new Map<number, number>();
  vote(plans.settled, width, known);
  for (const { draft, earlier } of byText) {
    const key = draft.item.index * width + earlier.item.index;
    if (!known.has(key)) known.set(key, 0);
  }
  const candidateOf = createSectionCandidates(plans);
  return (pairs) => {
    const votes = new Map(known);
    vote(pairs, width, votes);
    const found: Candidate[] = [];
    for (const [key, count] of votes) {
      const candidate = candidateOf(Math.floor(key / width), key % width, count);
      if (candidate) found.push(candidate);
    }
    return found;
  };
}

/** Every two sections that a pair of tasks lies in get its vote; tasks that follow one another mostly lie in the same. */
function vote(pairs: readonly Candidate[], width: number, votes: Map<number, number>): void {
  let one: Item | undefined;
  let other: Item | undefined;
  let count = 0;
  const cast = (): void => {
    for (let mine = one; mine; mine = mine.parent) {
      for (let theirs = other; theirs; theirs = theirs.parent) {
        const key = mine.index * width + theirs.index;
        votes.set(key, (votes.get(key) ?? 0) + count);
      }
    }
  };
  for (const { draft, earlier } of pairs) {
    if (isSection(draft) || isSection(earlier)) continue;
    if (draft.item.parent !== one || earlier.item.parent !== other) {
      cast();
      one = draft.item.parent;
      other = earlier.item.parent;
      count = 0;
    }
    count++;
  }
  cast();
}

type SectionCandidates = (draft: number, earlier: number, votes: number) => Candidate | undefined;

function createSectionCandidates({ draft, earlier, measure }: BothPlans): SectionCandidates {
  const [mine, theirs] = [taskCounts(draft), taskCounts(earlier)];
  const titles = createSharedWorth(measure);
  return (i, j, votes) => {
    const [one, other] = [draft[i], earlier[j]];
    if (!one || !other || one.item.part.kind !== other.item.part.kind) return undefined;
    titles.mark(measure.pairs(one).heading);
    const tasks = Math.sqrt((mine[i] ?? 1) * (theirs[j] ?? 1));
    return {
      draft: one,
      earlier: other,
      stock: measure.isStock(one) || measure.isStock(other),
      title: hasSameTitle(one, other) ? 1 : titles.likeness(measure.pairs(other).heading),
      body: votes / Math.max(1, tasks),
      whole: 0,
    };
  };
}

/** How many items without children lie under each item. */
function taskCounts(texts: readonly ItemText[]): Int32Array {
  const counts = new Int32Array(texts.length);
  for (const { item } of texts) {
    if (item.children.length > 0) continue;
    for (let at: Item | undefined = item.parent; at; at = at.parent)
      counts[at.index] = (counts[at.index] ?? 0) + 1;
  }
  return counts;
}
