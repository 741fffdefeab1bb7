import type { Line } from "../plan/model.js";
import { isTableRow } from "../plan/tableRow.js";

export interface TableCell {
  readonly text: string;
  /** Where its words begin in the text. */
  readonly start: number;
}

/** The cells of a row that was pasted with tabs or is written in Markdown; none of any other line. */
export function cellsOf({ paragraph: { text }, start }: Pick<Line, "paragraph" | "start">): TableCell[] {
  const isMarkdown = /^\s*\|.*\|\s*$/.test(text);
  if (!isMarkdown && !isTableRow(text)) return [];
  const cells: TableCell[] = [];
  let at = start;
  for (const raw of text.split(isMarkdown ? "|" : "\t")) {
    cells.push({ text: raw.trim(), start: at + raw.length - raw.trimStart().length });
    at += raw.length + 1;
  }
  return isMarkdown ? cells.slice(1, -1) : cells;
}

/** The row of dashes under the head of a table in Markdown. */
export function isRule(cells: readonly TableCell[]): boolean {
  return cells.every(({ text }) => /^[-:—\s]*$/.test(text));
}
