import { linesHolding } from "../plan/linesHolding.js";
import type { Line, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { cellsOf, isRule } from "./tableCells.js";
import { type Cells, plainCell, rowsFrom } from "./tableRows.js";

/** A cell of the row 合计 that is not what the cells of its column come to. */
export interface WrongTotal {
  /** The head of the column; "" where it has none. */
  readonly column: string;
  readonly value: string;
  /** What the rows come to. */
  readonly sum: string;
  readonly span: Span;
}

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)$/;
/** A row that says again what other rows say: where there is one, nothing is added up. */
const PARTIAL = /小\s*计|合\s*计|总\s*计|共\s*计|其中|^#|平均|均值|占比/;
/** Columns whose cells are not to be added. */
const UNADDED =
  /序号|编号|年份|年度|排名|名次|电话|邮编|代码|平均|人均|生均|均值|单价|标准|[率比]|%|％|‰|得分|分数|版本/;
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?:\.(\d{1,4}))?$/;
const NOTHING = /^[-—–/\\　\s]*$/;
/** Columns of what is measured and not counted. */
const MEASURED = /元|[亩吨米升度]|公[顷里斤]|面积|资金|投资|投入|预算|金额|产值|产量|经费|长度/;
/** Digits behind the point that are kept while adding. */
const SCALE = 10_000;
/** With fewer rows somebody would have added them at sight, and a list of two is hardly a table. */
const LEAST_ROWS = 3;

/**
 * Totals that are wrong beyond doubt: of columns of plain numbers, in a row 合计 of which another column comes to its total
 * exactly. That a column is rounded, or adds what only looks alike, is then unlikely.
 */
export function wrongTotals(plan: PlanDocument): WrongTotal[] {
  if (!plan.text.includes("\t") && !plan.text.includes("|")) return [];
  return ["合", "总", "共"].flatMap((word) =>
    linesHolding(plan, word).flatMap((line) => {
      const total = cellsOf(line);
      return TOTAL.test(plainCell(total[0]) || plainCell(total[1]))
        ? wrongIn(total, tableAround(plan, line))
        : [];
    }),
  );
}

/** The rows that a total adds up, with their head: those above it, or those below where it follows the head. */
function tableAround(plan: PlanDocument, total: Line): Cells[] {
  // Where there is another total nothing is added up, and so no row is looked at for many of them.
  const isLast = (row: Cells): boolean => TOTAL.test(plainCell(row[0]));
  const above = rowsFrom(plan, total, { step: -1, isLast })
    .reverse()
    .map(({ cells }) => cells);
  const below = rowsFrom(plan, total, { step: 1, isLast }).map(({ cells }) => cells);
  return above.filter((row) => !isRule(row)).length > 1 ? above : [...above, ...below];
}

function wrongIn(total: Cells, table: readonly Cells[]): WrongTotal[] {
  const [head = [], ...rows] = table.filter((row) => !isRule(row));
  if (rows.length < LEAST_ROWS || rows.some((row) => row.length !== head.length)) return [];
  if (rows.some((row) => row.some((cell) => PARTIAL.test(cell.text)))) return [];
  // The cell 合计 may go over several columns; what it adds stands at the end of the row.
  const shift = head.length - total.length;
  if (shift < 0) return [];
  let right = 0;
  const wrong: WrongTotal[] = [];
  total.forEach((cell, i) => {
    const column = plainCell(head[i + shift]);
    if (i === 0 || UNADDED.test(column)) return;
    const said = numberOf(plainCell(cell));
    const parts = rows.map((row) => plainCell(row[i + shift]));
    const sum = said === undefined ? undefined : sumOf(parts);
    if (said === undefined || sum === undefined) return;
    if (said === sum) right++;
    else if (Math.abs(said - sum) > rounding(column, plainCell(cell), parts)) {
      const span = { start: cell.start, end: cell.start + cell.text.length };
      wrong.push({ column, value: plainCell(cell), sum: String(sum / SCALE), span });
    }
  });
  return right > 0 && wrong.length <= right ? wrong : [];
}

/** What the cells come to, in ten-thousandths; undefined where they are not plain numbers, or hardly any are. */
function sumOf(cells: readonly string[]): number | undefined {
  let sum = 0;
  let count = 0;
  for (const cell of cells) {
    if (NOTHING.test(cell)) continue;
    const number = numberOf(cell);
    if (number === undefined) return undefined;
    sum += number;
    count++;
  }
  return count < LEAST_ROWS ? undefined : sum;
}

/** How far off a total may be because each number was rounded by itself, in ten-thousandths: what is counted is not rounded. */
function rounding(column: string, total: string, parts: readonly string[]): number {
  const finest = Math.max(...parts.map(decimals));
  const isWhole = finest === 0 && decimals(total) === 0;
  if (isWhole && !MEASURED.test(column)) return 0;
  return (SCALE / 2) * (10 ** -decimals(total) + parts.length * 10 ** -finest);
}

function decimals(text: string): number {
  return NUMBER.exec(text)?.[1]?.length ?? 0;
}

function numberOf(text: string): number | undefined {
  return NUMBER.test(text) ? Math.round(Number(text.replaceAll(",", "")) * SCALE) : undefined;
}
