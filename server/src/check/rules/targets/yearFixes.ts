import type { PlanDocument, Target } from "../../../plan/model.js";
import { insert } from "../../../text/span.js";
import type { Fix } from "../../rule.js";
import { clauseSpan, titledPeriod } from "./places.js";

/** 到2030年， before the clause: the period's end first, then each of its years; the draft's last year where it has none. */
export function yearFixes(plan: PlanDocument, target: Target): Fix[] {
  const at = clauseSpan(plan, target).start;
  const period = titledPeriod(plan);
  const last = period?.to ?? plan.targets.findLast((one) => one.year !== undefined)?.year;
  if (last === undefined) return [];
  const from = period ? Math.max(period.from, last - 5) : last;
  const years = [last, ...Array.from({ length: last - from }, (_, i) => from + i)];
  return years.map((year) => ({
    title: { key: "fix", fill: { year } },
    edits: [insert(at, `到${year}年，`)],
    safe: false,
  }));
}
