import type { GramSet } from "./grams.js";
import type { Measure } from "./measure.js";

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

export function createSharedWorth(measure: Measure): SharedWorth {
  const { pool, worth } = measure;
  const stamps = new Int32Array(worth.length);
  let stamp = 0;
  let total = 0;
  const shared = ({ from, to }: GramSet): number => {
    let sum = 0;
    for (let at = from; at < to; at++) {
      const id = pool[at] ?? 0;
      if (stamps[id] === stamp) sum += worth[id] ?? 0;
    }
    return sum;
  };
  return {
    mark(set) {
      stamp++;
      total = set.total;
      for (let at = set.from; at < set.to; at++) stamps[pool[at] ?? 0] = stamp;
    },
    with: shared,
    without(held, { from, to }) {
      let sum = 0;
      for (let at = from; at < to; at++) {
        const id = pool[at] ?? 0;
        if (stamps[id] === stamp && !held.has(id)) sum += worth[id] ?? 0;
      }
      return sum;
    },
    has: (id) => stamps[id] === stamp,
    likeness(other) {
      const all = other.total;
      return total > 0 && all > 0 ? shared(other) / Math.sqrt(total * all) : 0;
    },
  };
}
