import type { TargetRow } from "../../ledger/targetLedger.js";
import type { TaskRow } from "../../ledger/taskTable.js";
import type { Comparator, Item, PlanDocument, YearSource } from "../../plan/model.js";
import type { WriteLocale } from "../locale.js";
import type { TableSheet } from "./sheet.js";

interface SheetTexts {
  readonly tasks: string;
  readonly taskColumns: readonly string[];
  readonly targets: string;
  readonly targetColumns: readonly string[];
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

/** 指标台账: one row for each quantified goal or achievement. */
export function targetSheet(targets: readonly TargetRow[], locale: WriteLocale = "zh-CN"): TableSheet {
  const texts = TEXTS[locale];
  return {
    name: texts.targets,
    columns: columnsOf(texts.targetColumns, TARGET_WIDTHS),
    rows: targets.map((target, i) => [
      i + 1,
      target.indicator,
      target.value,
      texts.comparators[target.comparator],
      target.year,
      texts.years[target.yearFrom],
      texts.kinds[target.kind],
      target.item,
      target.excerpt,
    ]),
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
