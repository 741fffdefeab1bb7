import { FIRST, letterTable, SINGLE, THEN } from "../text/letterTable.js";

/**
 * What a text must hold for a rule to be shown it: any one of these characters; or, as a list, any of its entries, each
 * any character of a string, or any of the first right in front of any of the second. The end of the text counts as a "\n" that stands there.
 */
export type Wanted = string | readonly (readonly [any: string] | readonly [first: string, then: string])[];

/** What was made of the rules that have something to look at in a text. */
export type CharacterSifter<T> = (text: string) => T;

/** So many entries of each sort fit into the bits of a number; rules with entries beyond see every text. */
const MOST = { single: 31, pair: 31 } as const;
/** So many lists are remembered. */
const MOST_KNOWN = 10_000;

const END = "\n".charCodeAt(0);

interface Entry {
  readonly sort: keyof typeof MOST;
  readonly bit: number;
  readonly any: string;
  /** What must follow: nothing in an entry of single characters. */
  readonly then: string;
}

/** The bits of the entries that a text holds. */
type Held = Record<Entry["sort"], number>;

/** So many characters are looked for entry by entry. Making the table of letters takes longer than checking a line or two. */
const WITHOUT_TABLE = 400;

/**
 * Tells rules that want certain characters whether a text holds any, all of them in one pass. `undefined` stands for a
 * rule that sees every text, `""` for one that sees none. `make` is given the places of rules in that list, once for all
 * texts in which the same is found.
 */
export function characterSifter<T>(
  wants: readonly (Wanted | undefined)[],
  make: (rules: readonly number[]) => T,
): CharacterSifter<T> {
  const entries: Entry[] = [];
  const used = { single: 0, pair: 0 };
  const enter = (any: string, then = ""): Entry | undefined => {
    const sort = then === "" ? "single" : "pair";
    if (used[sort] === MOST[sort]) return undefined;
    const entry = { sort, bit: 1 << used[sort]++, any, then } as const;
    entries.push(entry);
    return entry;
  };
  const rules = wants.flatMap((wanted, rule) => {
    if (wanted === "") return [];
    const entries = typeof wanted === "string" ? [[wanted] as const] : wanted;
    const bits = entries?.map(([any, then]) => enter(any, then));
    const isFull = bits?.includes(undefined) ?? true;
    const mask = (sort: Entry["sort"]): number =>
      (bits ?? []).reduce((all, one) => (one?.sort === sort ? all | one.bit : all), 0);
    return [{ rule, seesAll: isFull, single: mask("single"), pair: mask("pair") }];
  });
  const chosen = (single: number, pair: number): number[] =>
    rules
      .filter((one) => one.seesAll || (one.single & single) !== 0 || (one.pair & pair) !== 0)
      .map(({ rule }) => rule);
  // The same rules are wanted again and again: what they give is made once for every set of bits.
  const known = new Map<number, Map<number, T>>();
  let count = 0;
  const held: Held = { single: 0, pair: 0 };
  let looked = 0;
  let look = (text: string, into: Held): void => {
    lookOneByOne(entries, text, into);
    looked += text.length + 1;
    if (looked > WITHOUT_TABLE) look = lookByTable(entries);
  };
  return (text) => {
    look(text, held);
    const { single, pair } = held;
    let byPairs = known.get(single);
    if (!byPairs) known.set(single, (byPairs = new Map()));
    let found = byPairs.get(pair);
    if (found === undefined) {
      if (count++ >= MOST_KNOWN) known.clear();
      byPairs.set(pair, (found = make(chosen(single, pair))));
    }
    return found;
  };
}

function lookOneByOne(entries: readonly Entry[], text: string, into: Held): void {
  into.single = into.pair = 0;
  for (const { sort, bit, any, then } of entries) {
    const holds = (letter: string, at: number): boolean =>
      any.includes(letter) && (sort === "single" || then.includes(text[at + 1] ?? "\n"));
    if (text.split("").some(holds)) into[sort] |= bit;
  }
}

function lookByTable(entries: readonly Entry[]): (text: string, into: Held) => void {
  const letters = letterTable();
  for (const { sort, bit, any, then } of entries) {
    letters.add(any, sort === "single" ? SINGLE : FIRST, bit);
    letters.add(then, THEN, bit);
  }
  const { rowOf, bitsOf } = letters.made();
  const thenEnd = bitsOf[(rowOf[END] as number) + THEN] as number;
  return (text, into) => {
    let single = 0;
    let pair = 0;
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      // Without a branch: what shows nothing has an empty row.
      const row = rowOf[text.charCodeAt(at)] as number;
      single |= bitsOf[row + SINGLE] as number;
      pair |= before & (bitsOf[row + THEN] as number);
      before = bitsOf[row + FIRST] as number;
    }
    into.single = single;
    into.pair = pair | (before & thenEnd);
  };
}
