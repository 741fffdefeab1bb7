import { align, type Alignment } from "../../server/src/compare/align.js";
import type { Item, PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { Variant } from "./variants.js";

export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export function alignmentOf(draft: PlanDocument, earlier: PlanDocument): Alignment {
  const [alignment] = align(draft, [earlier]);
  return alignment ?? { pairs: [], added: [], dropped: [] };
}

/** The pairs found beside the pairs that are true, both as `earlier → draft`. */
export function counted(found: readonly string[], truth: ReadonlySet<string>): Counts {
  const right = found.filter((pair) => truth.has(pair)).length;
  return { right, wrong: found.length - right, missed: truth.size - right };
}

export function sum(counts: readonly Counts[]): { precision: number; recall: number } {
  const total = (of: (one: Counts) => number): number => counts.reduce((all, one) => all + of(one), 0);
  const right = total((one) => one.right);
  return {
    precision: right / (right + total((one) => one.wrong)),
    recall: right / (right + total((one) => one.missed)),
  };
}

/** A made variant, parsed and aligned. Throws where the parser sees other items than were written. */
export function countedVariant(made: Variant): Counts {
  const [draft, earlier] = [parsePlan(made.draft.text), parsePlan(made.earlier.text)];
  const name = (ids: readonly string[], plan: PlanDocument) => {
    if (ids.length !== plan.items.length)
      throw new Error(`${plan.items.length} items read, ${ids.length} written`);
    return (item: Item) => ids[item.index] ?? "";
  };
  const [nameNow, nameBefore] = [name(made.draft.ids, draft), name(made.earlier.ids, earlier)];
  const found = alignmentOf(draft, earlier).pairs.map(
    (pair) => `${nameBefore(pair.earlier.item)} → ${nameNow(pair.draft.item)}`,
  );
  return counted(found, made.pairs);
}
