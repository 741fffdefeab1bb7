import type { Settled } from "./attachTargets.js";
import type { PlanDocument, Target } from "./model.js";
import { assembledOf } from "./parsedPlan.js";
import { targetAt } from "./targetShelf.js";

/** Some targets of a plan, in order, for who needs a few: `plan.targets` makes all of them, anew after every edit. */
export function targetsWhere(plan: PlanDocument, is: (settled: Settled) => boolean): Target[] {
  const found: Target[] = [];
  for (const one of assembledOf(plan).targetShelf.settled())
    if (is(one)) found.push(targetAt(one, plan.starts[one.line] ?? 0));
  return found;
}
