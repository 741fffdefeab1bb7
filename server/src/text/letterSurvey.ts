import { ANY_SPACE } from "./characters.js";

/**
 * What one of the questions about a text looks for: words of one letter or two with spaces between them (`已 责任`),
 * where a class in brackets stands for any of its letters (`[上下]半`) and ␣ for white space of any kind. A pair shows
 * where any of the first letters stands right in front of any of the second ones, be they of one word or of two: words
 * that would make too many false pairs together are kept apart, as a list. A list of two classes is a pair, too.
 */
export type Sign = string | readonly (string | readonly [first: string, then: string])[];

/** What one pass over a text tells about many questions: which letters it holds, and which of them right behind which. */
export interface LetterSurvey<Name extends string> {
  /** The bits of each sign, of which any may show. */
  readonly bits: Readonly<Record<Name, number>>;
  /** The bits that a stretch of a text shows, the letter right before it taken into account. */
  in(text: string, from?: number, to?: number): number;
}

/** The bits of a number. */
const MOST_ENTRIES = 31;
const MOST_LETTERS = 2048;

export function letterSurvey<Name extends string>(signs: Readonly<Record<Name, Sign>>): LetterSurvey<Name> {
  const letters = letterTable();
  const { rowOf, bitsOf } = letters;
  let used = 0;
  const bits = {} as Record<Name, number>;
  for (const name in signs) {
    const sign: Sign = signs[name];
    let mask = 0;
    for (const entry of typeof sign === "string" ? [sign] : sign) {
      if (used === MOST_ENTRIES) throw new RangeError(`No bit is left for ${name}`);
      const bit = 1 << used++;
      mask |= bit;
      if (typeof entry === "string") for (const word of entry.split(" ")) letters.addWord(word, bit);
      else letters.addPair(entry[0], entry[1], bit);
    }
    bits[name] = mask;
  }
  return {
    bits,
    in(text, from = 0, to = text.length) {
      let held = 0;
      let before = from > 0 ? (bitsOf[(rowOf[text.charCodeAt(from - 1)] as number) + FIRST] as number) : 0;
      for (let at = from; at < to; at++) {
        const row = rowOf[text.charCodeAt(at)] as number;
        held |= (bitsOf[row + SINGLE] as number) | (before & (bitsOf[row + THEN] as number));
        before = bitsOf[row + FIRST] as number;
      }
      return held;
    },
  };
}

/** Where in the row of a letter the bits of the entries stand in which it is alone, before or behind another. */
const SINGLE = 0;
const FIRST = 1;
const THEN = 2;
const WIDTH = 4;

interface LetterTable {
  /** By its code the row of a letter; the empty row 0 where it is in no sign. */
  readonly rowOf: Uint16Array;
  readonly bitsOf: Int32Array;
  addWord(word: string, bit: number): void;
  addPair(firsts: string, thens: string, bit: number): void;
}

function letterTable(): LetterTable {
  const rowOf = new Uint16Array(0x10000);
  const bitsOf = new Int32Array(MOST_LETTERS * WIDTH);
  let rows = 1;
  const add = (letters: string, place: number, bit: number): void => {
    for (let at = 0; at < letters.length; at++) {
      if (letters[at] === "␣") add(ANY_SPACE, place, bit);
      const code = letters.charCodeAt(at);
      const row = rowOf[code] || (rowOf[code] = WIDTH * rows++);
      bitsOf[row + place] = (bitsOf[row + place] as number) | bit;
    }
  };
  const addPair = (firsts: string, thens: string, bit: number): void => {
    add(firsts, FIRST, bit);
    add(thens, THEN, bit);
  };
  return {
    rowOf,
    bitsOf,
    addPair,
    addWord(word, bit) {
      const end = word.length > 1 && word.startsWith("[") ? word.indexOf("]") + 1 : 1;
      if (end === word.length) add(within(word), SINGLE, bit);
      else addPair(within(word.slice(0, end)), within(word.slice(end)), bit);
    },
  };
}

/** The letters of a class or a letter. */
function within(atom: string): string {
  return atom.length > 1 ? atom.slice(1, -1) : atom;
}
