import type { Line, PlanDocument } from "../plan/model.js";
import { lineAt } from "../text/lines.js";
import { cellsOf, type TableCell } from "./tableCells.js";

export type Cells = readonly TableCell[];

export interface TableRow {
  readonly line: Line;
  readonly cells: Cells;
}

/**
 * The rows of a table behind a line (1) or before it (-1), the nearest first; some are pasted with blank lines between. A row
 * that `isLast` is the last.
 */
export function rowsFrom(
  { starts, lines }: PlanDocument,
  line: Line,
  { step, isLast }: { readonly step: 1 | -1; isLast(cells: Cells): boolean },
): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = lineAt(starts, line.start) + step; ; index += step) {
    const next = lines[index];
    if (next && next.paragraph.text.trim() === "") continue;
    const cells = next ? cellsOf(next) : [];
    if (!next || cells.length === 0) return rows;
    rows.push({ line: next, cells });
    if (isLast(cells)) return rows;
  }
}

/** The words of a cell without the marks of Markdown for bold letters. */
export function plainCell(cell: TableCell | undefined): string {
  return (cell?.text ?? "").replaceAll("*", "").trim();
}
