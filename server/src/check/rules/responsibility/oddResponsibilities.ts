import type { PlanDocument, Responsibility } from "../../../plan/model.js";
import { itemsWhere } from "../../itemsWhere.js";
import type { RuleContext } from "../../rule.js";

interface Odd {
  readonly key: string;
  /** Told by what the responsibility says, wherever it stands. */
  readonly isOdd: (responsibility: Responsibility) => boolean;
}

/** The responsibilities that a rule has something to say of. */
export function oddResponsibilities(
  plan: PlanDocument,
  context: RuleContext,
  { key, isOdd }: Odd,
): Responsibility[] {
  const is = ({ responsibilities }: PlanDocument["items"][number]): boolean => responsibilities.some(isOdd);
  return itemsWhere(plan, context, { key, is }).flatMap(({ responsibilities }) =>
    responsibilities.filter(isOdd),
  );
}
