import type { Item, PlanDocument } from "./model.js";

/** The place of an item's part among the parts: a file of many plans has hundreds, too many to look through for each. */
export function partNumbers({ parts }: PlanDocument): (item: Item) => number {
  const places = new Map(parts.map((part, place) => [part, place]));
  return ({ part }) => places.get(part) ?? -1;
}
