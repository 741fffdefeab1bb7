import { ambition } from "./ambition.js";
import type { TargetPoint } from "./seriesList.js";

/** What two plans say of one indicator, and which way it is to go. */
export interface BothSides {
  readonly mine: readonly TargetPoint[];
  readonly theirs: readonly TargetPoint[];
  readonly better: "higher" | "lower";
}

type PointPair = readonly [draft: TargetPoint | undefined, earlier: TargetPoint | undefined];

/** Values for the same year where both have one, else the draft's next beside the last that comes before it. */
export function comparablePoints(sides: BothSides): PointPair {
  const { mine, theirs } = sides;
  const [draft, earlier] = inYears(mine, theirs);
  if (!draft || !earlier || mine.length + theirs.length < 3) return [draft, earlier];
  return tellingPoints(sides, [draft, earlier]);
}

function inYears(mine: readonly TargetPoint[], theirs: readonly TargetPoint[]): PointPair {
  const byYear = new Map<number, TargetPoint>();
  for (const one of theirs) if (one.year !== undefined && !byYear.has(one.year)) byYear.set(one.year, one);
  for (const draft of mine) {
    const same = draft.year === undefined ? undefined : byYear.get(draft.year);
    if (same) return [draft, same];
  }
  const draft = mine[0];
  const before = theirs.filter((point) => (point.year ?? 0) <= (draft?.year ?? Infinity));
  return [draft, before.at(-1) ?? theirs[0]];
}

/**
 * Of several values for one year (分别提高5%、8%) each is held against its own, and the first lowered one tells; where the
 * one plan has more of them than the other, only what falls short of all of them is lowered.
 */
function tellingPoints(
  { mine, theirs, better }: BothSides,
  [draft, earlier]: readonly [TargetPoint, TargetPoint],
): PointPair {
  const now = mine.filter(({ year }) => year === draft.year);
  const before = theirs.filter(({ year }) => year === earlier.year);
  if (now.length === 1 && before.length === 1) return [draft, earlier];
  if (now.length !== before.length) {
    const most = now.reduce((a, b) => (ambition(b, a, better) === "raised" ? b : a));
    const least = before.reduce((a, b) => (ambition(b, a, better) === "lowered" ? b : a));
    return [most, least];
  }
  const at = now.findIndex((point, i) => ambition(point, before[i] ?? earlier, better) === "lowered");
  return [now[Math.max(0, at)], before[Math.max(0, at)]];
}
