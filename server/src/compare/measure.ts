import type { GramSet } from "./grams.js";
import type { ItemText } from "./itemText.js";
import { isBoilerplate } from "./stockPhrases.js";

/** How the texts of one comparison are measured. What it is asked for is found once and kept. */
export interface Measure {
  /** The pairs that the sets of the texts speak of. */
  readonly pool: Int32Array;
  /** What sharing a pair is worth, by its number. */
  readonly worth: Float64Array;
  /** What all pairs of a set are worth together. */
  total(set: GramSet): number;
  /** The heading says nothing of this task alone: it is made of stock words, or several tasks of one plan bear it. */
  isStock(text: ItemText): boolean;
}

export function createMeasure(
  pool: Int32Array,
  worth: Float64Array,
  repeatedTitles: ReadonlySet<string>,
): Measure {
  const stock = new Map<string, boolean>();
  return {
    pool,
    worth,
    total(set) {
      if (set.total >= 0) return set.total;
      let sum = 0;
      for (let at = set.from; at < set.to; at++) sum += worth[pool[at] ?? 0] ?? 0;
      return (set.total = sum);
    },
    isStock({ title }) {
      let known = stock.get(title);
      if (known === undefined) stock.set(title, (known = repeatedTitles.has(title) || isBoilerplate(title)));
      return known;
    },
  };
}
