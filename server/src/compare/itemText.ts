import type { Item, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { createGramReader, gramWorth, totalWorth } from "./grams.js";
import { isBoilerplate } from "./stockPhrases.js";

/** A set of character pairs and what they are worth together. */
export interface GramSet {
  readonly grams: Int32Array;
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
  /** True where the item says little more than its heading, children included. */
  readonly bare: boolean;
  /** The heading says nothing of this task alone: it is made of stock words, or several tasks of one plan bear it. */
  readonly boilerplate: boolean;
  /** Heading and body, of a section with all its children. */
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
  const { read } = createGramReader();
  const raw = plans.map((plan) =>
    plan.items.map((item) => {
      const passage = trimmed(plan.text, {
        start: Math.min(item.marker.span.end, item.own.end),
        end: item.own.end,
      });
      const bodyStart = Math.max(item.heading.end, passage.start);
      const end = item.children.length > 0 ? item.span.end : passage.end;
      const own = read(plan.text, passage);
      return {
        item,
        passage,
        text: plan.text,
        own,
        whole: item.children.length > 0 ? read(plan.text, { start: passage.start, end }) : own,
        heading: read(plan.text, item.heading),
        body: read(plan.text, { start: bodyStart, end: Math.max(bodyStart, end) }),
        bare: end - bodyStart < BARE,
      };
    }),
  );
  const worth = gramWorth(raw.flatMap((items) => items.map((one) => one.own)));
  const set = (grams: Int32Array): GramSet => ({ grams, total: totalWorth(grams, worth) });
  const repeated = repeatedTitles(plans);
  const finished = raw.map((items) =>
    items.map(({ item, passage, text, bare, ...sets }): ItemText => {
      const title = bareTitle(item);
      return {
        item,
        passage,
        said: text.slice(passage.start, passage.end).replace(/\s+|[。；;]\s*$/g, ""),
        title,
        bare,
        boilerplate: repeated.has(title) || isBoilerplate(title),
        whole: set(sets.whole),
        heading: set(sets.heading),
        body: set(sets.body),
      };
    }),
  );
  return { worth, plans: finished };
}

function bareTitle(item: Item): string {
  return item.title.replace(/\s+/g, "");
}

/** Headings that two or more items of one plan share. */
function repeatedTitles(plans: readonly PlanDocument[]): Set<string> {
  const repeated = new Set<string>();
  for (const plan of plans) {
    const seen = new Set<string>();
    for (const item of plan.items) {
      const title = bareTitle(item);
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
