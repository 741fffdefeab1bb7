import type { Edit } from "../text/span.js";
import type { Item, PlanDocument } from "./model.js";
import { type Run, writeOrdinal } from "./numbering.js";
import { itemReferences, type ItemReference, referenceEdits } from "./references.js";

/**
 * The edits that count runs through from their first numbers, with the references to the items that get another number
 * (见第（三）项, 本方案第二部分), in reading order. Nothing else changes; right numbers are left alone, and so is a
 * reference that may mean two items or another document. `references`: those of the plan, where they are known already.
 */
export function renumbered(
  plan: PlanDocument,
  runs: readonly Run[],
  references: () => readonly ItemReference[] = () => itemReferences(plan),
): readonly Edit[] {
  const numbers = new Map<Item, number>();
  const edits: Edit[] = [];
  for (const run of runs) {
    // By their places: every item of the plan is passed here, and hardly any of them gets another number.
    for (let i = 0; i < run.items.length; i++) {
      const item = run.items[i] as Item;
      const value = run.from + i;
      const newText = item.mark.ordinal === value ? undefined : writeOrdinal(item.mark, value);
      if (newText === undefined) continue;
      numbers.set(item, value);
      edits.push({ span: item.marker.numeral, newText });
    }
  }
  if (edits.length > 0) edits.push(...referenceEdits(plan, numbers, references()));
  return edits.sort((a, b) => a.span.start - b.span.start);
}
