import type { FileChild, TableRow } from "docx";
import { type BlockContext, printable } from "./blockContext.js";
import type { LaidLine } from "./laidLine.js";
import { CHARACTER, GRID, IMPRINT_LINE, SIZE, TEXT_WIDTH } from "./page.js";
import { fontOf, STYLE_OF } from "./styles.js";

const NONE = { style: "none", size: 0 } as const;

/**
 * 版记 (7.4.1): its last line lies on the lower edge of 版心 on the last page, its lines are as wide as 版心 while its
 * text stands one character in. Both hold in a table of one column that is tied to the margin; of a row with one cell
 * every reader, ours too, takes the text as an ordinary line.
 */
export function imprintOf(lines: readonly LaidLine[], context: BlockContext): FileChild {
  const { Table } = context.docx;
  const filled = lines.filter(({ runs }) => runs.length > 0);
  return new Table({
    width: { size: TEXT_WIDTH, type: "dxa" },
    columnWidths: [TEXT_WIDTH],
    layout: "fixed",
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: "dxa" },
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: NONE,
    },
    float: {
      horizontalAnchor: "margin",
      verticalAnchor: "margin",
      relativeHorizontalPosition: "center",
      relativeVerticalPosition: "bottom",
    },
    rows: lines.map((line) =>
      rowOf(line, { first: line === filled[0], last: line === lines.at(-1) }, context),
    ),
  });
}

/** 0.35 mm above the first entry and below the last, 0.25 mm between. */
function rowOf(line: LaidLine, place: { first: boolean; last: boolean }, context: BlockContext): TableRow {
  const { Paragraph, TableCell, TableRow, TextRun } = context.docx;
  const rule = (size: number) => ({ style: "single", size, color: "000000" }) as const;
  const { left, right, first } = line.indent;
  const twips = (characters: number): number => Math.round(characters * CHARACTER * (SIZE.four / SIZE.three));
  const text = new TextRun({
    text: printable(line.runs.map((run) => run.text).join("")),
    font: fontOf("body", context.latin),
    size: SIZE.four,
  });
  const paragraph = new Paragraph({
    style: STYLE_OF.imprint,
    indent: { left: twips(left), right: twips(right), hanging: twips(-first) },
    spacing: { line: GRID.linePitch, lineRule: "exact" },
    children: [text],
  });
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: TEXT_WIDTH, type: "dxa" },
        children: [paragraph],
        borders: {
          left: NONE,
          right: NONE,
          top: rule(place.first ? IMPRINT_LINE.thick : IMPRINT_LINE.thin),
          bottom: rule(place.last ? IMPRINT_LINE.thick : IMPRINT_LINE.thin),
        },
      }),
    ],
  });
}
