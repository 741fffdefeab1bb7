import { createGramTable, type GramSet, lengthOf, type PairPlaces, type ReadPairs } from "./grams.js";
import type { ItemText, ReadPlans, Wording } from "./itemText.js";
import { isBoilerplate } from "./stockPhrases.js";

/** How the texts of one comparison are measured. What it is asked for is found once and kept. */
export interface Measure {
  /** The pairs that the sets of the texts speak of. */
  readonly pool: Int32Array;
  /** What sharing a pair is worth, by its number. */
  readonly worth: Float64Array;
  /** The character pairs of heading and body of a text that is open. */
  pairs(text: ItemText): ReadPairs;
  /** The heading says nothing of this task alone: it is made of stock words, or several tasks of one plan bear it. */
  isStock(text: ItemText): boolean;
}

/** Only wordings that are open will be weighed; all others count for how rare a pair of characters is. */
export function createMeasure({ wordings }: ReadPlans, isOpen: (wording: Wording) => boolean): Measure {
  const characters = wordings.reduce((sum, one) => (isOpen(one) ? sum + lengthOf(one) : sum), 0);
  const table = createGramTable(characters);
  const places = wordings.map((one) => (isOpen(one) ? table.read(one) : undefined));
  let passages = 0;
  for (const wording of wordings) {
    passages += wording.times;
    if (!places[wording.place]) table.count(wording);
  }
  const [pool, worth] = [table.pool, table.worth(passages)];
  const pairs = places.map((at) => (at ? weighed(at, pool, worth) : NO_PAIRS));
  return {
    pool,
    worth,
    pairs: ({ wording }) => pairs[wording.place] ?? NO_PAIRS,
    isStock({ wording: { title } }) {
      return (title.isStock ??= title.isRepeated || isBoilerplate(title.text));
    },
  };
}

function weighed(
  { start, headingEnd, wholeEnd, bodyEnd }: PairPlaces,
  pool: Int32Array,
  worth: Float64Array,
): ReadPairs {
  const sum = (from: number, to: number, before: number): number => {
    let total = before;
    for (let at = from; at < to; at++) total += worth[pool[at] ?? 0] ?? 0;
    return total;
  };
  const heading = { from: start, to: headingEnd, total: sum(start, headingEnd, 0) };
  const whole = { from: start, to: wholeEnd, total: sum(headingEnd, wholeEnd, heading.total) };
  return { heading, body: { from: wholeEnd, to: bodyEnd, total: sum(wholeEnd, bodyEnd, 0) }, whole };
}

const NOTHING: GramSet = { from: 0, to: 0, total: 0 };
const NO_PAIRS: ReadPairs = { heading: NOTHING, body: NOTHING, whole: NOTHING };
