import type { Remark, RuleContext } from "../../rule.js";

/** What the comparison with the earlier years has found for a rule; nothing where there are none. */
export function remarksOfEarlierYears(context: RuleContext, ruleId: string): readonly Remark[] {
  return context.earlier?.remarks.get(ruleId) ?? [];
}
