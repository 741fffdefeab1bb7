import { linesHolding } from "../plan/linesHolding.js";
import type { Comparator, Line, PlanDocument, Target } from "../plan/model.js";
import { quantitiesIn } from "../plan/quantity.js";
import { cellsOf, isRule, type TableCell } from "./tableCells.js";
import { type Cells, rowsFrom, type TableRow } from "./tableRows.js";

/** A column of values and the year that they are for. */
interface YearColumn {
  readonly at: number;
  readonly year: number;
}

/** What the columns of a table of indicators hold, by their heads. */
interface Columns {
  readonly count: number;
  readonly name: number;
  /** -1 where the names say their units: 毛入园率（%）. */
  readonly unit: number;
  readonly years: readonly YearColumn[];
}

const NAME = /^(?:主要|具体|核心|关键|发展)?指标(?:名称|内容)?$/;
const UNIT = /^(?:计量)?单位$/;
const YEAR = /^到?(20\d\d)年?(?:[（(]?(?:目标|规划|计划|预期|预计)(?:目标)?[值数]?[）)]?)?$/;
const AIM = /目标|规划|计划|预期/;

/**
 * The goals of tables of indicators pasted with tabs or written in Markdown, in reading order. A form that is not sure
 * gives none: the head names 指标 and years, and a row has a cell for each of its columns.
 */
export function tableTargets(plan: PlanDocument): readonly Target[] {
  if (!plan.text.includes("\t") && !plan.text.includes("|")) return NONE;
  const targets: Target[] = [];
  const isRead = createRead(plan.targets);
  for (const head of linesHolding(plan, "指标")) {
    const columns = columnsOf(cellsOf(head), plan);
    if (!columns) continue;
    for (const row of rowsBelow(plan, head, columns))
      if (!isRead(row.line)) targets.push(...rowTargets(columns, row));
  }
  return targets;
}

const NONE: readonly Target[] = [];

/** What a plan states in words and in its tables of indicators, in reading order. */
export interface StatedTargets {
  readonly all: readonly Target[];
  readonly tabled: ReadonlySet<Target>;
}

export function statedTargets(plan: PlanDocument): StatedTargets {
  const tabled = tableTargets(plan);
  if (tabled.length === 0) return { all: plan.targets, tabled: new Set() };
  const all = [...plan.targets, ...tabled].sort((a, b) => a.valueSpan.start - b.valueSpan.start);
  return { all, tabled: new Set(tabled) };
}

/** Tells, of rows in reading order, whether a row says its goals in words (达到96%), so that they have been read. */
function createRead(targets: readonly Target[]): (row: Line) => boolean {
  let next = 0;
  return ({ start, paragraph }) => {
    while ((targets[next]?.valueSpan.start ?? Infinity) < start) next++;
    return (targets[next]?.valueSpan.start ?? Infinity) < start + paragraph.text.length;
  };
}

function columnsOf(cells: readonly TableCell[], { period }: PlanDocument): Columns | undefined {
  const name = cells.findIndex(({ text }) => NAME.test(text));
  if (name === -1) return undefined;
  const years = cells.flatMap(({ text }, at): (YearColumn & { readonly isAim: boolean })[] => {
    const year = YEAR.exec(text)?.[1];
    return year === undefined ? [] : [{ at, year: Number(year), isAim: AIM.test(text) }];
  });
  // What was before the plan's time is where it begins from; without a time, and in a report, only what is said to be aimed at.
  const aimed = years.filter(
    ({ year, isAim }) => isAim || (period?.reported === false && year >= period.from),
  );
  const unit = cells.findIndex(({ text }) => UNIT.test(text));
  return aimed.length === 0 ? undefined : { count: cells.length, name, unit, years: aimed };
}

/** The rows of a table under its head. */
function rowsBelow(plan: PlanDocument, head: Line, { count, name }: Columns): TableRow[] {
  const isOther = (cells: Cells): boolean => cells.length !== count || NAME.test(cells[name]?.text ?? "");
  return rowsFrom(plan, head, { step: 1, isLast: isOther }).filter(
    ({ cells }) => !isOther(cells) && !isRule(cells),
  );
}

/** （%） behind a name, 1. before it. */
const UNIT_OF_NAME = /[（(]([^（()）]{1,8})[）)]$/;
const NUMBER_OF_NAME = /^(?:\d{1,2}[.．、]\s?|[（(]\d{1,2}[）)]|[①-⑳])/;
/** 生产总值增长（%） is a change, as 生产总值增长6% is. */
const CHANGE = /(?:(增长率?|增速|增幅)|下降率?|降低率?|降幅)$/;
/** 其中：女性 is a share of what the row above names. */
const PART = /^(?:其中|#|——?|注)/;
const BOUND = /^([≥≤＞＜><])?\s?/;
/** A number whose unit stands elsewhere. */
const BARE = /^([\d.,]+)(以上|以内|以下|左右)?$/;
const COMPARATORS: Readonly<Record<string, Comparator>> = {
  "≥": ">=",
  "＞": ">=",
  ">": ">=",
  "≤": "<=",
  "＜": "<=",
  "<": "<=",
};

function rowTargets({ name, unit, years }: Columns, { line, cells }: TableRow): Target[] {
  const named = cells[name];
  if (!named || PART.test(named.text)) return [];
  const whole = named.text.replace(UNIT_OF_NAME, "").replace(NUMBER_OF_NAME, "").trim();
  const measured = unit === -1 ? (UNIT_OF_NAME.exec(named.text)?.[1] ?? "") : (cells[unit]?.text ?? "");
  const isShare = measured === "%" || measured === "％";
  const changed = isShare ? CHANGE.exec(whole) : null;
  const indicator = whole.slice(0, changed?.index);
  if (indicator === "") return [];
  const indicatorStart = named.start + Math.max(0, named.text.indexOf(indicator));
  return years.flatMap(({ at, year }): Target[] => {
    const cell = cells[at];
    const value = cell && valueOf(cell.text, measured);
    if (!value) return [];
    return [
      {
        ...value,
        ...(changed && { comparator: changed[1] === undefined ? "decrease" : "increase" }),
        indicator,
        indicatorSpan: { start: indicatorStart, end: indicatorStart + indicator.length },
        valueSpan: { start: cell.start, end: cell.start + cell.text.length },
        year,
        yearFrom: "clause",
        kind: "goal",
        span: { start: line.start, end: line.start + line.paragraph.text.length },
      },
    ];
  });
}

/** 96 under 2030年 with its unit; undefined for what is no number, and for a sum of several years in brackets. */
function valueOf(
  written: string,
  unit: string,
): Pick<Target, "value" | "number" | "unit" | "comparator"> | undefined {
  const bound = BOUND.exec(written);
  const said = written.slice(bound?.[0].length ?? 0);
  const value = said.replace(BARE, `$1${unit}$2`);
  const [quantity] = quantitiesIn(value);
  if (!quantity || quantity.span.start !== 0 || quantity.span.end !== value.length) return undefined;
  const { number } = quantity;
  const sign = bound?.[1] ?? "";
  return {
    value: sign + value,
    number,
    unit: quantity.unit,
    comparator: COMPARATORS[sign] ?? BOUNDS[quantity.bound] ?? "=",
  };
}

const BOUNDS: Readonly<Record<string, Comparator>> = { 以上: ">=", 以内: "<=", 以下: "<=", 左右: "about" };
