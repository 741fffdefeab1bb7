/** A name with its places in the text. */
export interface Named {
  readonly name: string;
  readonly at: number;
}

const NUMERALS = "〇零一二两三四五六七八九十百千双0123456789";
/** Words that differ in one of these name different things on purpose: 市/县, 上/下, 中/小. */
const APART =
  NUMERALS +
  "省市县区镇乡村园校班级国州旗组户厂站所院系中小大高初上下前后内外男女新老东西南北左右甲乙丙丁年月周季增减升降进出长短教学科";

/**
 * Pairs of names that differ in one character: put for another, left out, or put in. One change leaves the first or
 * the last character as it was, so only names that share one of these are compared.
 */
export function closePairs(names: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  const byEnd = new Map<string, string[]>();
  for (const name of names) {
    const [head, tail] = [`^${name[0] ?? ""}`, `${name.at(-1) ?? ""}$`];
    const alike = new Set([...(byEnd.get(head) ?? []), ...(byEnd.get(tail) ?? [])]);
    for (const other of alike) if (differsByOne(name, other)) pairs.push([other, name]);
    for (const key of [head, tail]) {
      const list = byEnd.get(key);
      if (list) list.push(name);
      else byEnd.set(key, [name]);
    }
  }
  return pairs;
}

function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(a.length === b.length ? at + 1 : at) === long.slice(at + 1);
}

/** The characters in which two close names differ; "" where one lacks it. */
export function differenceOf(a: string, b: string): readonly [string, string] {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (a.length === b.length) return [a[at] ?? "", b[at] ?? ""];
  return a.length > b.length ? [a[at] ?? "", ""] : ["", b[at] ?? ""];
}

export function isApart(difference: readonly [string, string]): boolean {
  return difference.some((character) => character !== "" && APART.includes(character));
}

export function isNumeral(character: string): boolean {
  return character !== "" && NUMERALS.includes(character);
}

export function numeralsIn(name: string): number {
  return [...name].filter(isNumeral).length;
}

/** Two places with no end of a sentence between them. */
export function inOneSentence(text: string, a: number, b: number): boolean {
  return Math.abs(a - b) < 200 && !/[。；\n]/.test(text.slice(Math.min(a, b), Math.max(a, b)));
}

/** What a pattern has between its marks, with the place of the opening one. */
export function namesIn(text: string, pattern: RegExp): Named[] {
  return Array.from(text.matchAll(pattern), (match) => ({ name: match[1] ?? "", at: match.index }));
}

/** The two characters behind the quotes of a name; "" where they are no words. */
export function wordsAfter(text: string, { at, name }: Named): string {
  const end = at + name.length + 2;
  return /^[\u4e00-\u9fff]{2}/.exec(text.slice(end, end + 2))?.[0] ?? "";
}
