import type { Wanted } from "../../characterSifter.js";
import { later } from "../../../plan/later.js";
import type { Edit } from "../../../text/span.js";

export interface Misspelling {
  readonly found: string;
  readonly right: string;
  readonly edit: Edit;
}

/** A finder of the words of a list, and the pairs of characters without any of which a text holds none of them. */
export interface Misspellings {
  find(text: string): Misspelling[];
  readonly wants: Exclude<Wanted, string>;
}

/** How far a word is looked at behind, to tell that its characters belong to others. */
const REACH = 24;

/** The words of a list, wrong to right; `apart` has those whose characters may be of two words: 严峻|工作, 预防|犯罪. */
export function misspellings(
  list: Readonly<Record<string, string>>,
  apart: Readonly<Record<string, RegExp>> = {},
): Misspellings {
  const words = Object.keys(list);
  const index = later(() => indexOf(words));
  const find = (text: string): Misspelling[] => {
    const found: Misspelling[] = [];
    const { places, byFirst } = index.get();
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const here = places[text.charCodeAt(at)] as number;
      const mayBe = (before & FIRST) !== 0 && (here & SECOND) !== 0;
      before = here;
      if (!mayBe) continue;
      const start = at - 1;
      const word = byFirst.get(text.charCodeAt(start))?.find((one) => text.startsWith(one, start));
      if (word === undefined || apart[word]?.test(text.slice(Math.max(0, start - 1), start + REACH)))
        continue;
      const [right, end] = [list[word] ?? "", start + word.length];
      found.push({ found: word, right, edit: { span: { start, end }, newText: right } });
    }
    return found;
  };
  const all = (place: number): string => [...new Set(words.map((word) => word.charAt(place)))].join("");
  return { find, wants: [[all(0), all(1)]] };
}

const FIRST = 1;
const SECOND = 2;

/** Where in a word a letter may stand, by its code, and the words by their first letter, the longest first. */
interface Index {
  readonly places: Uint8Array;
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
}

/** Pairs of letters are looked for, one after the other: an expression of so many words takes thirty times as long. */
function indexOf(words: readonly string[]): Index {
  const places = new Uint8Array(0x10000);
  const byFirst = new Map<number, string[]>();
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    places[first] = (places[first] ?? 0) | FIRST;
    places[second] = (places[second] ?? 0) | SECOND;
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return { places, byFirst };
}
