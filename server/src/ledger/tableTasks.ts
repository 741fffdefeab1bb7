import { departmentsIn } from "../plan/departments.js";
import { itemAt, type Line, markerPath, type PlanDocument, type Target } from "../plan/model.js";
import { trailing } from "../text/ends.js";
import type { Span } from "../text/span.js";
import { cellsOf, isRule, type TableCell } from "./tableCells.js";
import { goalsOf, type TaskRow } from "./taskRow.js";

/** What the columns of a table hold, by their heads. */
interface Columns {
  readonly number: number;
  readonly tasks: readonly number[];
  readonly lead: readonly number[];
  readonly departments: readonly number[];
  readonly deadline: number;
}

const LONGEST_HEAD = 12;
const NUMBER = /^(?:序号|编号|序)$/;
const TASK = /任务|事项|举措|措施|工作内容|主要工作|重点工作|工作要点$/;
const LEAD = /牵头|主办|主责/;
const DEPARTMENT =
  /(?:责任|配合|协办|承办|落实|实施|参与).{0,3}(?:科室|处室|股室|单位|部门|主体)|^(?:科室|单位|部门)$/;
const DEADLINE = /时限|完成时间|时间节点|期限|时间安排|^时间$/;

/** The tasks of tables pasted with tabs or written in Markdown, whose head names tasks and who does them. */
export function tableTasks(plan: PlanDocument): TaskRow[] {
  if (!plan.text.includes("\t") && !plan.text.includes("|")) return [];
  const rows: TaskRow[] = [];
  let columns: Columns | undefined;
  let group = "";
  const goalsWithin = createGoals(plan.targets);
  for (const [index, line] of plan.lines.entries()) {
    const cells = cellsOf(line);
    if (cells.length < 3) {
      if (!line.paragraph.blank) columns = undefined;
      continue;
    }
    const head = columnsOf(cells);
    if (head || !columns) {
      columns = head;
      group = "";
    } else if (!isRule(cells)) {
      const row = rowOf(plan, { line, index, cells, columns, group });
      group = cells[columns.tasks[0] ?? -1]?.text || group;
      if (row) rows.push({ ...row, targets: goalsWithin(row.span) });
    }
  }
  return rows;
}

function columnsOf(cells: readonly TableCell[]): Columns | undefined {
  const matching = (pattern: RegExp): number[] =>
    cells.flatMap(({ text }, i) => (text.length <= LONGEST_HEAD && pattern.test(text) ? [i] : []));
  const lead = matching(LEAD);
  const departments = matching(DEPARTMENT).filter((i) => !lead.includes(i));
  const who = [...lead, ...departments];
  const tasks = matching(TASK).filter((i) => !who.includes(i));
  if (tasks.length === 0 || who.length === 0) return undefined;
  return {
    number: matching(NUMBER)[0] ?? -1,
    tasks,
    lead,
    departments,
    deadline: matching(DEADLINE)[0] ?? -1,
  };
}

/** The goals of each row, in reading order. */
function createGoals(targets: readonly Target[]): (span: Span) => readonly string[] {
  let next = 0;
  return ({ start, end }) => {
    while ((targets[next]?.valueSpan.start ?? Infinity) < start) next++;
    const from = next;
    while ((targets[next]?.valueSpan.end ?? Infinity) <= end) next++;
    return goalsOf(targets.slice(from, next));
  };
}

interface Source {
  readonly line: Line;
  readonly index: number;
  readonly cells: readonly TableCell[];
  readonly columns: Columns;
  /** The task of the row above, which cells that were merged go on with. */
  readonly group: string;
}

function rowOf(
  plan: PlanDocument,
  { line, index, cells, columns, group }: Source,
): Omit<TaskRow, "targets"> | undefined {
  const titles = columns.tasks.map((column, i) => cells[column]?.text || (i === 0 ? group : ""));
  const words = [...new Set(titles.filter((one) => one !== ""))].join("：");
  const title = words.slice(0, trailing(words, "。；;"));
  if (title === "" || /^(?:合计|总计|小计)/.test(title)) return undefined;
  const marker = cells[columns.number]?.text ?? "";
  const item = itemAt(plan, line.start);
  // The number of a row may have been read as an item of its own.
  const holder = item?.line === index ? item.parent : item;
  const above = holder ? markerPath(holder) : [];
  const span = { start: line.start, end: line.start + line.paragraph.text.length };
  const lead = namesIn(plan, cells, columns.lead);
  return {
    marker,
    path: marker === "" ? above : [...above, marker],
    title,
    lead,
    departments: [...new Set([...lead, ...namesIn(plan, cells, columns.departments)])],
    deadline: cells[columns.deadline]?.text ?? "",
    span,
  };
}

function namesIn({ text }: PlanDocument, cells: readonly TableCell[], columns: readonly number[]): string[] {
  return columns.flatMap((column) => {
    const cell = cells[column];
    if (!cell || cell.text === "" || /^[-—/无]+$/.test(cell.text)) return [];
    const within = { start: cell.start, end: cell.start + cell.text.length };
    return departmentsIn(text, within, "owner").departments.map(({ name }) => name);
  });
}
