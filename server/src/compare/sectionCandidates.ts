import type { Item } from "../plan/model.js";
import { type Candidate, isSection } from "./candidates.js";
import type { ItemText } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/** Both plans' items, by `index`. */
export interface BothPlans {
  readonly draft: readonly ItemText[];
  readonly earlier: readonly ItemText[];
  readonly worth: Float64Array;
}

/**
 * Sections that may be counterparts: those whose tasks belong together, and those that `byText` found alike in what
 * they say themselves. Their `body` is the share of tasks that they have in common, 0 … 1.
 */
export function sectionCandidates(
  plans: BothPlans,
  pairs: Iterable<Candidate>,
  byText: readonly Candidate[],
): Candidate[] {
  const votes = new Map<number, number>();
  const width = plans.earlier.length;
  for (const { draft, earlier } of pairs) {
    if (isSection(draft) || isSection(earlier)) continue;
    for (let one = draft.item.parent; one; one = one.parent) {
      for (let other = earlier.item.parent; other; other = other.parent) {
        const key = one.index * width + other.index;
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
  }
  for (const { draft, earlier } of byText) {
    const key = draft.item.index * width + earlier.item.index;
    if (!votes.has(key)) votes.set(key, 0);
  }
  return candidatesOf(plans, votes);
}

function candidatesOf({ draft, earlier, worth }: BothPlans, votes: ReadonlyMap<number, number>): Candidate[] {
  const [mine, theirs] = [taskCounts(draft), taskCounts(earlier)];
  const titles = createSharedWorth(worth);
  const wholes = createSharedWorth(worth);
  const found: Candidate[] = [];
  for (const [key, count] of votes) {
    const one = draft[Math.floor(key / earlier.length)];
    const other = earlier[key % earlier.length];
    if (!one || !other || one.item.part.kind !== other.item.part.kind) continue;
    titles.mark(one.heading);
    wholes.mark(one.whole);
    const tasks = Math.sqrt((mine[one.item.index] ?? 1) * (theirs[other.item.index] ?? 1));
    found.push({
      draft: one,
      earlier: other,
      title: one.title === other.title ? 1 : titles.likeness(other.heading),
      body: count / Math.max(1, tasks),
      whole: wholes.likeness(other.whole),
    });
  }
  return found;
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
