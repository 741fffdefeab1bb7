import type { Item, Responsibility } from "../plan/model.js";

const NOBODY: readonly Responsibility[] = [];

/** The responsibilities that serve an item: its own, else those of the nearest item above that has any. */
export function responsibilitiesFor(item: Item): readonly Responsibility[] {
  for (let at: Item | undefined = item; at; at = at.parent) {
    if (at.responsibilities.length > 0) return at.responsibilities;
  }
  return NOBODY;
}
