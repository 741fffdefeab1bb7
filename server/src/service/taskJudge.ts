import type { TaskJudge } from "../author/see/lensCounts.js";
import type { Finding } from "../check/rule.js";
import { isExempt } from "../check/rules/responsibility/coverage.js";
import { responsibilityMissing } from "../check/rules/responsibility/responsibilityMissing.js";
import { effectiveSetting, type Settings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";

/** What the check thinks of a leaf item, so that a count above a chapter never says other than the list of problems. */
export function taskJudge(plan: PlanDocument, findings: readonly Finding[], settings: Settings): TaskJudge {
  const missing = new Set(
    findings
      .filter((finding) => finding.ruleId === responsibilityMissing.id)
      .map((finding) => finding.span.start),
  );
  const setting = effectiveSetting(responsibilityMissing, settings, plan.kind);
  const exempt = (setting?.options["exempt"] ??
    responsibilityMissing.options?.["exempt"]?.default) as readonly string[];
  return (item) => {
    if (missing.has(item.heading.start)) return "missing";
    return isExempt(item, exempt) ? "exempt" : "task";
  };
}
