import type { PlanKind } from "../plan/model.js";
import { type Change, editAfter, spanAfter } from "../text/change.js";
import type { CheckedPlan } from "./planEdit.js";
import type { EarlierYears, Finding, Rule } from "./rule.js";

/** A finding with the place of its rule among the active ones. */
export interface Entry {
  readonly finding: Finding;
  readonly by: number;
}

/** What the rules said of a plan, kept for the next version of it. */
export interface KeptRun extends CheckedPlan {
  readonly kind: PlanKind;
  readonly earlier: EarlierYears | undefined;
  /** In reading order. */
  readonly entries: readonly Entry[];
}

/** True where the earlier years have nothing new to say to a rule. */
export function sameEarlier(rule: Rule, a: EarlierYears | undefined, b: EarlierYears | undefined): boolean {
  if (a === b) return true;
  return (
    a?.departments === b?.departments &&
    (a?.remarks.get(rule.id)?.length ?? 0) === 0 &&
    (b?.remarks.get(rule.id)?.length ?? 0) === 0
  );
}

/** A finding where it stands after a change; undefined where one of its places lies in what changed. */
export function findingAfter(finding: Finding, change: Change): Finding | undefined {
  const span = spanAfter(finding.span, change);
  if (!span) return undefined;
  if (span === finding.span && finding.fixes.length === 0 && finding.related.length === 0) return finding;
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: all(fix.edits, (edit) => editAfter(edit, change)),
  }));
  const related = all(finding.related, (place) => {
    const at = spanAfter(place.span, change);
    return at && { span: at, message: place.message };
  });
  if (!related || fixes.some(({ edits }) => !edits)) return undefined;
  return { ...finding, span, fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits ?? [] })), related };
}

function all<T, R>(list: readonly T[], make: (one: T) => R | undefined): R[] | undefined {
  const made: R[] = [];
  for (const one of list) {
    const result = make(one);
    if (result === undefined) return undefined;
    made.push(result);
  }
  return made;
}
