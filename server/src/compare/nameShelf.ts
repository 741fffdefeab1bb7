import type { IndicatorName } from "./indicatorName.js";

/** Things with an indicator's name, kept by families so that a name is compared with few of them. */
export interface NameShelf<Entry> {
  add(family: string, name: IndicatorName, entry: Entry): void;
  /** What may have a name like this one, in the order in which it was added. */
  like(family: string, name: IndicatorName): readonly Entry[];
}

/**
 * No plan has more indicators of one family. Where there are, as in a table of every school, a name is compared with so
 * many that share its rarest pairs of characters.
 */
const MOST_COMPARED = 200;

interface Family<Entry> {
  readonly entries: Entry[];
  /** The name of each entry. */
  readonly names: IndicatorName[];
  readonly pairs: PairIndex;
}

export function createNameShelf<Entry>(): NameShelf<Entry> {
  const families = new Map<string, Family<Entry>>();
  return {
    add(family, name, entry) {
      const known = families.get(family);
      known?.entries.push(entry);
      known?.names.push(name);
      if (!known) families.set(family, { entries: [entry], names: [name], pairs: createPairIndex() });
    },
    like(family, name) {
      const known = families.get(family);
      if (!known) return [];
      const { entries, names, pairs } = known;
      if (entries.length <= MOST_COMPARED) return entries;
      return pairs.sharing(name, names).flatMap((place) => entries[place] ?? []);
    },
  };
}

interface PairIndex {
  /** The places of those that share the rarest pairs with a name, in order. */
  sharing(name: IndicatorName, all: readonly IndicatorName[]): readonly number[];
}

/** Made when it is first asked for, and carried on as the list grows. */
function createPairIndex(): PairIndex {
  const byPair = new Map<string, number[]>();
  let indexed = 0;
  return {
    sharing(name, all) {
      for (; indexed < all.length; indexed++) {
        for (const pair of all[indexed]?.pairs() ?? []) {
          const places = byPair.get(pair);
          if (places) places.push(indexed);
          else byPair.set(pair, [indexed]);
        }
      }
      const lists = Array.from(name.pairs(), (pair) => byPair.get(pair) ?? []);
      const found = new Set<number>();
      for (const places of lists.sort((a, b) => a.length - b.length)) {
        for (let i = 0; i < places.length && found.size < MOST_COMPARED; i++) found.add(places[i] as number);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
