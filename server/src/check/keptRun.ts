import { type Ground, likenessOf, standsFree } from "../plan/likeness.js";
import type { Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
import { type Change, changeBetween, editAfter, spanAfter } from "../text/change.js";
import { lineSpan } from "../text/lines.js";
import type { Span } from "../text/span.js";
import type { DocumentRule, EarlierYears, Finding, Rule } from "./rule.js";

/** A finding with the place of its rule among the active ones. */
export interface Entry {
  readonly finding: Finding;
  readonly by: number;
}

/** What the rules said of a plan, kept for the next version of it. */
export interface KeptRun {
  readonly plan: PlanDocument;
  readonly ground: Ground;
  readonly kind: PlanKind;
  readonly earlier: EarlierYears | undefined;
  /** In reading order. */
  readonly entries: readonly Entry[];
}

/** An edit within one paragraph that leaves the structure of the plan as it was. */
export interface QuietEdit {
  readonly change: Change;
  /** The line, which has the same place in the list before and after. */
  readonly index: number;
  /** The line after the edit, without its terminator. */
  readonly line: Span;
  readonly before: Paragraph;
  readonly after: Paragraph;
  /** Which of the aspects that a rule may see have changed. */
  readonly changed: {
    readonly headings: boolean;
    readonly responsibilities: boolean;
    readonly targets: boolean;
  };
}

/** The edit between a plan that was checked and the plan now; undefined where it may have changed more than words. */
export function quietEdit({ plan: before, ground }: KeptRun, plan: PlanDocument): QuietEdit | undefined {
  const index = onlyDifference(before.paragraphs, plan.paragraphs);
  const [old, now] = [before.paragraphs[index ?? -1], plan.paragraphs[index ?? -1]];
  if (index === undefined || !old || !now || !standsFree(before, ground, index)) return undefined;
  // The break behind the line, or another one, has changed too: CR LF became LF.
  if (plan.text.length - before.text.length !== now.text.length - old.text.length) return undefined;
  const [was, is] = [likenessOf(old), likenessOf(now)];
  if (!was || !is || was.structure !== is.structure) return undefined;
  const line = lineSpan(plan.text, plan.starts, index);
  const { start, before: end, after } = changeBetween(old.text, now.text);
  return {
    change: { start: line.start + start, before: line.start + end, after: line.start + after },
    index,
    line,
    before: old,
    after: now,
    changed: {
      headings: was.heading !== is.heading,
      responsibilities: was.responsibilities !== is.responsibilities,
      targets: was.targets !== is.targets,
    },
  };
}

function onlyDifference(before: readonly Paragraph[], after: readonly Paragraph[]): number | undefined {
  if (before.length !== after.length) return undefined;
  const first = before.findIndex((paragraph, i) => paragraph !== after[i]);
  const last = before.findLastIndex((paragraph, i) => paragraph !== after[i]);
  return first === last && first !== -1 ? first : undefined;
}

/** True where a rule has to be asked again after an edit. */
export function mayChange(rule: DocumentRule, edit: QuietEdit): boolean {
  const { sees } = rule;
  if (!sees) return true;
  const { changed, before, after } = edit;
  return (
    (sees.headings === true && changed.headings) ||
    (sees.responsibilities === true && changed.responsibilities) ||
    (sees.targets === true && changed.targets) ||
    (sees.words !== undefined && sees.words(before) !== sees.words(after))
  );
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
