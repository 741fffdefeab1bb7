/** What a cell holds; null is an empty one. */
export type CellValue = string | number | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters (字). */
  readonly width: number;
}

/** A table with a name, to be written as a sheet, as CSV or as Markdown. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Head and rows together. */
export function rowsOf(sheet: TableSheet): (readonly CellValue[])[] {
  return [sheet.columns.map(({ title }) => title), ...sheet.rows];
}
