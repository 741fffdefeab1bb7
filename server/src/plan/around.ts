import type { Item, PlanDocument } from "./model.js";

/** The last item that begins before an offset, whether or not it reaches that far; undefined before the first. */
export function itemBefore(plan: PlanDocument, offset: number): Item | undefined {
  let low = 0;
  let high = plan.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan.items[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return plan.items[low - 1];
}

/** The item and those that hold it, the closest first. */
export function withAncestors(item: Item | undefined): Item[] {
  const all: Item[] = [];
  for (let at = item; at; at = at.parent) all.push(at);
  return all;
}
