import type { Finding } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import { anchorOf } from "../../service/silenceAnchor.js";
import { itemAt } from "../../service/whereabouts.js";
import { lineAt, lineSpan } from "../../text/lines.js";

/**
 * The findings that matter to one who has read the earlier draft: those in items (or, outside of items, lines) that
 * say something else now, and those that were not there before though their own words are the same.
 */
export function changedSince(
  plan: PlanDocument,
  findings: readonly Finding[],
  earlier: { readonly plan: PlanDocument; readonly findings: readonly Finding[] },
): readonly Finding[] {
  const items = new Set(earlier.plan.items.map((item) => squeezed(earlier.plan, item.own)));
  const lines = new Set(earlier.plan.text.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, "")));
  const known = new Set(earlier.findings.map((finding) => anchorKey(earlier.plan, finding)));
  return findings.filter((finding) => {
    const item = itemAt(plan, finding.span.start);
    const line = lineSpan(plan.text, plan.starts, lineAt(plan.starts, finding.span.start));
    const same = item ? items.has(squeezed(plan, item.own)) : lines.has(squeezed(plan, line));
    return !same || !known.has(anchorKey(plan, finding));
  });
}

function anchorKey(plan: PlanDocument, finding: Finding): string {
  const { rule, heading, quote } = anchorOf(plan, finding);
  return JSON.stringify([rule, heading, quote]);
}

function squeezed(plan: PlanDocument, span: { readonly start: number; readonly end: number }): string {
  return plan.text.slice(span.start, span.end).replace(/\s+/g, "");
}
