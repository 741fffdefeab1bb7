import type { Item, PlanDocument } from "../../../plan/model.js";
import type { RuleContext } from "../../rule.js";
import { slice } from "../../../text/span.js";
import { hasBody, loneMark, takesEffect } from "./headingLine.js";

/** Headings alone on their line that open something, of one part, level and form. */
export interface Headings<Marked> {
  readonly form: string;
  /** How many have no mark behind them. */
  bare: number;
  /** Those that have one which they should not. */
  readonly marked: Marked[];
}

/** The same of one chapter, those with a mark by their distance from it. */
type OfChapter = readonly Headings<number>[];

/** The groups in which some heading has a mark, part by part. */
export function headingsByForm(plan: PlanDocument, { ofChapters }: RuleContext): Headings<Item>[] {
  const found = ofChapters("headingMarks", ({ item, end }) => headingsWithin(plan, item, end));
  let next = 0;
  return plan.parts.flatMap(({ items }) => {
    const groups = new Map<string, Headings<Item>>();
    for (const chapter of items) {
      for (const { form, bare, marked } of found[next] as OfChapter) {
        const group = groupOf(groups, form);
        group.bare += bare;
        for (const distance of marked) group.marked.push(plan.items[chapter.index + distance] as Item);
      }
      next++;
    }
    return [...groups.values()].filter(({ marked }) => marked.length > 0);
  });
}

function groupOf<Marked>(groups: Map<string, Headings<Marked>>, form: string): Headings<Marked> {
  let group = groups.get(form);
  if (!group) groups.set(form, (group = { form, bare: 0, marked: [] }));
  return group;
}

function headingsWithin(plan: PlanDocument, { index }: Item, end: number): OfChapter {
  const groups = new Map<string, Headings<number>>();
  const isAmongPoints = createAmongPoints(plan);
  for (let i = index; i < end; i++) {
    const item = plan.items[i] as Item;
    // 第三条 is no heading but the text itself.
    const after = item.mark.style === "article" ? undefined : loneMark(plan, item);
    if (after === undefined || (item.children.length === 0 && !hasBody(plan, item))) continue;
    const group = groupOf(groups, `${item.level} ${item.mark.style}`);
    if (after === "") group.bare++;
    else if (isMark(after) && !isAmongPoints(item) && !takesEffect(slice(plan.text, item.heading)))
      group.marked.push(i - index);
  }
  return [...groups.values()];
}

/**
 * （一）指导思想。以……: beside headings that run into their text, and so have a full stop, one alone may keep its own; and the
 * last of several points that are joined by semicolons, or are sentences, is no heading, whatever follows.
 */
function createAmongPoints(plan: PlanDocument): (item: Item) => boolean {
  // Siblings are looked at once: there may be thousands, and all of them ask.
  const known = new Map<Item, boolean>();
  return ({ parent }) => {
    if (!parent) return false;
    const is = known.get(parent) ?? arePoints(plan, parent.children);
    known.set(parent, is);
    return is;
  };
}

function arePoints(plan: PlanDocument, siblings: readonly Item[]): boolean {
  let sentences = 0;
  for (const one of siblings) {
    const mark = loneMark(plan, one);
    if (one.runIn || mark === "；" || mark === ";" || (mark === "。" && ++sentences > 1)) return true;
  }
  return false;
}

/** A colon may introduce what follows. */
function isMark(after: string): boolean {
  return /^[。；，、,;．.]$/.test(after);
}
