import { assembledOf } from "./parsedPlan.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import { lineAt } from "../text/lines.js";
import type { LineChange } from "./changedLines.js";
import type { LineRole, PlanDocument, YearSource } from "./model.js";

/**
 * What a plan is apart from its words: the roles of its lines, its tree, what belongs to which item. Lists of numbers
 * and short texts, so that it can be kept without the plan and compared with that of the next version.
 */
export interface Skeleton {
  readonly roles: readonly LineRole[];
  /** Of each item its line and its place in it, level, parent and part. */
  readonly items: readonly number[];
  /** Of each responsibility its item and its line. */
  readonly responsibilities: readonly number[];
  /** Of each target its line, its year and where that is from, and whether it reports. */
  readonly targets: readonly number[];
  /** Kind, period and titles, the parts, and every line that is neither text nor blank. */
  readonly frame: string;
  /** Where each part begins, as a line. */
  readonly parts: readonly number[];
  /** The line of the first item; Infinity where there is none. */
  readonly head: number;
}

/** How many numbers one of them takes in the lists. */
const ITEM = 5;
const RESPONSIBILITY = 2;
const TARGET = 4;

export function skeletonOf(plan: PlanDocument): Skeleton {
  const { starts } = plan;
  const follow = lineFollower(plan);
  const places = new Map(plan.parts.map((part, i) => [part, i]));
  const items: number[] = [];
  for (const { start, level, parent, part } of plan.items) {
    const line = follow(start);
    items.push(line, start - (starts[line] ?? 0), level, parent?.index ?? -1, places.get(part) ?? -1);
  }
  const responsibilities: number[] = [];
  for (const item of plan.items) {
    for (const one of item.responsibilities)
      responsibilities.push(item.index, lineAt(starts, PlacedResponsibility.startOf(one)));
  }
  return {
    roles: plan.lines.map(({ role }) => role),
    items,
    responsibilities,
    targets: targetsIn(plan),
    frame: frameOf(plan),
    parts: plan.parts.map(({ span }) => lineAt(starts, span.start)),
    head: items[0] ?? Infinity,
  };
}

/** The lines of offsets that only grow, found by walking on. */
function lineFollower({ starts }: PlanDocument): (offset: number) => number {
  let line = 0;
  return (offset) => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
    return line;
  };
}

const YEARS_FROM: readonly YearSource[] = ["clause", "sentence", "item", "section", "title", "none"];

function targetsIn(plan: PlanDocument): number[] {
  const targets: number[] = [];
  for (const { line, year, yearFrom, kind } of assembledOf(plan).targetShelf.settled())
    targets.push(line, year ?? -1, YEARS_FROM.indexOf(yearFrom), kind === "goal" ? 1 : 0);
  return targets;
}

const TEXT: ReadonlySet<LineRole> = new Set(["body", "heading", "responsibility"]);

export function isText(role: LineRole): boolean {
  return TEXT.has(role);
}

function frameOf(plan: PlanDocument): string {
  const { kind, period, title, flattened, parts, front, lines } = plan;
  const special = lines
    .filter(({ role }) => role !== "blank" && !isText(role))
    .map(({ role, paragraph }) => `${role} ${paragraph.text.trim()}`);
  const number = front.documentNumber?.text ?? "";
  const years = period ? `${period.from} ${period.to} ${period.source}` : "";
  const heads = parts.map((part) => `${part.kind} ${part.title?.text ?? ""}`);
  return [kind, years, title?.text ?? "", flattened, number, ...heads, ...special].join("\n");
}

export interface SkeletonChanges {
  readonly tree: boolean;
  readonly frame: boolean;
  readonly owners: boolean;
  readonly targets: boolean;
  /** Lines outside the edit that have another role now, by their places before. */
  readonly roles: readonly number[];
}

/** In what two plans differ, one made from the other by an edit of some lines. */
export function skeletonChanges(before: Skeleton, after: Skeleton, change: LineChange): SkeletonChanges {
  const same = (key: "items" | "responsibilities" | "targets" | "parts", of: number, line: number): boolean =>
    sameRows(before[key], after[key], { width: of, line, change });
  return {
    tree: !same("items", ITEM, 0),
    frame:
      before.frame !== after.frame ||
      !same("parts", 1, 0) ||
      change.first <= Math.max(before.head, after.head),
    owners: !same("responsibilities", RESPONSIBILITY, 1),
    targets: !same("targets", TARGET, 0),
    roles: otherRoles(before.roles, after.roles, change),
  };
}

interface Rows {
  readonly width: number;
  /** Which of the numbers of a row is its line. */
  readonly line: number;
  readonly change: LineChange;
}

function sameRows(a: readonly number[], b: readonly number[], { width, line, change }: Rows): boolean {
  if (a.length !== b.length) return false;
  const shift = change.after - change.before;
  for (let i = 0; i < a.length; i++) {
    const [old, now] = [a[i] ?? 0, b[i] ?? 0];
    if (i % width !== line || old < change.first) {
      if (old !== now) return false;
    } else if (old >= change.before) {
      if (old + shift !== now) return false;
    } else if (now < change.first || now >= change.after) return false;
  }
  return true;
}

function otherRoles(a: readonly LineRole[], b: readonly LineRole[], change: LineChange): number[] {
  const other: number[] = [];
  for (let i = 0; i < change.first; i++) if (a[i] !== b[i]) other.push(i);
  const shift = change.after - change.before;
  for (let i = change.before; i < a.length; i++) if (a[i] !== b[i + shift]) other.push(i);
  return other;
}
