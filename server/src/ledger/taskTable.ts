import { bodyNames } from "../plan/bodyNames.js";
import { type Item, markerPath, type PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { deadlineOf } from "./deadline.js";
import { responsibilitiesFor } from "./servedBy.js";

/** 责任分工表: one row for each leaf task of the plan, with who does it and by when. */
export interface TaskRow {
  readonly marker: string;
  /** The markers from level 1 down to the task. */
  readonly path: readonly string[];
  readonly title: string;
  readonly lead: readonly string[];
  /** All departments, those that lead included, each once. */
  readonly departments: readonly string[];
  /** As written: 2027年底前, 全年; "" where the draft gives none. */
  readonly deadline: string;
  /** The goals that the task states: 学前教育毛入园率 95%以上. */
  readonly targets: readonly string[];
  readonly span: Span;
}

/** The tasks of a plan: its items without children, those of a forwarding notice left out where there is a plan. */
export function taskTable(plan: PlanDocument): TaskRow[] {
  const hasPlan = plan.parts.some((part) => part.kind === "plan" && part.items.length > 0);
  const rows: TaskRow[] = [];
  for (const item of plan.items)
    if (item.children.length === 0 && !(hasPlan && item.part.kind === "notice")) rows.push(rowOf(plan, item));
  return rows;
}

const NONE: readonly string[] = [];

function rowOf(plan: PlanDocument, item: Item): TaskRow {
  const responsibilities = responsibilitiesFor(item);
  return {
    marker: item.mark.text,
    path: markerPath(item),
    title: item.title,
    lead: bodyNames(responsibilities, "lead"),
    departments: bodyNames(responsibilities),
    deadline: deadlineOf(plan, item),
    targets: goalsOf(item),
    span: item.span,
  };
}

function goalsOf({ targets }: Item): readonly string[] {
  if (targets.length === 0) return NONE;
  return targets
    .filter((one) => one.kind === "goal")
    .map(({ indicator, value }) => (indicator === "" ? value : `${indicator} ${value}`));
}
