import type { TableSheet } from "../../write/tables/sheet.js";

/** Tables in a format of files; the writers are loaded when they are asked for. */
export async function sheetsAs(format: string, sheets: readonly TableSheet[]): Promise<string | Uint8Array> {
  if (format === "xlsx") return (await import("../../write/tables/writeXlsx.js")).writeXlsx(sheets);
  const { rowsOf } = await import("../../write/tables/sheet.js");
  if (format === "csv") {
    const { writeCsv } = await import("../../write/tables/writeCsv.js");
    return writeCsv(sheets.flatMap(rowsOf));
  }
  const { writeMarkdownTable } = await import("../../write/markdown.js");
  return sheets.map((sheet) => writeMarkdownTable(rowsOf(sheet))).join("\n");
}
