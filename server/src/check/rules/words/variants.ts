import type { Line, Paragraph } from "../../../plan/model.js";
import { around } from "../../sees.js";
import { matchesIn } from "../../../text/matches.js";

/** A name with its places in the text. */
export interface Named {
  readonly name: string;
  readonly at: number;
}

/** Where one name stands, in reading order. */
export type Places = readonly Named[];

export function placesByName(all: Places): ReadonlyMap<string, Places> {
  const places = new Map<string, Named[]>();
  for (const one of all) {
    const known = places.get(one.name);
    if (known) known.push(one);
    else places.set(one.name, [one]);
  }
  return places;
}

const NUMERALS = "〇零一二两三四五六七八九十百千双0123456789";
/** Words that differ in one of these name different things on purpose: 市/县, 上/下, 中/小; a blank is no part of a name. */
const APART =
  NUMERALS +
  "省市县区镇乡村园校班级国州旗组户厂站所院系中小大高初上下前后内外男女新老东西南北左右甲乙丙丁年月周季增减升降进出长短教学科" +
  "农林牧渔工商文旅水陆空路河湖海山街社企医药食住行警军党团妇童青残产研税粮油棉果蔬茶花草木气电热煤风光车船港董监纪审财法司检 　";

/**
 * Pairs of names that differ in one character: put for another, left out, or put in. One change leaves the first or
 * the last character as it was, so only names that share one of these are compared.
 */
export function closePairs(names: readonly string[]): (readonly [string, string])[] {
  if (names.length > MANY) return closePairsOfMany(names);
  const pairs: (readonly [string, string])[] = [];
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  for (const name of names) {
    const [head, tail] = [name[0] ?? "", name.at(-1) ?? ""];
    for (const other of byHead.get(head) ?? []) if (differsByOne(name, other)) pairs.push([other, name]);
    for (const other of byTail.get(tail) ?? [])
      if (other[0] !== head && differsByOne(name, other)) pairs.push([other, name]);
    add(byHead, head, name);
    add(byTail, tail, name);
  }
  return pairs;
}

function add(lists: Map<string, string[]>, key: string, name: string): void {
  const list = lists.get(key);
  if (list) list.push(name);
  else lists.set(key, [name]);
}

/** More names than this are not compared each with each. */
const MANY = 300;
/** So many names that differ at one place are a series: 第一工程, 第二工程 … */
const SERIES = 8;

/** The same for any number of names: each is laid under what is left of it without one of its characters. */
function closePairsOfMany(names: readonly string[]): (readonly [string, string])[] {
  const shelves = new Map<string, string[]>();
  const known = new Set(names);
  const pairs: (readonly [string, string])[] = [];
  for (const name of names) {
    const shorter = new Set<string>();
    for (let at = 0; at < name.length; at++) {
      const [before, after] = [name.slice(0, at), name.slice(at + 1)];
      if (known.has(before + after)) shorter.add(before + after);
      add(shelves, `${before}\n${after}`, name);
    }
    for (const other of shorter) pairs.push([other, name]);
  }
  for (const shelf of shelves.values()) {
    if (shelf.length > SERIES) continue;
    shelf.forEach((name, i) => shelf.slice(0, i).forEach((other) => pairs.push([other, name])));
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
  let count = 0;
  for (const character of name) if (isNumeral(character)) count++;
  return count;
}

/** So far apart (characters) two places are not in one sentence. */
const SENTENCE = 200;

/** True where the two names stand somewhere with no end of a sentence between them. Both in reading order. */
export function sideBySide(text: string, first: Places, second: Places): boolean {
  let from = 0;
  for (const { at } of first) {
    while (from < second.length && (second[from]?.at ?? 0) <= at - SENTENCE) from++;
    for (let i = from; i < second.length && (second[i]?.at ?? 0) < at + SENTENCE; i++) {
      const other = second[i]?.at ?? 0;
      if (!/[。；\n]/.test(text.slice(Math.min(at, other), Math.max(at, other)))) return true;
    }
  }
  return false;
}

/** What a pattern has between its marks, with the place of the opening one. */
export function namesIn(lines: readonly Line[], pattern: RegExp): Named[] {
  const names: Named[] = [];
  for (const { start, paragraph } of lines)
    for (const match of matchesIn(paragraph.text, pattern))
      names.push({ name: match[1] ?? "", at: start + match.index });
  return names;
}

/** The two characters behind the quotes of a name; "" where they are no words. */
export function wordsAfter(text: string, { at, name }: Named): string {
  const end = at + name.length + 2;
  return /^[\u4e00-\u9fff]{2}/.exec(text.slice(end, end + 2))?.[0] ?? "";
}

const NAMES = around(/“[^“”。\r\n]{2,20}”|《[^《》。\r\n]{6,60}》/g, { before: 0, after: 2 });

/** Of a paragraph with several names also what stands between them. */
export function namesAndBetween(paragraph: Paragraph): string {
  const names = NAMES(paragraph);
  return names.includes("\n") ? paragraph.text : names;
}
