import { type Item, itemAt, markerPath, type PlanDocument, type Target } from "../../plan/model.js";
import { numberingRuns } from "../../plan/numbering.js";
import { styleKey } from "../../plan/sequence.js";
import type { Span } from "../../text/span.js";
import type { RosterName } from "../folder.js";
import { namesOf } from "../folder.js";
import { formsByLevel } from "../markerForms.js";
import { departmentAt, holds, markerItemAt, targetAt } from "./at.js";
import type { Said, TextKey } from "./texts.js";

/** What is known of the thing under the pointer. */
export interface Hover {
  readonly kind: "marker" | "department" | "target" | "item";
  /** What it speaks of, to be highlighted. */
  readonly span: Span;
  /** The name of the thing, as the draft or the roster has it. */
  readonly title: string;
  readonly lines: readonly Said[];
}

/** A hover lists no more tasks and targets than one takes in at a glance. */
const MOST = 12;

/** What is known at `offset` (UTF-16 units): of a marker, a department, a target, or the item whose heading holds it. */
export function hoverAt(
  plan: PlanDocument,
  offset: number,
  roster: readonly RosterName[],
): Hover | undefined {
  const marked = markerItemAt(plan, offset);
  if (marked) return markerHover(plan, marked);
  const named = departmentAt(plan, offset);
  if (named) return departmentHover(plan, named.department, roster);
  const target = targetAt(plan, offset);
  if (target) return targetHover(target);
  const item = itemAt(plan, offset);
  return item && holds(item.heading, offset) ? itemHover(item) : undefined;
}

function markerHover(plan: PlanDocument, item: Item): Hover {
  const run = numberingRuns(plan).find((one) => one.items.includes(item));
  const runsOn = run !== undefined && run.from > 1;
  const siblings = (item.parent?.children ?? item.part.items).filter(
    (one) => styleKey(one.marker) === styleKey(item.marker),
  );
  const scheme = formsByLevel(plan)
    .flatMap((form) => form?.model.text ?? [])
    .join(" → ");
  const lines: Said[] = [
    { key: "marker.level", fill: { level: item.level, form: item.marker.form.replace("#", "×") } },
    runsOn
      ? { key: "marker.runsOn", fill: { ordinal: item.marker.ordinal ?? "?" } }
      : { key: "marker.restarts", fill: { count: siblings.length } },
    { key: "marker.scheme", fill: { scheme } },
  ];
  return { kind: "marker", span: item.marker.span, title: item.marker.text, lines };
}

function departmentHover(
  plan: PlanDocument,
  department: { readonly name: string; readonly span: Span },
  roster: readonly RosterName[],
): Hover {
  const names = namesOf(roster, department.name);
  const entry = roster.find((one) => one.full === names[0]);
  const lines: Said[] = [];
  if (names.length > 1) lines.push({ key: "department.names", fill: { names: names.slice(1).join("、") } });
  if (entry?.from !== undefined) lines.push({ key: "department.from", fill: { year: entry.from } });
  if (entry?.until !== undefined) lines.push({ key: "department.until", fill: { year: entry.until } });
  if (entry?.lead !== undefined) lines.push({ key: "department.lead", fill: { name: entry.lead } });
  if (!entry && roster.length > 0) lines.push({ key: "department.unknown", fill: {} });
  const tasks = plan.items.filter((item) => namedIn(item, names));
  const lead = tasks.filter((item) => leads(item, names)).length;
  lines.push({ key: "department.tasks", fill: { count: tasks.length, lead } });
  for (const item of tasks.slice(0, MOST))
    lines.push({ key: "department.task", fill: { path: markerPath(item).join(""), title: item.title } });
  return { kind: "department", span: department.span, title: names[0] ?? department.name, lines };
}

function namedIn(item: Item, names: readonly string[]): boolean {
  return item.responsibilities.some((one) => one.departments.some((each) => names.includes(each.name)));
}

/** It leads where it is said to, and where it stands first while nobody is said to. */
function leads(item: Item, names: readonly string[]): boolean {
  const all = item.responsibilities.flatMap((one) => one.departments);
  const said = all.filter((one) => one.role === "lead");
  const leading = said.length > 0 ? said : all.slice(0, 1);
  return leading.some((one) => names.includes(one.name));
}

function targetHover(target: Target): Hover {
  const lines: Said[] =
    target.indicator === "" ? [] : [{ key: "target.indicator", fill: { indicator: target.indicator } }];
  if (target.kind === "achievement") lines.push({ key: "target.achievement", fill: {} });
  lines.push(yearOf(target));
  return { kind: "target", span: target.valueSpan, title: target.value, lines };
}

function yearOf({ year, yearFrom }: Target): Said {
  if (year === undefined) return { key: yearFrom === "none" ? "target.none" : "target.timed", fill: {} };
  return { key: `target.${yearFrom}` satisfies TextKey, fill: { year } };
}

function itemHover(item: Item): Hover {
  const lines: Said[] = [];
  const names = item.responsibilities.flatMap((one) => one.departments.map((each) => each.name));
  if (names.length > 0)
    lines.push({ key: "item.departments", fill: { names: [...new Set(names)].join("、") } });
  const deadline = item.responsibilities.find((one) => one.deadline)?.deadline;
  if (deadline) lines.push({ key: "item.deadline", fill: { deadline: deadline.text } });
  if (item.children.length > 0) lines.push({ key: "item.children", fill: { count: item.children.length } });
  for (const target of item.targets.filter((one) => one.kind === "goal").slice(0, MOST)) {
    const { indicator, value, year } = target;
    lines.push(
      year === undefined
        ? { key: "item.targetUndated", fill: { indicator, value } }
        : { key: "item.target", fill: { indicator, value, year } },
    );
  }
  return { kind: "item", span: item.heading, title: `${item.marker.text}${item.title}`, lines };
}
