import { itemAt, type PlanDocument } from "../../plan/model.js";
import { numberingRuns, rightRuns } from "../../plan/numbering.js";
import { renumbered } from "../../plan/renumber.js";
import type { Edit } from "../../text/span.js";

/** Every count of the draft from its first number on, with the references to the items that get another number. */
export function renumberAll(plan: PlanDocument): readonly Edit[] {
  return renumbered(plan, rightRuns(plan));
}

/** The same for the one count that the item at `offset` (UTF-16 units) belongs to. */
export function renumber(plan: PlanDocument, offset: number): readonly Edit[] {
  const item = itemAt(plan, offset);
  const runs = numberingRuns(plan).filter((run) => item !== undefined && run.items.includes(item));
  return renumbered(plan, runs);
}
