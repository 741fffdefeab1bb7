import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { PlanService } from "../../service/planService.js";
import type { Call } from "../command.js";
import { findInputs, type Unreadable } from "./findInputs.js";
import { readInput } from "./readInput.js";

export interface EarlierPlans {
  readonly plans: readonly EarlierPlan[];
  readonly unreadable: readonly Unreadable[];
}

/** The plans of earlier years that files and folders hold, by their paths. */
export async function readEarlier(
  places: readonly string[],
  service: PlanService,
  { terminal, locale }: Call,
): Promise<EarlierPlans> {
  const found = await findInputs(places, { cwd: terminal.cwd, locale, stdinName: "-" });
  const plans: EarlierPlan[] = [];
  const unreadable: Unreadable[] = [...found.unreadable];
  for (const source of found.sources) {
    const input = await readInput(source, { terminal, locale });
    if ("reason" in input) unreadable.push(input);
    else plans.push({ plan: service.parse(input.text), name: source.path });
  }
  return { plans, unreadable };
}
