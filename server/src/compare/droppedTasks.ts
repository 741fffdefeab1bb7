import { looksBack } from "../plan/lookingBack.js";
import type { Item, PlanDocument } from "../plan/model.js";
import type { YearComparison } from "./comparePlans.js";

/** What is gone and is to be said once: a task, a section with all that stood under it, or several tasks of a section. */
export interface Loss {
  readonly items: readonly Item[];
  /** The section that several tasks stood under, itself still there or dissolved into others. */
  readonly under: Item | undefined;
}

/** What a plan of the earlier year has and the draft has not. A report of what was done sets no tasks. */
export function losses(earlier: PlanDocument, { dropped, dissolved }: YearComparison): Loss[] {
  const gone = new Set(dropped.map(({ index }) => index));
  const scattered = new Set(dissolved.map(({ index }) => index));
  const isGone = ({ index }: Item): boolean => gone.has(index);
  const told = new Set<Item>();
  // Thousands may be gone of one section that goes on: its children are looked through once.
  const goneBelow = new Map<Item, readonly Item[]>();
  const lostChildren = (parent: Item): readonly Item[] => {
    const known = goneBelow.get(parent);
    if (known) return known;
    const items = parent.children.filter(isGone);
    goneBelow.set(parent, items);
    return items;
  };
  return dropped.flatMap(({ index }): Loss[] => {
    const item = earlier.items[index];
    if (!item || looksBack(item)) return [];
    const { parent } = item;
    if (!parent) return [{ items: [item], under: undefined }];
    if (isGone(parent) || told.has(parent)) return [];
    const items = lostChildren(parent);
    const isOneLoss =
      items.length > 1 && (scattered.has(parent.index) || items.length === parent.children.length);
    if (!isOneLoss) return [{ items: [item], under: undefined }];
    told.add(parent);
    return [{ items, under: parent }];
  });
}
