import { indexAt } from "./lineIndex.js";
import { linesHolding } from "./linesHolding.js";
import type { Item, PlanDocument } from "./model.js";
import { rank, styleKey } from "./sequence.js";

const BOX = /^\s*专\s?栏\s?[\d一二三四五六七八九十]{0,3}[：:\s]?[^。；]{0,40}$/;

/** 专栏1　重点工程: the line above a box. */
export function isBoxLine(text: string): boolean {
  return text.includes("栏") && BOX.test(text);
}

/** The items of each box: they count from one for themselves, and the count around the box goes on behind it. */
export function boxesOf(plan: PlanDocument): readonly (readonly Item[])[] {
  const boxes: (readonly Item[])[] = [];
  for (const line of linesHolding(plan, "栏")) {
    if (!isBoxLine(line.paragraph.text)) continue;
    const before = plan.items.length === 0 ? -1 : indexAt(plan.items, line.start);
    const first = plan.items[before + 1];
    if (first && mayOpenBox(first)) boxes.push(itemsFrom(plan, first));
  }
  return boxes;
}

/** A coarser marker heads the next section. */
function mayOpenBox({ mark }: Item): boolean {
  return mark.ordinal === 1 && rank(styleKey(mark)) >= rank("arabic");
}

/** So many items before a box and from it on are looked at. */
const FARTHEST = 100;

/** The siblings that count on from the first, up to where the count around the box is taken up. */
function itemsFrom(plan: PlanDocument, first: Item): Item[] {
  const key = styleKey(first.mark);
  const isAlike = (item: Item): boolean => styleKey(item.mark) === key;
  const alike = plan.items.slice(first.index, first.index + FARTHEST).filter(isAlike);
  const outer = plan.items.slice(Math.max(0, first.index - FARTHEST), first.index).findLast(isAlike);
  const goesOn = (outer?.mark.ordinal ?? 0) + 1;
  const box: Item[] = [];
  for (const [i, item] of alike.entries()) {
    if (item.parent !== first.parent || item.part !== first.part || item.mark.ordinal !== i + 1) break;
    // Where both counts may have this number, it is of the box only if the one around it comes to it further down.
    if (i > 0 && item.mark.ordinal === goesOn && !comesBackTo(alike.slice(i), goesOn)) break;
    box.push(item);
  }
  return box;
}

/** Whether the count that begins here is followed by one that begins with a number. */
function comesBackTo(items: readonly Item[], ordinal: number): boolean {
  const end = items.findIndex(
    (item, i) => i > 0 && item.mark.ordinal !== (items[i - 1]?.mark.ordinal ?? 0) + 1,
  );
  return end !== -1 && items[end]?.mark.ordinal === ordinal;
}

/** Everything that stands in a box. */
export function boxedItems(plan: PlanDocument): ReadonlySet<Item> {
  const boxed = new Set<Item>();
  for (const box of boxesOf(plan)) for (const item of box) addWithChildren(boxed, item);
  return boxed;
}

function addWithChildren(boxed: Set<Item>, item: Item): void {
  boxed.add(item);
  for (const child of item.children) addWithChildren(boxed, child);
}
