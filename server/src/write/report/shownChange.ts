import type { Comparison } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";

/**
 * A change as a report shows it. Where a plan does more or less "work" than another, where neither more nor less is
 * better ("neutral"), or where the other's value is "not-due" yet, nothing was lowered, and a reader is not to look for it
 * among what was.
 */
export type ShownChange = TargetSeries["change"] | "neutral" | "not-due" | "work";

/** What a leader asks for first comes first. */
const CHANGES: readonly ShownChange[] = [
  "lowered",
  "dropped",
  "not-due",
  "raised",
  "new",
  "neutral",
  "work",
  "kept",
];
/** Of these nothing is said where there are none. */
const RARE: readonly ShownChange[] = ["neutral", "not-due", "work"];

export function shownChange({ change, aside }: TargetSeries): ShownChange {
  return aside === undefined || aside === "reached" || aside === "named" ? change : aside;
}

export function seriesInOrder(comparison: Comparison): TargetSeries[] {
  const found = new Map(CHANGES.map((change): [ShownChange, TargetSeries[]] => [change, []]));
  for (const series of comparison.targets) found.get(shownChange(series))?.push(series);
  return [...found.values()].flat();
}

export function changeCounts(comparison: Comparison): [change: ShownChange, count: number][] {
  const counts = new Map(CHANGES.map((change) => [change, 0]));
  for (const series of comparison.targets) {
    const change = shownChange(series);
    counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return [...counts].filter(([change, count]) => count > 0 || !RARE.includes(change));
}
