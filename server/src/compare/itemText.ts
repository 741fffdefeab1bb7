import type { Item, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { createGramTable, type GramTable, gramWorth, type ReadPairs, totalWorth } from "./grams.js";
import { isBoilerplate } from "./stockPhrases.js";

/** A set of character pairs and what they are worth together. */
export interface GramSet {
  readonly grams: readonly number[];
  readonly total: number;
}

/** An item as matching sees it. */
export interface ItemText {
  readonly item: Item;
  /** What the item says itself, without its marker: heading, body, responsibility. */
  readonly passage: Span;
  /** That text without spaces and final stop: two items that agree here say the same. */
  readonly said: string;
  /** The heading without spaces. */
  readonly title: string;
  /** True where the item itself says little more than its heading. */
  readonly bare: boolean;
  /** The heading says nothing of this task alone: it is made of stock words, or several tasks of one plan bear it. */
  readonly boilerplate: boolean;
  /** Heading and body. What children say is theirs. */
  readonly whole: GramSet;
  readonly heading: GramSet;
  readonly body: GramSet;
}

/** All items of several plans, read with one measure of rarity; the lists are in the order of the plans. */
export interface ReadPlans {
  readonly plans: readonly (readonly ItemText[])[];
  readonly worth: Float64Array;
}

/** Characters behind the heading below which there is no body to speak of. */
const BARE = 8;

export function readItems(plans: readonly PlanDocument[]): ReadPlans {
  const table = createGramTable();
  const known = new Map<string, ReadGrams>();
  const raw = plans.map((plan) =>
    plan.items.map((item) => readItem(table, { text: plan.text, item }, known)),
  );
  const worth = gramWorth(
    table,
    raw.flatMap((items) => items.map(({ grams }) => grams.whole)),
  );
  const finish = finisher(worth, repeatedTitles(raw));
  return { worth, plans: raw.map((items) => items.map(finish)) };
}

interface ReadGrams extends ReadPairs {
  readonly title: string;
}

interface RawItem extends Pick<ItemText, "item" | "passage" | "said" | "title" | "bare"> {
  readonly grams: ReadGrams;
}

/** `known` keeps what was read by text: most tasks of a plan may stand in the next one word for word. */
function readItem(
  table: GramTable,
  { text, item }: { text: string; item: Item },
  known: Map<string, ReadGrams>,
): RawItem {
  const passage = trimmed(text, { start: Math.min(item.marker.span.end, item.own.end), end: item.own.end });
  const bodyStart = Math.max(item.heading.end, passage.start);
  const said = withoutStop(spaceless(text.slice(passage.start, passage.end)));
  const title = spaceless(item.title);
  let grams = known.get(said);
  if (grams?.title !== title) {
    const body = { start: bodyStart, end: Math.max(bodyStart, passage.end) };
    grams = { title, ...table.read(text, item.heading, body) };
    known.set(said, grams);
  }
  return { item, passage, said, title, bare: passage.end - bodyStart < BARE, grams };
}

function finisher(worth: Float64Array, repeated: ReadonlySet<string>): (raw: RawItem) => ItemText {
  const set = (grams: readonly number[]): GramSet => ({ grams, total: totalWorth(grams, worth) });
  const sets = new Map<ReadGrams, Pick<ItemText, "boilerplate" | "whole" | "heading" | "body">>();
  return ({ item, passage, said, title, bare, grams }) => {
    let known = sets.get(grams);
    if (!known) {
      const boilerplate = repeated.has(title) || isBoilerplate(title);
      known = { boilerplate, whole: set(grams.whole), heading: set(grams.heading), body: set(grams.body) };
      sets.set(grams, known);
    }
    const { boilerplate, whole, heading, body } = known;
    return { item, passage, said, title, bare, boilerplate, whole, heading, body };
  };
}

function withoutStop(said: string): string {
  return "。；;".includes(said.at(-1) ?? " ") ? said.slice(0, -1) : said;
}

function spaceless(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, "") : text;
}

/** Headings that two or more items of one plan share. */
function repeatedTitles(plans: readonly (readonly RawItem[])[]): Set<string> {
  const repeated = new Set<string>();
  for (const items of plans) {
    const seen = new Set<string>();
    for (const { title } of items) {
      if (seen.has(title)) repeated.add(title);
      seen.add(title);
    }
  }
  return repeated;
}

function trimmed(text: string, { start, end }: Span): Span {
  while (end > start && /\s/.test(text[end - 1] ?? "x")) end--;
  while (start < end && /\s/.test(text[start] ?? "x")) start++;
  return { start, end };
}
