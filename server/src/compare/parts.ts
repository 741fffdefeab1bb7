import { type Assignment, textScore } from "./assignment.js";
import type { Candidate } from "./candidates.js";
import type { ItemText } from "./itemText.js";
import type { Measure } from "./measure.js";
import { createSharedWorth } from "./sharedWorth.js";

/** An item left over that took its text from one half of a pair (or gave its text to it). */
export interface PartOf {
  readonly candidate: Candidate;
  /** How much of the left-over item is found in the other, 0 … 1. */
  readonly score: number;
}

/** How much of the left-over item must be found in the other … */
const COVERED = 0.45;
/** … or only so much, where it is ahead of every other item … */
const COVERED_ALONE = 0.15;
/** … by this factor … */
const AHEAD = 2.5;
/** … or so much that the counterpart does not hold, where it is ahead by the lesser factor … */
const FRESH_ALONE = 0.18;
const AHEAD_FRESH = 1.25;
/** … or so much of that, where the other says so much of the left-over item's heading … */
const FRESH_NAMED = 0.09;
const NAMED = 0.35;
/** Less than any of these is not looked into. */
const LEAST_COVERED = Math.min(COVERED_ALONE, FRESH_NAMED);
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
  { assignment, measure }: { assignment: Assignment; measure: Measure },
): PartOf[] {
  const other = side === "draft" ? "earlier" : "draft";
  const [pairedHere, pairedThere] =
    side === "draft"
      ? [assignment.byDraft, assignment.byEarlier]
      : [assignment.byEarlier, assignment.byDraft];
  const left = new Map<ItemText, Candidate[]>();
  for (const candidate of candidates) {
    const part = candidate[side];
    if (pairedHere[part.index] || !comparable(part, candidate[other])) continue;
    const known = left.get(part);
    if (known) known.push(candidate);
    else left.set(part, [candidate]);
  }
  const sharesOf = createPartMeasure(measure);
  return [...left.values()].flatMap((rivals) => {
    let best: PartOf | undefined;
    for (const candidate of rivals) {
      const pair = pairedThere[candidate[other].index];
      if (!pair) continue;
      const shares = sharesOf(candidate[side], candidate[other], pair.candidate[side]);
      if (!shares || !comesFrom(candidate, rivals, shares)) continue;
      const { covered, fresh, share } = shares;
      if (fresh < FRESH * covered || share < SHARE) continue;
      if (!best || covered > best.score) best = { candidate, score: Math.min(1, covered) };
    }
    return best ? [best] : [];
  });
}

function comesFrom(
  candidate: Candidate,
  rivals: readonly Candidate[],
  { covered, fresh, named }: PartShares,
): boolean {
  const ahead = (factor: number, of: (one: Candidate) => number): boolean =>
    rivals.every((one) => one === candidate || of(one) * factor <= of(candidate));
  return (
    covered >= COVERED ||
    (covered >= COVERED_ALONE && ahead(AHEAD, ({ body }) => body)) ||
    (fresh >= FRESH_ALONE && ahead(AHEAD_FRESH, textScore)) ||
    (fresh >= FRESH_NAMED && named >= NAMED && ahead(1, textScore))
  );
}

/** Sections have their children to speak for them, and a bare heading has no text that could come from elsewhere. */
function comparable(part: ItemText, whole: ItemText): boolean {
  return !part.isSection && !whole.isSection && !part.bare && !whole.bare;
}

interface PartShares {
  /** How much of the part is found in the other item. */
  readonly covered: number;
  /** How much of the part is found there and not in the other's counterpart. */
  readonly fresh: number;
  /** How much of the other item the part accounts for. */
  readonly share: number;
  /** How much of the part's heading the other says. */
  readonly named: number;
}

type PartMeasure = (part: ItemText, whole: ItemText, counterpart: ItemText) => PartShares | undefined;

/** Undefined where too little is shared for anything else to matter. */
function createPartMeasure(measure: Measure): PartMeasure {
  const [shared, held] = [createSharedWorth(measure), createSharedWorth(measure)];
  return (part, whole, counterpart) => {
    // A heading that any task may bear proves nothing about where the text comes from.
    const use = measure.isStock(part) || measure.isStock(whole) ? "body" : "whole";
    const [ofPart, ofWhole] = [measure.pairs(part), measure.pairs(whole)];
    shared.mark(ofWhole[use]);
    const common = shared.with(ofPart[use]);
    const [of, all] = [least(ofPart[use].total), least(ofWhole[use].total)];
    const covered = common / of;
    if (covered < LEAST_COVERED) return undefined;
    held.mark(measure.pairs(counterpart)[use]);
    const fresh = shared.without(held, ofPart[use]) / of;
    shared.mark(ofWhole.whole);
    const { heading } = ofPart;
    const named = measure.isStock(part) ? 0 : shared.with(heading) / least(heading.total);
    return { covered, fresh, share: common / all, named };
  };
}

/** Nothing is divided by zero. */
function least(total: number): number {
  return Math.max(total, 1e-9);
}
