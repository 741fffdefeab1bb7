import type { Assignment } from "./assignment.js";
import type { Candidate } from "./candidates.js";
import type { ItemText } from "./itemText.js";
import { createSharedWorth } from "./sharedWorth.js";

/** An item left over that took its text from one half of a pair (or gave its text to it). */
export interface PartOf {
  readonly candidate: Candidate;
  /** How much of the left-over item is found in the other, 0 … 1. */
  readonly score: number;
}

/** How much of the left-over item must be found in the other … */
const COVERED = 0.34;
/** … and how much of it the other's counterpart must not hold already … */
const FRESH = 0.25;
/** … and how much of the other it must account for. */
const SHARE = 0.12;

export type Side = "draft" | "earlier";

/**
 * The items of one side that have no counterpart, but whose text comes from an item that has one: a task split in two
 * (`side` draft) or two made one (`side` earlier). What the counterpart holds too proves nothing and is left out.
 */
export function partsOfOthers(
  candidates: readonly Candidate[],
  side: Side,
  { assignment, worth }: { assignment: Assignment; worth: Float64Array },
): PartOf[] {
  const other = side === "draft" ? "earlier" : "draft";
  const [pairedHere, pairedThere] =
    side === "draft"
      ? [assignment.byDraft, assignment.byEarlier]
      : [assignment.byEarlier, assignment.byDraft];
  const best = new Map<number, PartOf>();
  const measure = createPartMeasure(worth);
  for (const candidate of candidates) {
    const part = candidate[side];
    const pair = pairedThere.get(candidate[other].item.index);
    if (pairedHere.has(part.item.index) || !pair || !comparable(part, candidate[other])) continue;
    const score = measure(part, candidate[other], pair.candidate[side]);
    const known = best.get(part.item.index);
    if (score > 0 && (!known || score > known.score)) best.set(part.item.index, { candidate, score });
  }
  return [...best.values()];
}

/** Sections have their children to speak for them, and a bare heading has no text that could come from elsewhere. */
function comparable(part: ItemText, whole: ItemText): boolean {
  return part.item.children.length === 0 && whole.item.children.length === 0 && !part.bare && !whole.bare;
}

type PartMeasure = (part: ItemText, whole: ItemText, counterpart: ItemText) => number;

function createPartMeasure(worth: Float64Array): PartMeasure {
  const shared = createSharedWorth(worth);
  return (part, whole, counterpart) => {
    shared.mark(whole.body);
    const common = shared.with(part.body);
    const covered = common / Math.max(part.body.total, 1e-9);
    if (covered < COVERED || common < SHARE * whole.body.total) return 0;
    const rest = part.body.grams.filter((at) => !counterpart.body.grams.includes(at));
    const fresh = shared.with({ grams: rest, total: 0 }) / Math.max(part.body.total, 1e-9);
    return fresh >= FRESH ? Math.min(1, covered) : 0;
  };
}
