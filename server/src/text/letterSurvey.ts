import { ANY_SPACE } from "./characters.js";
import { FIRST, type LetterTable, letterTable, SINGLE, THEN } from "./letterTable.js";

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

export function letterSurvey<Name extends string>(signs: Readonly<Record<Name, Sign>>): LetterSurvey<Name> {
  const letters = letterTable();
  let used = 0;
  const bits = {} as Record<Name, number>;
  for (const name in signs) {
    const sign: Sign = signs[name];
    let mask = 0;
    for (const entry of typeof sign === "string" ? [sign] : sign) {
      if (used === MOST_ENTRIES) throw new RangeError(`No bit is left for ${name}`);
      const bit = 1 << used++;
      mask |= bit;
      if (typeof entry === "string") for (const word of entry.split(" ")) addWord(letters, word, bit);
      else addPair(letters, entry, bit);
    }
    bits[name] = mask;
  }
  const { rowOf, bitsOf } = letters.made();
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

function addWord(table: LetterTable, word: string, bit: number): void {
  const end = word.length > 1 && word.startsWith("[") ? word.indexOf("]") + 1 : 1;
  if (end === word.length) table.add(within(word), SINGLE, bit);
  else addPair(table, [within(word.slice(0, end)), within(word.slice(end))], bit);
}

function addPair(table: LetterTable, [firsts, thens]: readonly [string, string], bit: number): void {
  table.add(spelled(firsts), FIRST, bit);
  table.add(spelled(thens), THEN, bit);
}

/** The letters of a class or a letter. */
function within(atom: string): string {
  return spelled(atom.length > 1 ? atom.slice(1, -1) : atom);
}

function spelled(letters: string): string {
  return letters.replace("␣", ANY_SPACE);
}
