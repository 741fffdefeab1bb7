import { SPACES } from "./characters.js";

/**
 * What one of the questions about a text looks for: entries with spaces between them, each a letter or two (`已`, `责任`),
 * where a class in brackets stands for any of its letters (`[上下]半`); or, where a bracket is among the letters, the
 * entries as lists of such classes. ␣ is white space of any kind.
 */
export type Sign = string | readonly (readonly string[])[];

/** What one pass over a text tells about many questions: which letters it holds, and which of them right behind which. */
export interface LetterSurvey<Name extends string> {
  /** The bit of each sign. */
  readonly bit: Readonly<Record<Name, number>>;
  /** The bits of the signs that a stretch of a text shows, the letter right before it taken into account. */
  in(text: string, from?: number, to?: number): number;
}

/** The bits of a number. */
const MOST_SIGNS = 31;

export function letterSurvey<Name extends string>(signs: Readonly<Record<Name, Sign>>): LetterSurvey<Name> {
  const names = Object.keys(signs) as Name[];
  if (names.length > MOST_SIGNS) throw new RangeError(`${names.length} signs`);
  const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Name, number>;
  const entries = names.flatMap((name) =>
    entriesOf(signs[name]).map((atoms): Entry => ({ bit: bit[name], atoms })),
  );
  const { kindOf, single, pair, width } = tablesOf(entries);
  return {
    bit,
    in(text, from = 0, to = text.length) {
      let held = 0;
      let before = from > 0 ? (kindOf[text.charCodeAt(from - 1)] as number) * width : 0;
      for (let at = from; at < to; at++) {
        const kind = kindOf[text.charCodeAt(at)] as number;
        if (kind !== 0) {
          held |= (single[kind] as number) | (pair[before + kind] as number);
          before = kind * width;
        } else before = 0;
      }
      return held;
    },
  };
}

interface Entry {
  readonly bit: number;
  /** The letters that each of its places allows. */
  readonly atoms: readonly string[];
}

function entriesOf(sign: Sign): readonly (readonly string[])[] {
  const written =
    typeof sign === "string" ? sign.split(" ").map((one) => one.match(/\[[^\]]+\]|./g) ?? []) : sign;
  return written.map((entry) =>
    entry.map((atom) => (/^\[.+\]$/.test(atom) ? atom.slice(1, -1) : atom).replace("␣", SPACES)),
  );
}

interface Tables {
  /** By the code of a letter. Letters that stand in the same places of the same entries are of one kind; the others are of kind 0. */
  readonly kindOf: Uint16Array;
  readonly single: Int32Array;
  /** By the kind of a letter and of the one behind it. */
  readonly pair: Int32Array;
  readonly width: number;
}

function tablesOf(entries: readonly Entry[]): Tables {
  const places = placesOf(entries);
  const kindOf = new Uint16Array(0x10000);
  const kinds = new Map<string, number>();
  const kindsAt = new Map<number, number[]>();
  for (const [code, its] of places) {
    const name = its.join(" ");
    let kind = kinds.get(name);
    if (kind === undefined) {
      kinds.set(name, (kind = kinds.size + 1));
      for (const place of its) add(kindsAt, place, kind);
    }
    kindOf[code] = kind;
  }
  const width = kinds.size + 1;
  const single = new Int32Array(width);
  const pair = new Int32Array(width * width);
  const mark = (list: Int32Array, at: number, bit: number): void => {
    list[at] = (list[at] ?? 0) | bit;
  };
  entries.forEach(({ bit, atoms }, i) => {
    for (const kind of kindsAt.get(i * 2) ?? []) {
      if (atoms.length === 1) mark(single, kind, bit);
      else for (const behind of kindsAt.get(i * 2 + 1) ?? []) mark(pair, kind * width + behind, bit);
    }
  });
  return { kindOf, single, pair, width };
}

/** Where each letter may stand: twice the number of the entry, and one more for its second place. */
function placesOf(entries: readonly Entry[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  entries.forEach(({ atoms }, i) => {
    atoms.forEach((letters, second) => {
      for (let at = 0; at < letters.length; at++) add(places, letters.charCodeAt(at), i * 2 + second);
    });
  });
  return places;
}

function add(lists: Map<number, number[]>, key: number, one: number): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
