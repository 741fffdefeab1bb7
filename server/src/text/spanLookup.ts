import { countPassing } from "./bisect.js";
import type { Span } from "./span.js";

/** Of so few it is quickest to ask each. */
const FEW = 8;

/**
 * Tells whether any of the spans shares a character with a stretch, of one character unless told. A line may hold both by
 * the hundred thousand, so that the stretch is looked up rather than each span asked.
 */
export function touching(spans: readonly Span[]): (from: number, to?: number) => boolean {
  if (spans.length <= FEW)
    return (from, to = from + 1) => spans.some(({ start, end }) => start < to && from < end);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  // How far those that begin up to each of them reach.
  let reach = -1;
  const reaches = Float64Array.from(sorted, ({ end }) => (reach = Math.max(reach, end)));
  return (from, to = from + 1) => {
    const begun = countPassing(sorted.length, (i) => (sorted[i] as Span).start < to);
    return begun > 0 && (reaches[begun - 1] as number) > from;
  };
}
