import { bodyNames } from "../plan/bodyNames.js";
import { type Item, markerPath, type PlanDocument, type Responsibility } from "../plan/model.js";
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
  const shared = { pathOf: createPaths(), bodiesOf: createBodies() };
  const rows: TaskRow[] = [];
  for (const item of plan.items)
    if (item.children.length === 0 && !(hasPlan && item.part.kind === "notice"))
      rows.push(rowOf(plan, item, shared));
  return rows;
}

const NONE: readonly string[] = [];

/** What rows in reading order share with each other. */
interface Shared {
  readonly pathOf: (item: Item) => TaskRow["path"];
  readonly bodiesOf: (item: Item) => Pick<TaskRow, "lead" | "departments">;
}

function rowOf(plan: PlanDocument, item: Item, { pathOf, bodiesOf }: Shared): TaskRow {
  const { start, end } = item;
  const path = pathOf(item);
  const { lead, departments } = bodiesOf(item);
  return {
    marker: path[path.length - 1] ?? "",
    path,
    title: item.title,
    lead,
    departments,
    deadline: deadlineOf(plan, item),
    targets: goalsOf(item),
    span: { start, end },
  };
}

/** The paths of items in reading order: neighbours share the way down to both. */
function createPaths(): Shared["pathOf"] {
  let parent: Item | undefined;
  let above = NONE;
  return (item) => {
    if (item.parent !== parent) {
      parent = item.parent;
      above = parent ? markerPath(parent) : NONE;
    }
    const path = new Array<string>(above.length + 1);
    for (let i = 0; i < above.length; i++) path[i] = above[i] as string;
    path[above.length] = item.mark.text;
    return path;
  };
}

/** Who does the tasks, in reading order: neighbours that one line serves share its names. */
function createBodies(): Shared["bodiesOf"] {
  let last: readonly Responsibility[] | undefined;
  let bodies = { lead: NONE, departments: NONE };
  return (item) => {
    const serving = responsibilitiesFor(item);
    if (serving !== last) {
      last = serving;
      bodies = { lead: bodyNames(serving, "lead"), departments: bodyNames(serving) };
    }
    return bodies;
  };
}

/** Most tasks state one goal or none: their lists have no room for more. */
function goalsOf({ targets }: Item): readonly string[] {
  let goals: string[] | undefined;
  for (const { kind, indicator, value } of targets) {
    if (kind !== "goal") continue;
    const goal = indicator === "" ? value : `${indicator} ${value}`;
    if (goals) goals.push(goal);
    else goals = [goal];
  }
  return goals ?? NONE;
}
