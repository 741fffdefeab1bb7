import { createGramTable, type GramSet, lengthOf, type ReadPairs } from "./grams.js";
import type { ItemText, ReadPlans, TitleText, Wording } from "./itemText.js";
import { isBoilerplate } from "./stockPhrases.js";

/** How the texts of one comparison are measured. What it is asked for is found once and kept. */
export interface Measure {
  /** The pairs that the sets of the texts speak of. */
  readonly pool: Int32Array;
  /** What sharing a pair is worth, by its number. */
  readonly worth: Float64Array;
  /** The character pairs of heading and body of a text that is open. */
  pairs(text: ItemText): ReadPairs;
  /** What all pairs of a set are worth together. */
  total(set: GramSet): number;
  /** The heading says nothing of this task alone: it is made of stock words, or several tasks of one plan bear it. */
  isStock(text: ItemText): boolean;
}

/** Only wordings that are open will be weighed; all others count for how rare a pair of characters is. */
export function createMeasure({ wordings }: ReadPlans, isOpen: (wording: Wording) => boolean): Measure {
  const characters = wordings.reduce((sum, one) => (isOpen(one) ? sum + lengthOf(one) : sum), 0);
  const table = createGramTable(characters);
  const pairs: (ReadPairs | undefined)[] = wordings.map((one) => (isOpen(one) ? table.read(one) : undefined));
  let passages = 0;
  for (const wording of wordings) {
    passages += wording.times;
    if (!pairs[wording.place]) table.count(wording);
  }
  const [pool, worth] = [table.pool, table.worth(passages)];
  const stock = new Map<TitleText, boolean>();
  return {
    pool,
    worth,
    pairs: ({ wording }) => pairs[wording.place] ?? NO_PAIRS,
    total(set) {
      if (set.total >= 0) return set.total;
      let sum = 0;
      for (let at = set.from; at < set.to; at++) sum += worth[pool[at] ?? 0] ?? 0;
      return (set.total = sum);
    },
    isStock({ wording: { title } }) {
      let known = stock.get(title);
      if (known === undefined) stock.set(title, (known = title.isRepeated || isBoilerplate(title.text)));
      return known;
    },
  };
}

const NOTHING: GramSet = { from: 0, to: 0, total: 0 };
const NO_PAIRS: ReadPairs = { heading: NOTHING, body: NOTHING, whole: NOTHING };
