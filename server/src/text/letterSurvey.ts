import { ANY_SPACE } from "./characters.js";

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
  const { kindOf, rowOf, columnOf, shown } = tablesOf(entries);
  return {
    bit,
    in(text, from = 0, to = text.length) {
      let held = 0;
      let row = from > 0 ? (rowOf[kindOf[text.charCodeAt(from - 1)] as number] as number) : 0;
      for (let at = from; at < to; at++) {
        const kind = kindOf[text.charCodeAt(at)] as number;
        held |= shown[row + (columnOf[kind] as number)] as number;
        row = rowOf[kind] as number;
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
    entry.map((atom) => (/^\[.+\]$/.test(atom) ? atom.slice(1, -1) : atom).replace("␣", ANY_SPACE)),
  );
}

/**
 * Letters that stand in the same places of the same entries are of one kind; the others are of kind 0. What a letter
 * shows is looked up by the row of the letter before it and by its own column.
 */
interface Tables {
  /** By the code of a letter. */
  readonly kindOf: Uint16Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Uint16Array;
  readonly shown: Int32Array;
}

function tablesOf(entries: readonly Entry[]): Tables {
  const kindOf = new Uint16Array(0x10000);
  const kinds = new Map<string, readonly number[]>([["", []]]);
  const kindNames = new Map<string, number>([["", 0]]);
  for (const [code, places] of placesOf(entries)) {
    const name = places.join(" ");
    if (!kindNames.has(name)) kindNames.set(name, kinds.size);
    kinds.set(name, places);
    kindOf[code] = kindNames.get(name) ?? 0;
  }
  const rows = numbering();
  const columns = numbering();
  const isPair = (place: number): boolean => entries[place >> 1]?.atoms.length === 2;
  const placed = [...kinds.values()].map((places) => ({
    row: rows.of(places.filter((place) => place % 2 === 0 && isPair(place))),
    column: columns.of(places.filter((place) => place % 2 === 1 || !isPair(place))),
  }));
  const width = columns.all.length;
  return {
    kindOf,
    rowOf: Int32Array.from(placed, ({ row }) => row * width),
    columnOf: Uint16Array.from(placed, ({ column }) => column),
    shown: shownBy(entries, rows.all, columns.all),
  };
}

/** The bits that a letter of each column shows behind one of each row. Made at every start: in as few steps as there are pairs. */
function shownBy(
  entries: readonly Entry[],
  rows: readonly (readonly number[])[],
  columns: readonly (readonly number[])[],
): Int32Array {
  const width = columns.length;
  const alone = new Int32Array(width);
  const rowsOf = inverted(rows);
  const shown = new Int32Array(rows.length * width);
  columns.forEach((places, column) => {
    for (const place of places) if (place % 2 === 0) alone[column] = (alone[column] ?? 0) | bitOf(place);
  });
  for (let row = 0; row < rows.length; row++) shown.set(alone, row * width);
  columns.forEach((places, column) => {
    for (const place of places) {
      if (place % 2 === 0) continue;
      for (const row of rowsOf.get(place - 1) ?? []) {
        const at = row * width + column;
        shown[at] = (shown[at] ?? 0) | bitOf(place);
      }
    }
  });
  return shown;

  function bitOf(place: number): number {
    return entries[place >> 1]?.bit ?? 0;
  }
}

/** In which of the lists each number is. */
function inverted(lists: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  lists.forEach((list, i) => {
    for (const one of list) add(found, one, i);
  });
  return found;
}

/** Gives every list of places a number of its own, the empty one 0. */
function numbering(): { readonly all: (readonly number[])[]; of(places: readonly number[]): number } {
  const known = new Map<string, number>([["", 0]]);
  const all: (readonly number[])[] = [[]];
  return {
    all,
    of(places) {
      const name = places.join(" ");
      const number = known.get(name) ?? all.push(places) - 1;
      known.set(name, number);
      return number;
    },
  };
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
