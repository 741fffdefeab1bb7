import { bodyNames } from "../plan/bodyNames.js";
import { type Item, markerPath, type PlanDocument, type Responsibility } from "../plan/model.js";
import { bulletTasks, hasBullets } from "./bulletTasks.js";
import { deadlineOf } from "./deadline.js";
import { responsibilitiesFor } from "./servedBy.js";
import { tableTasks } from "./tableTasks.js";
import { chargedIn, isMinutes } from "./resolved.js";
import { goalsOf, NONE, type TaskRow } from "./taskRow.js";

export type { TaskRow } from "./taskRow.js";

/**
 * The tasks of a plan: its items without children, those of a forwarding notice left out where there is a plan, and the
 * rows of tables of tasks and of lists with bullets in the place of the items that hold these.
 */
export function taskTable(plan: PlanDocument): TaskRow[] {
  const hasPlan = plan.parts.some((part) => part.kind === "plan" && part.items.length > 0);
  const bodiesOf = isMinutes(plan) ? chargedBodies(plan, createBodies()) : createBodies();
  const shared = { pathOf: createPaths(), bodiesOf };
  const inTables = tableTasks(plan);
  const holdsRow = createHolders(inTables);
  const mayHaveBullets = hasBullets(plan.text);
  const rows: TaskRow[] = [];
  for (const item of plan.items) {
    if (item.children.length > 0 || (hasPlan && item.part.kind === "notice")) continue;
    if (holdsRow(item)) continue;
    const bullets = mayHaveBullets ? bulletTasks(plan, item) : [];
    if (bullets.length > 0) rows.push(...bullets);
    else rows.push(rowOf(plan, item, shared));
  }
  return inTables.length === 0 ? rows : [...rows, ...inTables].sort((a, b) => a.span.start - b.span.start);
}

/** Tells whether an item holds a row of a table, or begins within one. Leaves come in reading order. */
function createHolders(inTables: readonly TaskRow[]): (item: Item) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((inTables[next]?.span.end ?? Infinity) <= start) next++;
    return (inTables[next]?.span.start ?? Infinity) < end;
  };
}

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
    targets: goalsOf(item.targets),
    span: { start, end },
  };
}

/** Where no label says who does it, minutes say so in a sentence. */
function chargedBodies({ text }: PlanDocument, labelled: Shared["bodiesOf"]): Shared["bodiesOf"] {
  return (item) => {
    const bodies = labelled(item);
    return bodies.departments.length > 0 ? bodies : chargedIn(text.slice(item.start, item.ownEnd));
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
