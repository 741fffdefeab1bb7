import { matchesIn } from "../text/matches.js";
import type { TargetPoint } from "./seriesList.js";

/** What a value asks for: a number is both ends of itself. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

export type Ambition = "raised" | "lowered" | "kept";

/**
 * Whether the draft asks for more than the earlier plan, or less. A range (75%—80%) that holds the other value, or
 * begins or ends with it, is neither.
 */
export function ambition(draft: TargetPoint, earlier: TargetPoint, better: "higher" | "lower"): Ambition {
  const [now, before] = [boundsOf(draft), boundsOf(earlier)];
  if (!now || !before) return "kept";
  const isMore = now.low > before.low && now.high > before.high;
  const isLess = now.low < before.low && now.high < before.high;
  if (!isMore && !isLess) return "kept";
  return isMore === (better === "higher") ? "raised" : "lowered";
}

const NUMBER = /([0-9]+(?:\.[0-9]+)?)\s?(万亿|亿|万|千|百)?/g;
const SCALES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/[%％﹪]|百分点/, 1e-2],
  [/‰/, 1e-3],
];

/** 九成以上 may well be 92%. */
const TENTHS = /成(?![一二三四五六七八九半])/;

/** The scale behind the second end is that of both (3—5万册), and so is the sign of per cent. */
function boundsOf({ number, value }: TargetPoint): Bounds | undefined {
  if (number !== undefined) return { low: number, high: TENTHS.test(value) ? number + 0.1 : number };
  const [first, second] = matchesIn(value, NUMBER);
  if (!first) return undefined;
  const share = SHARES.find(([sign]) => sign.test(value))?.[1] ?? 1;
  const last = second ?? first;
  const high = Number(last[1]) * (SCALES[last[2] ?? ""] ?? 1) * share;
  const low = Number(first[1]) * (SCALES[first[2] ?? last[2] ?? ""] ?? 1) * share;
  return low <= high ? { low, high } : { low: high, high: low };
}
