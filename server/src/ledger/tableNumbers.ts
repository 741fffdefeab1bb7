import { linesHolding } from "../plan/linesHolding.js";
import type { PlanDocument } from "../plan/model.js";
import type { Edit } from "../text/span.js";
import { cellsOf, isRule, type TableCell } from "./tableCells.js";
import { plainCell, rowsFrom, type TableRow } from "./tableRows.js";

/** Where the numbers in the column 序号 of a table slip. */
export interface NumberSlip {
  readonly cell: TableCell;
  readonly before: number;
  readonly found: number;
  /** The rows from here on, up to where they begin anew, with the numbers that they should have. */
  readonly edits: readonly Edit[];
}

interface Numbered {
  readonly cell: TableCell;
  readonly number: number;
}

const HEAD = /^序\s*号$/;
const NUMBER = /^(\d{1,4})([.．、]?)$/;
/** Fewer rows may have been picked out of a longer table. */
const LEAST_ROWS = 4;

/**
 * The one slip of the column 序号: a number skipped or said twice, all others following each other. Where there are more,
 * the rows have been picked out of another table, and keep its numbers.
 */
export function numberSlips(plan: PlanDocument): NumberSlip[] {
  if (!plan.text.includes("\t") && !plan.text.includes("|")) return [];
  return linesHolding(plan, "序").flatMap((line) => {
    const head = cellsOf(line);
    const column = head.findIndex(isHead);
    if (column === -1) return [];
    const rows = rowsFrom(plan, line, { step: 1, isLast: (cells) => cells.some(isHead) });
    const numbers = numbersOf(rows, head.length, column);
    const slip = numbers && slipOf(numbers);
    return slip ? [slip] : [];
  });
}

function isHead(cell: TableCell): boolean {
  return HEAD.test(plainCell(cell));
}

/** The numbers of the column; undefined where a row is not like the head, so that nobody knows which cell is which. */
function numbersOf(rows: readonly TableRow[], width: number, column: number): Numbered[] | undefined {
  const numbers: Numbered[] = [];
  for (const { cells } of rows) {
    if (isRule(cells) || cells.some(isHead)) continue;
    if (cells.length !== width) return undefined;
    const cell = cells[column];
    const number = cell && NUMBER.exec(cell.text)?.[1];
    // Others are 合计, or a row of words between two groups.
    if (cell && number !== undefined) numbers.push({ cell, number: Number(number) });
  }
  return numbers;
}

function slipOf(numbers: readonly Numbered[]): NumberSlip | undefined {
  if (numbers.length < LEAST_ROWS || numbers[0]?.number !== 1) return undefined;
  const slips = numbers.flatMap(({ number }, i) => {
    const before = numbers[i - 1]?.number ?? 0;
    return number === before + 1 || (number === 1 && before > 1) ? [] : [i];
  });
  const at = slips[0];
  if (at === undefined || slips.length > 1) return undefined;
  const before = numbers[at - 1]?.number ?? 0;
  const slipped = numbers[at];
  if (!slipped || (slipped.number !== before && slipped.number !== before + 2)) return undefined;
  return { cell: slipped.cell, before, found: slipped.number, edits: renumbered(numbers, at, before + 1) };
}

function renumbered(numbers: readonly Numbered[], from: number, right: number): Edit[] {
  const end = numbers.findIndex(({ number }, i) => i > from && number === 1);
  return numbers.slice(from, end === -1 ? numbers.length : end).map(({ cell }, i) => {
    const dot = NUMBER.exec(cell.text)?.[2] ?? "";
    return { span: { start: cell.start, end: cell.start + cell.text.length }, newText: `${right + i}${dot}` };
  });
}
