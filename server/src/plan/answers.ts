import type { PlanDocument, Responsibility } from "./model.js";
import { assembledOf } from "./parsedPlan.js";

/** What the item at an index says of who does it, for who asks of a few: the tree is not put in its place for that. */
export function answersOf(plan: PlanDocument, index: number): readonly Responsibility[] {
  return assembledOf(plan).answersOf(index);
}
