import type { Cell } from "write-excel-file/universal";
import { repack, withoutTimes } from "../repack.js";
import type { CellValue, TableSheet } from "./sheet.js";

/** What Excel refuses in the name of a sheet, and how long it may be. */
const NOT_IN_NAME = /[[\]:*?/\\]/g;
const LONGEST_NAME = 31;
/** The most characters that one cell of Excel holds. */
const LONGEST_CELL = 32_767;
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel counts widths in digits, of which a character takes two, and leaves a little air. */
const DIGITS = 2;
const AIR = 2;

/**
 * Sheets as an Excel file: a bold head that stays in sight, columns as wide as they ask, long texts wrapped. Texts are
 * texts, never formulas. The same tables give the same bytes.
 */
export async function writeXlsx(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  const names = sheetNames(sheets);
  const blob = await writeXlsxFile(
    sheets.map((sheet, i) => ({
      sheet: names[i] ?? "",
      data: [
        sheet.columns.map(({ title }) => headCell(title)),
        ...sheet.rows.map((row) => row.map(bodyCell)),
      ],
      columns: sheet.columns.map(({ width }) => ({ width: width * DIGITS + AIR })),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
    })),
    { fontFamily: "宋体", fontSize: 11 },
  ).toBlob();
  return repack(new Uint8Array(await blob.arrayBuffer()), { "docProps/core.xml": withoutTimes });
}

function headCell(title: string): Cell {
  return {
    value: title,
    type: String,
    fontWeight: "bold",
    align: "center",
    alignVertical: "center",
    backgroundColor: "#E7ECF2",
    borderStyle: "thin",
    wrap: true,
  };
}

function bodyCell(value: CellValue): Cell {
  const look = { borderStyle: "thin", alignVertical: "top", wrap: true } as const;
  if (typeof value === "number") return { value, type: Number, ...look };
  const text = (value ?? "").replace(NOT_XML, "").slice(0, LONGEST_CELL);
  return text === "" ? look : { value: text, type: String, ...look };
}

/** Names that Excel accepts, no two alike. */
function sheetNames(sheets: readonly TableSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, i) => {
    const plain = name.replace(NOT_IN_NAME, " ").trim().slice(0, LONGEST_NAME) || `${i + 1}`;
    let unique = plain;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${plain.slice(0, LONGEST_NAME - 3)} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
