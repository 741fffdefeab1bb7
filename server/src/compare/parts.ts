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
/** … or only so much, where no other item comes near … */
const COVERED_ALONE = 0.15;
/** … and which part of that the other's counterpart must not hold already … */
const FRESH = 0.4;
/** … and how much of the other it must account for. */
const SHARE = 0.06;

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
  const left = candidates.filter(
    (one) => !pairedHere.has(one[side].item.index) && comparable(one[side], one[other]),
  );
  const measure = createPartMeasure(worth);
  const best = new Map<number, PartOf>();
  for (const candidate of left) {
    const pair = pairedThere.get(candidate[other].item.index);
    if (!pair) continue;
    const { covered, fresh, share } = measure(candidate[side], candidate[other], pair.candidate[side]);
    const enough = covered >= COVERED || (covered >= COVERED_ALONE && standsAlone(candidate, left, side));
    if (!enough || fresh < FRESH * covered || share < SHARE) continue;
    const known = best.get(candidate[side].item.index);
    if (!known || covered > known.score)
      best.set(candidate[side].item.index, { candidate, score: Math.min(1, covered) });
  }
  return [...best.values()];
}

/** True where no other candidate for the same left-over item is near. */
function standsAlone(candidate: Candidate, all: readonly Candidate[], side: Side): boolean {
  return all.every(
    (one) => one === candidate || one[side] !== candidate[side] || one.body * 2.5 < candidate.body,
  );
}

/** Sections have their children to speak for them, and a bare heading has no text that could come from elsewhere. */
function comparable(part: ItemText, whole: ItemText): boolean {
  return part.item.children.length === 0 && whole.item.children.length === 0 && !part.bare && !whole.bare;
}

interface PartShares {
  /** How much of the part is found in the other item. */
  readonly covered: number;
  /** How much of the part is found there and not in the other's counterpart. */
  readonly fresh: number;
  /** How much of the other item the part accounts for. */
  readonly share: number;
}

type PartMeasure = (part: ItemText, whole: ItemText, counterpart: ItemText) => PartShares;

function createPartMeasure(worth: Float64Array): PartMeasure {
  const shared = createSharedWorth(worth);
  return (part, whole, counterpart) => {
    shared.mark(whole.body);
    const common = shared.with(part.body);
    const held = new Set(counterpart.body.grams);
    const rest = part.body.grams.filter((at) => !held.has(at));
    const [of, all] = [Math.max(part.body.total, 1e-9), Math.max(whole.body.total, 1e-9)];
    return { covered: common / of, fresh: shared.with({ grams: rest, total: 0 }) / of, share: common / all };
  };
}
