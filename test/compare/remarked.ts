import type { EarlierYears } from "../../server/src/check/rule.js";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import { earlierFindings } from "../../server/src/compare/earlierFindings.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

/** A plan of an invented bureau for that year. */
export function yearlyPlan(year: number, ...lines: string[]): PlanDocument {
  return parsePlan([`云岭市教育局${year}年工作要点`, ...lines].join("\n"));
}

/** Every remark of the earlier year as `rule @ marked text: message fill`. */
export function remarked(draft: PlanDocument, earlier: PlanDocument): string[] {
  const comparison = comparePlans(draft, [{ plan: earlier, name: "去年" }]);
  const years: EarlierYears = earlierFindings(draft, earlier, comparison);
  return [...years.remarks].flatMap(([rule, list]) =>
    list.map(
      ({ span, message }) =>
        `${rule} @ ${draft.text.slice(span.start, span.end)}: ${Object.values(message.fill ?? {}).join("|")}`,
    ),
  );
}
