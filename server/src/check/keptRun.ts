import type { PlanKind } from "../plan/model.js";
import { type Change, editAfter, spanAfter } from "../text/change.js";
import type { Edit } from "../text/span.js";
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

/** Tells where a finding stands after a change; undefined where one of its places lies in what changed. */
export function findingMover(change: Change): (finding: Finding) => Finding | undefined {
  // Many findings share the edits of one fix: 全文重新编号 lists every number.
  const known = new Map<readonly Edit[], readonly Edit[] | undefined>();
  const moved = (edits: readonly Edit[]): readonly Edit[] | undefined => {
    if (!known.has(edits))
      known.set(
        edits,
        all(edits, (edit) => editAfter(edit, change)),
      );
    return known.get(edits);
  };
  return (finding) => {
    const span = spanAfter(finding.span, change);
    const fixes =
      span &&
      all(finding.fixes, (fix) => {
        const edits = moved(fix.edits);
        return edits === fix.edits ? fix : edits && { title: fix.title, edits, safe: fix.safe };
      });
    const related =
      fixes &&
      all(finding.related, (place) => {
        const at = spanAfter(place.span, change);
        return at === place.span ? place : at && { span: at, message: place.message };
      });
    if (!span || !fixes || !related) return undefined;
    // What stands before the change is the same object, so that whatever was made of it can be kept.
    if (span === finding.span && fixes === finding.fixes && related === finding.related) return finding;
    const { ruleId, severity, message } = finding;
    return { ruleId, severity, message, span, fixes, related };
  };
}

/** What `make` makes of each of a list, the list itself where that is what they were; undefined where it cannot of one. */
function all<T>(list: readonly T[], make: (one: T) => T | undefined): readonly T[] | undefined {
  let made: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const one = list[i] as T;
    const result = make(one);
    if (result === undefined) return undefined;
    if (result !== one) made ??= list.slice(0, i);
    made?.push(result);
  }
  return made ?? list;
}
