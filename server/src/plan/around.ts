import { countPassing } from "../text/bisect.js";
import type { Item, PlanDocument } from "./model.js";

/** The last item that begins before an offset, whether or not it reaches that far; undefined before the first. */
export function itemBefore(plan: PlanDocument, offset: number): Item | undefined {
  const { items } = plan;
  return items[countPassing(items.length, (i) => (items[i]?.start ?? Infinity) < offset) - 1];
}

/** The item and those that hold it, the closest first. */
export function withAncestors(item: Item | undefined): Item[] {
  const all: Item[] = [];
  for (let at = item; at; at = at.parent) all.push(at);
  return all;
}
