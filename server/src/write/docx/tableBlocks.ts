import type { FileChild } from "docx";
import { type BlockContext, printable } from "./blockContext.js";
import { widthOf } from "./measure.js";
import { SIZE, TEXT_WIDTH } from "./page.js";
import { fontOf } from "./styles.js";

/** Tables, by practice: 黑体 12 pt for the head, which every page repeats, 仿宋 12 pt below, as wide as 版心. */
export function tableOf(rows: readonly (readonly string[])[], { docx, latin }: BlockContext): FileChild {
  const { Paragraph, Table, TableCell, TableRow, TextRun } = docx;
  const widths = columnWidths(rows);
  const cell = (text: string, row: number, column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: "dxa" },
      verticalAlign: "center",
      children: [
        new Paragraph({
          alignment: row === 0 ? "center" : "left",
          spacing: { line: 320, lineRule: "atLeast" },
          children: [
            new TextRun({
              text: printable(text),
              size: SIZE.smallFour,
              font: fontOf(row === 0 ? "black" : "body", latin),
            }),
          ],
        }),
      ],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: "dxa" },
    columnWidths: widths,
    layout: "fixed",
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map((text, column) => cell(text, row, column)),
        }),
    ),
  });
}

/** Columns share the width by the longest text in each, none below three characters nor above twenty. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const needs = (rows[0] ?? []).map((_, column) =>
    rows.reduce((need, cells) => Math.min(20, Math.max(need, widthOf(cells[column] ?? ""))), 3),
  );
  const sum = needs.reduce((total, need) => total + need, 0);
  return needs.map((need) => Math.floor((need / sum) * TEXT_WIDTH));
}
