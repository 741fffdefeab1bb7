import { type Item, itemAt, type PlanDocument } from "../../plan/model.js";
import { type Run, numberingRuns, renumberRun } from "../../plan/numbering.js";
import type { Edit } from "../../text/span.js";
import { referenceEdits } from "./references.js";

/**
 * Every count of the draft from its first number on, with the references to the items that get another number (见第（三）项,
 * 本方案第二部分). Nothing else changes; a reference that may mean two items is left as it is.
 */
export function renumberAll(plan: PlanDocument): readonly Edit[] {
  return renumberRuns(plan, numberingRuns(plan));
}

/** The same for the one count that the item at `offset` (UTF-16 units) belongs to. */
export function renumber(plan: PlanDocument, offset: number): readonly Edit[] {
  const item = itemAt(plan, offset);
  const runs = numberingRuns(plan).filter((run) => item !== undefined && run.items.includes(item));
  return renumberRuns(plan, runs);
}

function renumberRuns(plan: PlanDocument, runs: readonly Run[]): readonly Edit[] {
  const numbers = new Map<Item, number>();
  for (const run of runs) {
    run.items.forEach((item, i) => {
      if (item.marker.ordinal !== run.from + i) numbers.set(item, run.from + i);
    });
  }
  const edits = [...runs.flatMap(renumberRun), ...referenceEdits(plan, numbers)];
  return edits.sort((a, b) => a.span.start - b.span.start);
}
