import type { GramSet } from "./itemText.js";

/** Compares one set of character pairs with many: mark it once, then ask. */
export interface SharedWorth {
  mark(set: GramSet): void;
  /** The worth of the pairs that the marked set and `other` share. */
  with(other: GramSet): number;
  /** The same, less the pairs that are also marked in `held`. */
  without(held: SharedWorth, other: GramSet): number;
  /** Whether the marked set has the pair. */
  has(id: number): boolean;
  /** The likeness of the two, 0 … 1: shared worth over the mean of what each holds. */
  likeness(other: GramSet): number;
}

export function createSharedWorth(worth: Float64Array): SharedWorth {
  const stamps = new Int32Array(worth.length);
  let stamp = 0;
  let total = 0;
  const shared = (other: GramSet): number => {
    let sum = 0;
    for (const id of other.grams) if (stamps[id] === stamp) sum += worth[id] ?? 0;
    return sum;
  };
  return {
    mark(set) {
      stamp++;
      total = set.total;
      for (const id of set.grams) stamps[id] = stamp;
    },
    with: shared,
    without(held, other) {
      let sum = 0;
      for (const id of other.grams) if (stamps[id] === stamp && !held.has(id)) sum += worth[id] ?? 0;
      return sum;
    },
    has: (id) => stamps[id] === stamp,
    likeness: (other) => (total > 0 && other.total > 0 ? shared(other) / Math.sqrt(total * other.total) : 0),
  };
}
