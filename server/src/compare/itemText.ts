import type { Item, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { type CountedPairs, createGramTable, type GramTable, gramWorth, type ReadPairs } from "./grams.js";
import { createMeasure, type Measure } from "./measure.js";

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
  /** The character pairs of heading and body. What children say is theirs. */
  readonly pairs: ReadPairs;
}

/** All items of several plans, read with one measure of rarity; the lists are in the order of the plans. */
export interface ReadPlans {
  readonly plans: readonly (readonly ItemText[])[];
  readonly measure: Measure;
}

/** Characters behind the heading below which there is no body to speak of. */
const BARE = 8;

export function readItems(plans: readonly PlanDocument[]): ReadPlans {
  const reading: Reading = { table: createGramTable(), passages: [], known: new Map() };
  const read = plans.map((plan) => plan.items.map((item) => readItem({ text: plan.text, item }, reading)));
  const { table, passages } = reading;
  const worth = gramWorth(table, passages);
  return { plans: read, measure: createMeasure(table.pool(), worth, repeatedTitles(read)) };
}

interface TitledPairs extends CountedPairs {
  readonly title: string;
}

interface Reading {
  readonly table: GramTable;
  /** Every passage read. */
  readonly passages: TitledPairs[];
  /** What was read by text: most tasks of a plan may stand in the next one word for word. */
  readonly known: Map<string, TitledPairs>;
}

function readItem({ text, item }: { text: string; item: Item }, reading: Reading): ItemText {
  const passage = trimmed(text, Math.min(item.marker.span.end, item.own.end), item.own.end);
  const bodyStart = Math.max(item.heading.end, passage.start);
  const said = withoutStop(spaceless(text.slice(passage.start, passage.end)));
  const title = spaceless(item.title);
  let pairs = reading.known.get(said);
  if (pairs?.title !== title) {
    const body = { start: bodyStart, end: Math.max(bodyStart, passage.end) };
    pairs = { title, times: 0, ...reading.table.read(text, item.heading, body) };
    reading.known.set(said, pairs);
    reading.passages.push(pairs);
  }
  pairs.times++;
  return { item, passage, said, title, bare: passage.end - bodyStart < BARE, pairs };
}

function withoutStop(said: string): string {
  return "。；;".includes(said.at(-1) ?? " ") ? said.slice(0, -1) : said;
}

function spaceless(text: string): string {
  return hasBlank(text) ? text.replace(/\s+/g, "") : text;
}

/** Chinese is ruled out by its number, which is ten times as fast as asking an expression. */
function hasBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (isBlank(text.charCodeAt(i))) return true;
  }
  return false;
}

/** What `\s` means. */
function isBlank(code: number): boolean {
  if (code > 0x3000 && code < 0xfeff) return false;
  return code <= 0x20 ? code === 0x20 || (code >= 9 && code <= 13) : code > 0x7f && isRareBlank(code);
}

function isRareBlank(code: number): boolean {
  if (code >= 0x2000) return code <= 0x200a || RARE_BLANKS.has(code);
  return code === 0xa0 || code === 0x1680;
}

const RARE_BLANKS: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

/** Headings that two or more items of one plan share. */
function repeatedTitles(plans: readonly (readonly ItemText[])[]): Set<string> {
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

function trimmed(text: string, start: number, end: number): Span {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return { start, end };
}
