import type { PlannedTarget } from "../../compare/plannedTargets.js";
import type { TargetRow } from "../../ledger/targetLedger.js";
import type { TaskRow } from "../../ledger/taskTable.js";
import type { Comparator, Item, PlanDocument, YearSource } from "../../plan/model.js";
import type { WriteLocale } from "../locale.js";
import type { CellValue, TableSheet } from "./sheet.js";

interface SheetTexts {
  readonly tasks: string;
  readonly taskColumns: readonly string[];
  readonly targets: string;
  readonly targetColumns: readonly string[];
  /** Of the plan of five years, where there is one. */
  readonly plannedColumns: readonly string[];
  readonly comparators: Readonly<Record<Comparator, string>>;
  readonly years: Readonly<Record<YearSource, string>>;
  readonly kinds: Readonly<Record<TargetRow["kind"], string>>;
}

const TEXTS: Readonly<Record<WriteLocale, SheetTexts>> = {
  "zh-CN": {
    tasks: "责任分工表",
    taskColumns: ["序号", "一级", "二级", "任务", "牵头", "责任科室", "时限", "指标"],
    targets: "指标台账",
    targetColumns: ["序号", "指标", "值", "要求", "年份", "年份出处", "性质", "条目", "原文"],
    plannedColumns: ["规划值", "规划年份"],
    comparators: {
      ">=": "不低于",
      "<=": "不超过",
      "=": "达到",
      about: "左右",
      increase: "提高",
      decrease: "下降",
      range: "区间",
    },
    years: { clause: "本分句", sentence: "本句", item: "本条", section: "本章", title: "标题", none: "" },
    kinds: { goal: "目标", achievement: "成绩" },
  },
  en: {
    tasks: "Tasks",
    taskColumns: ["No.", "Chapter", "Section", "Task", "Lead", "Departments", "Deadline", "Targets"],
    targets: "Targets",
    targetColumns: ["No.", "Indicator", "Value", "Relation", "Year", "Year from", "Kind", "Item", "Text"],
    plannedColumns: ["Plan's value", "Plan's year"],
    comparators: {
      ">=": "at least",
      "<=": "at most",
      "=": "equal to",
      about: "about",
      increase: "up by",
      decrease: "down by",
      range: "range",
    },
    years: {
      clause: "clause",
      sentence: "sentence",
      item: "item",
      section: "section",
      title: "title",
      none: "",
    },
    kinds: { goal: "goal", achievement: "achievement" },
  },
};

const TASK_WIDTHS = [4, 18, 14, 24, 10, 20, 10, 24];
const TARGET_WIDTHS = [4, 20, 8, 7, 6, 8, 6, 12, 48];
const PLANNED_WIDTHS = [8, 8];
/** The plan's value and year stand behind the year of the draft's. */
const PLANNED_AT = 5;

/** 责任分工表: one row for each task, with the chapter and the section that it stands in. */
export function taskSheet(
  plan: PlanDocument,
  tasks: readonly TaskRow[],
  locale: WriteLocale = "zh-CN",
): TableSheet {
  const { tasks: name, taskColumns } = TEXTS[locale];
  const byStart = new Map(plan.items.map((item) => [item.span.start, item]));
  return {
    name,
    columns: columnsOf(taskColumns, TASK_WIDTHS),
    rows: tasks.map((task, i) => {
      const above = ancestors(byStart.get(task.span.start));
      return [
        i + 1,
        headingOf(above[0]),
        headingOf(above[1]),
        task.marker + task.title,
        task.lead.join("、"),
        task.departments.join("、"),
        task.deadline,
        task.targets.join("；"),
      ];
    }),
  };
}

/** What the plan of five years says beside each row; undefined as a whole where there is no such plan. */
export type Planned = readonly (PlannedTarget | undefined)[] | undefined;

/** 指标台账: one row for each quantified goal or achievement, with what the plan of five years asks where it is known. */
export function targetSheet(
  targets: readonly TargetRow[],
  locale: WriteLocale = "zh-CN",
  planned?: Planned,
): TableSheet {
  const texts = TEXTS[locale];
  const columns = columnsOf(texts.targetColumns, TARGET_WIDTHS);
  const more = planned ? columnsOf(texts.plannedColumns, PLANNED_WIDTHS) : [];
  const rows = targets.map((target, i): CellValue[] => [
    i + 1,
    target.indicator,
    target.value,
    texts.comparators[target.comparator],
    target.year,
    texts.years[target.yearFrom],
    texts.kinds[target.kind],
    target.item,
    target.excerpt,
  ]);
  const own = (i: number): CellValue[] =>
    planned ? [planned[i]?.value ?? null, planned[i]?.year ?? null] : [];
  return {
    name: texts.targets,
    columns: columns.toSpliced(PLANNED_AT, 0, ...more),
    rows: rows.map((row, i) => row.toSpliced(PLANNED_AT, 0, ...own(i))),
  };
}

function columnsOf(titles: readonly string[], widths: readonly number[]): TableSheet["columns"] {
  return titles.map((title, i) => ({ title, width: widths[i] ?? 10 }));
}

/** From level 1 down, the task itself left out. */
function ancestors(item: Item | undefined): Item[] {
  const found: Item[] = [];
  for (let at = item?.parent; at; at = at.parent) found.unshift(at);
  return found;
}

function headingOf(item: Item | undefined): string {
  return item ? item.marker.text + item.title : "";
}
