import type { Candidate } from "./candidates.js";
import type { ItemText, ReadPlans, Wording } from "./itemText.js";

/**
 * For each plan but the first the tasks that have the same words in it and in the first, if no other task of either
 * plan has them: they belong together, and need no further candidate.
 */
export function equalTasks({ plans, sayings }: ReadPlans): Candidate[][] {
  const [draft = [], ...others] = plans;
  const mine = tasksBySaid(draft, sayings);
  return others.map((earlier) => {
    const theirs = tasksBySaid(earlier, sayings);
    const pairs: Candidate[] = [];
    for (const one of draft) {
      const { said } = one.wording;
      if (mine[said] !== one.index) continue;
      const other = earlier[theirs[said] ?? NOBODY];
      if (other?.item.part.kind === one.item.part.kind)
        pairs.push({ draft: one, earlier: other, stock: false, title: 1, body: 1, whole: 1 });
    }
    return pairs;
  });
}

const NOBODY = -1;
const SEVERAL = -2;

/** For what items say, by its number, the `index` of the one task that says it. */
function tasksBySaid(texts: readonly ItemText[], sayings: number): Int32Array {
  const found = new Int32Array(sayings).fill(NOBODY);
  for (const one of texts) {
    if (one.bare || one.isSection) continue;
    const { said } = one.wording;
    found[said] = found[said] === NOBODY ? one.index : SEVERAL;
  }
  return found;
}

/** Whether an item with this wording is left without a counterpart in any of the plans that it is held against. */
export function openWordings(
  { plans, wordings }: ReadPlans,
  settled: readonly (readonly Candidate[])[],
): (wording: Wording) => boolean {
  const open = new Int32Array(wordings.length);
  const note = ({ wording }: ItemText, by: number): void => {
    open[wording.place] = (open[wording.place] ?? 0) + by;
  };
  const [draft = [], ...others] = plans;
  for (const one of draft) note(one, others.length);
  for (const earlier of others) for (const one of earlier) note(one, 1);
  for (const pairs of settled) {
    for (const pair of pairs) {
      note(pair.draft, -1);
      note(pair.earlier, -1);
    }
  }
  return ({ place }) => (open[place] ?? 0) > 0;
}
