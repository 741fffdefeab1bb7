import type { Item, PlanDocument } from "../../plan/model.js";
import type { Span } from "../../text/span.js";
import { caretAt } from "../caret.js";
import { namesOf, type RosterName } from "../folder.js";
import { itemReferences } from "../../plan/references.js";
import { departmentAt, holds, markerItemAt, targetAt } from "./at.js";
import { mentionsOf } from "./mentions.js";

/** What can be looked for throughout a draft, and but for an item throughout the folder. */
export type Subject =
  | { readonly kind: "department"; readonly names: readonly string[] }
  | { readonly kind: "indicator"; readonly name: string }
  | { readonly kind: "document"; readonly title: string }
  | { readonly kind: "item"; readonly item: Item };

/** The subject at an offset, and the words that name it there. */
export interface SubjectAt {
  readonly subject: Subject;
  readonly span: Span;
}

/** The department, indicator, cited document or numbered item named at `offset` (UTF-16 units); undefined on other words. */
export function subjectAt(
  plan: PlanDocument,
  offset: number,
  roster: readonly RosterName[],
): SubjectAt | undefined {
  return (
    documentAt(plan, offset) ??
    itemAtReference(plan, offset) ??
    namedDepartment(plan, offset, roster) ??
    indicatorAt(plan, offset)
  );
}

/** 《title》 at an offset, without its marks. */
function documentAt(plan: PlanDocument, offset: number): SubjectAt | undefined {
  const { line } = caretAt(plan, offset);
  for (const match of line.paragraph.text.matchAll(/《([^《》]{2,80})》/g)) {
    const start = line.start + match.index;
    const span = { start: start + 1, end: start + match[0].length - 1 };
    if (holds({ start, end: span.end + 1 }, offset))
      return { subject: { kind: "document", title: match[1] ?? "" }, span };
  }
  return undefined;
}

function itemAtReference(plan: PlanDocument, offset: number): SubjectAt | undefined {
  const marked = markerItemAt(plan, offset);
  if (marked) return { subject: { kind: "item", item: marked }, span: marked.marker.span };
  const reference = itemReferences(plan).find((one) => holds(one.span, offset));
  return reference?.target && { subject: { kind: "item", item: reference.target }, span: reference.span };
}

function namedDepartment(
  plan: PlanDocument,
  offset: number,
  roster: readonly RosterName[],
): SubjectAt | undefined {
  const listed = departmentAt(plan, offset)?.department;
  if (listed) {
    return { subject: { kind: "department", names: namesOf(roster, listed.name) }, span: listed.span };
  }
  const mention = mentionsOf(plan, knownNames(plan, roster)).find((one) => holds(one.span, offset));
  return (
    mention && {
      subject: { kind: "department", names: namesOf(roster, mention.name) },
      span: mention.span,
    }
  );
}

function indicatorAt(plan: PlanDocument, offset: number): SubjectAt | undefined {
  const target = targetAt(plan, offset);
  if (!target || target.indicator === "") return undefined;
  const span = holds(target.indicatorSpan, offset) ? target.indicatorSpan : target.valueSpan;
  return { subject: { kind: "indicator", name: target.indicator }, span };
}

/** Every name that the roster or a responsibility of the draft gives to a body. */
export function knownNames(plan: PlanDocument, roster: readonly RosterName[]): ReadonlySet<string> {
  const names = new Set(roster.flatMap((one) => [one.full, ...(one.aliases ?? [])]));
  for (const item of plan.items) {
    for (const one of item.responsibilities)
      one.departments.forEach((department) => names.add(department.name));
  }
  return names;
}
