import { fromChinese, toChinese } from "../text/numerals.js";
import type { Span } from "../text/span.js";
import { matchesIn } from "../text/matches.js";

/** 党的代表大会 and 中央全会 that have been held, as a draft names them. */
export interface Meeting {
  /** From the first character of the name to the last: 党的二十大, 二十届二中、三中全会. */
  readonly span: Span;
  /** The year in which it was held; of several plenums named together that of the last. */
  readonly held: number;
  /** Of which congress: 20. */
  readonly term: number;
  /** The number of the plenum, 0 for a congress; of several that of the last. */
  readonly plenum: number;
}

/** The years of the congress and of its plenums, one after the other. What is yet to be held is not known here. */
const HELD: ReadonlyMap<number, { readonly congress: number; readonly plenums: readonly number[] }> = new Map(
  [
    [18, { congress: 2012, plenums: [2012, 2013, 2013, 2014, 2015, 2016, 2017] }],
    [19, { congress: 2017, plenums: [2017, 2018, 2018, 2019, 2020, 2021, 2022] }],
    [20, { congress: 2022, plenums: [2022, 2023, 2024, 2025] }],
  ],
);

/** 二十大 alone may be twenty big things. */
const NAME =
  /党的(十八|十九|二十)大(?![类项行重])|(?:党的)?(十八|十九|二十)届(?:[一二三四五六七]中[、和及]?){1,5}全会/g;

/** Every congress and plenum that a text names, in reading order. */
export function meetingsIn(text: string): Meeting[] {
  if (!/[八九十]届|党的[一二]?十/.test(text)) return [];
  return matchesIn(text, NAME).flatMap((match) => {
    const term = fromChinese(match[1] ?? match[2] ?? "") ?? 0;
    const numbers = matchesIn(match[0], /([一二三四五六七])中/g).map(([, n = ""]) => fromChinese(n) ?? 0);
    const plenum = Math.max(0, ...numbers);
    const held = plenum === 0 ? HELD.get(term)?.congress : HELD.get(term)?.plenums[plenum - 1];
    if (held === undefined) return [];
    return [{ span: { start: match.index, end: match.index + match[0].length }, held, term, plenum }];
  });
}

/** The last plenum that was held before a year began; undefined where none is known. */
export function lastPlenumBefore(year: number): Pick<Meeting, "term" | "plenum" | "held"> | undefined {
  const all = [...HELD].flatMap(([term, { plenums }]) =>
    plenums.map((held, i) => ({ term, plenum: i + 1, held })),
  );
  return all.filter(({ held }) => held < year).at(-1);
}

/** 二十届四中全会. */
export function plenumName({ term, plenum }: Pick<Meeting, "term" | "plenum">): string {
  return `${toChinese(term)}届${toChinese(plenum)}中全会`;
}

export function isLater(a: Pick<Meeting, "term" | "plenum">, b: Pick<Meeting, "term" | "plenum">): boolean {
  return a.term > b.term || (a.term === b.term && a.plenum > b.plenum);
}
