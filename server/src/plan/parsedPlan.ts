import type { Assembled } from "./assemblePlan.js";
import type { PlanDocument } from "./model.js";
import type { Step } from "./seat.js";

/** A plan as `parsePlan` makes it: what needs the whole document is put together when it is first asked for. */
export interface ParsedPlan extends PlanDocument {
  readonly assembly: Assembly;
}

export interface Assembly {
  readonly whole: () => Assembled;
  /** From what it can be made, or was; undefined where nothing has been put together yet. */
  readonly from: () => Origin | undefined;
}

/** What was put together of an earlier version, and the quiet edits since. */
export interface Origin {
  readonly was: Assembled;
  readonly edits: readonly Step[];
}

/** What has been put together of a plan. */
export function assembledOf(plan: PlanDocument): Assembled {
  return (plan as ParsedPlan).assembly.whole();
}
