import type { PlanDocument } from "../../plan/model.js";
import type { Edit, Span } from "../../text/span.js";
import type { RosterName } from "../folder.js";
import { itemReferences } from "../../plan/references.js";
import { mentionsOf } from "./mentions.js";
import { knownNames, type Subject } from "./subject.js";

/**
 * Every place of a subject in a draft, in reading order. A department by any of its names, in lists and in running
 * words; an indicator where a target states it and where its name is written; a document by its title in 《》; an item by
 * its marker and the references to it (only in the draft that it belongs to).
 */
export function references(plan: PlanDocument, subject: Subject, roster: readonly RosterName[]): Span[] {
  const found = placesOf(plan, subject, roster);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.filter((span) => {
    if (span.start < end || span.end <= span.start) return false;
    end = span.end;
    return true;
  });
}

/**
 * The edits that give a department another name in a draft, wherever one of its names stands: who renames a body means
 * it under its short name too. Places that have the new name already are left alone.
 */
export function renameDepartment(
  plan: PlanDocument,
  names: readonly string[],
  to: { readonly name: string; readonly roster: readonly RosterName[] },
): Edit[] {
  return references(plan, { kind: "department", names }, to.roster)
    .filter((span) => plan.text.slice(span.start, span.end) !== to.name)
    .map((span) => ({ span, newText: to.name }));
}

function placesOf(plan: PlanDocument, subject: Subject, roster: readonly RosterName[]): Span[] {
  switch (subject.kind) {
    case "department":
      return departmentPlaces(plan, subject.names, roster);
    case "indicator":
      return [
        ...plan.targets.filter((one) => one.indicator === subject.name).map((one) => one.indicatorSpan),
        ...written(plan.text, subject.name),
      ];
    case "document":
      return documentPlaces(plan, subject.title);
    case "item":
      return [
        subject.item.marker.span,
        ...itemReferences(plan).flatMap((one) => (one.target === subject.item ? [one.span] : [])),
      ];
  }
}

function departmentPlaces(
  plan: PlanDocument,
  names: readonly string[],
  roster: readonly RosterName[],
): Span[] {
  const wanted = new Set(names);
  const listed = plan.items.flatMap((item) =>
    item.responsibilities.flatMap((one) =>
      one.departments.filter((department) => wanted.has(department.name)),
    ),
  );
  // All known names are read, so that 教育科 is not found inside 基础教育科.
  const all = new Set([...knownNames(plan, roster), ...names]);
  const mentioned = mentionsOf(plan, all).filter((one) => wanted.has(one.name));
  return [...listed, ...mentioned].map((one) => one.span);
}

function documentPlaces(plan: PlanDocument, title: string): Span[] {
  const wanted = plainTitle(title);
  const cited = [...plan.text.matchAll(/《([^《》\n]{2,80})》/g)].flatMap((match): Span[] => {
    if (plainTitle(match[1] ?? "") !== wanted) return [];
    return [{ start: match.index + 1, end: match.index + match[0].length - 1 }];
  });
  const own = plan.title && plainTitle(plan.title.text) === wanted ? [plan.title.span] : [];
  return [...own, ...cited];
}

/** A title without the spaces and line breaks that a layout puts into it. */
export function plainTitle(title: string): string {
  return title.replace(/[\s\u3000]+/g, "");
}

/** Short names (学校) are words of the language and not looked for. */
const SHORTEST = 4;

function written(text: string, name: string): Span[] {
  const found: Span[] = [];
  if (name.length < SHORTEST) return found;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
    found.push({ start: at, end: at + name.length });
  return found;
}
