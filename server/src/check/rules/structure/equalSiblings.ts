import type { Item, PlanDocument } from "../../../plan/model.js";
import { ANY_SPACE, lettersOf, skipSpaces } from "../../../text/characters.js";
import type { RuleContext } from "../../rule.js";

const SHORTEST = 4;

/** What there is to tell of a chapter: how its title begins, and which items in it have equal ones, by their distance from it. */
interface Chapter {
  readonly opening: number;
  readonly equal: readonly (readonly [first: number, again: number])[];
}

/** Siblings with equal titles, each with the first of them. */
export function equalSiblings(plan: PlanDocument, { ofChapters }: RuleContext): (readonly [Item, Item])[] {
  const { text, items, parts, roots } = plan;
  const found = ofChapters("equalTitles", ({ item: chapter, end }): Chapter => {
    const { index } = chapter;
    const equal: (readonly [number, number])[] = [];
    for (let i = index; i < end; i++) {
      const { children } = items[i] as Item;
      if (children.length < 2 || !mayBeEqual(openingsOf(text, children))) continue;
      for (const [first, again] of equalTitles(children))
        equal.push([first.index - index, again.index - index]);
    }
    return { opening: openingOf(text, chapter), equal };
  });
  const pairs: (readonly [Item, Item])[] = [];
  let next = 0;
  for (const { length } of parts.map((part) => part.items)) {
    const chapters = found.slice(next, (next += length));
    if (!mayBeEqual(chapters.map(({ opening }) => opening))) continue;
    for (const pair of equalTitles(roots.slice(next - length, next))) pairs.push(pair);
  }
  found.forEach(({ equal }, i) => {
    if (equal.length === 0) return;
    const at = (roots[i] as Item).index;
    for (const [first, again] of equal) pairs.push([items[at + first] as Item, items[at + again] as Item]);
  });
  return pairs;
}

/** Siblings whose titles are the same but for their marks, each with the first of them. */
function equalTitles(group: readonly Item[]): (readonly [first: Item, again: Item])[] {
  const seen = new Map<string, Item>();
  const equal: (readonly [Item, Item])[] = [];
  for (const item of group) {
    const key = item.title.replace(MARKS, "");
    const first = seen.get(key);
    if (!first) seen.set(key, item);
    else if (key.length >= SHORTEST) equal.push([first, item]);
  }
  return equal;
}

const MARKS = /[\s“”"，。、；：,;:]/g;
/** What `MARKS` finds, by its code. */
const IS_MARK = lettersOf(`“”"，。、；：,;:${ANY_SPACE}`);

/** Two of the titles begin alike, or one with a mark: in most groups none do, and no title has to be cut out. */
function mayBeEqual(openings: readonly number[]): boolean {
  if (openings.length < 2) return false;
  const seen = new Set<number>();
  for (const opening of openings) {
    if (seen.has(opening) || IS_MARK[opening] === 1) return true;
    seen.add(opening);
  }
  return false;
}

/** The code of the first character of a title; that of no character where the text ends before it. */
function openingOf(text: string, { markerEnd }: Item): number {
  const at = skipSpaces(text, markerEnd);
  return at < text.length ? text.charCodeAt(at) : NO_CHARACTER;
}

const NO_CHARACTER = -1;

function openingsOf(text: string, items: readonly Item[]): number[] {
  const openings: number[] = [];
  for (const item of items) openings.push(openingOf(text, item));
  return openings;
}
