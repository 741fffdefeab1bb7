import { touching } from "../text/spanLookup.js";
import type { Entry } from "./movedFinding.js";
import type { Finding, Rule } from "./rule.js";

/**
 * The findings of entries, without those that another covers: an item that was pasted twice has its number and its
 * heading twice, too, and that is one slip. The entries stay whole, since the next edit may take the other away.
 */
export function uncovered(entries: readonly Entry[], rules: readonly Rule[]): Finding[] {
  const findings = entries.map(({ finding }) => finding);
  const covering = new Set(rules.flatMap(({ coveredBy = NONE }) => coveredBy));
  const covers = findings.filter(({ ruleId }) => covering.has(ruleId));
  if (covers.length === 0) return findings;
  const isTold = touching(covers.map(({ span }) => span));
  const covered = new Set(rules.filter(({ coveredBy }) => coveredBy).map(({ id }) => id));
  return findings.filter(({ ruleId, span }) => !(covered.has(ruleId) && isTold(span.start, span.end)));
}

const NONE: readonly string[] = [];
