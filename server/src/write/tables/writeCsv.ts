import type { CellValue } from "./sheet.js";

/** A text that begins so is run as a formula by Excel and WPS; full-width signs are taken for half-width ones by some. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/;

/**
 * Rows as RFC 4180 has them, with CRLF, and a byte order mark: without it Excel takes Chinese for GB18030. Of a text that
 * a spreadsheet would run as a formula the first character is made an apostrophe, which shows it as text; numbers stay
 * numbers.
 */
export function writeCsv(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
