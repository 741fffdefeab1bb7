import type { Item, PlanDocument } from "../plan/model.js";
import type { RuleContext } from "./rule.js";

interface Looking {
  /** Names the value, as for `ofChapters`. */
  readonly key: string;
  /** Told by what the item is and what stands in it, and by nothing else. */
  readonly is: (item: Item) => boolean;
}

/** The items that a rule has something to say of, in reading order: most have nothing to them, and are not looked at again. */
export function itemsWhere(plan: PlanDocument, { ofChapters }: RuleContext, { key, is }: Looking): Item[] {
  const { roots, items } = plan;
  const found: Item[] = [];
  const ofEach = ofChapters(key, ({ index, end }) => {
    const distances: number[] = [];
    // Item after item: to follow the tree takes longer.
    for (let i = index; i < end; i++) if (is(items[i] as Item)) distances.push(i - index);
    return distances;
  });
  ofEach.forEach((distances, i) => {
    if (distances.length === 0) return;
    const from = (roots[i] as Item).index;
    for (const distance of distances) found.push(items[from + distance] as Item);
  });
  return found;
}
