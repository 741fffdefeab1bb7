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
export function losses(earlier: PlanDocument, { matches, dropped }: YearComparison): Loss[] {
  if (dropped.length === 0) return [];
  const living = livingSections(earlier, matches);
  const gone = new Set(dropped.map(({ index }) => index));
  const isGone = ({ index }: Item): boolean => gone.has(index) && !living.has(index);
  const told = new Set<Item>();
  return dropped.flatMap(({ index }): Loss[] => {
    const item = earlier.items[index];
    if (!item || !isGone(item) || looksBack(item)) return [];
    const { parent } = item;
    if (!parent) return [{ items: [item], under: undefined }];
    if (isGone(parent) || told.has(parent)) return [];
    const items = parent.children.filter(isGone);
    const isOneLoss = items.length > 1 && (gone.has(parent.index) || items.length === parent.children.length);
    if (!isOneLoss) return [{ items: [item], under: undefined }];
    told.add(parent);
    return [{ items, under: parent }];
  });
}

/**
 * The sections under which something has a counterpart, by `index`. One that has none itself was dissolved into others,
 * and is no loss.
 */
export function livingSections(earlier: PlanDocument, matches: YearComparison["matches"]): Set<number> {
  const living = new Set<number>();
  for (const match of matches) {
    let at = earlier.items[match.earlier.index]?.parent;
    for (; at && !living.has(at.index); at = at.parent) living.add(at.index);
  }
  return living;
}
