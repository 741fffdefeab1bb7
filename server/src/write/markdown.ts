import type { CellValue } from "./tables/sheet.js";

/** Text that Markdown is to show as it is: no emphasis, link, code or tag comes of what a draft holds. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_~[\]|]/g, (mark) => `\\${mark}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

/** A table in Markdown; the first row is its head. Line breaks inside a cell become `<br>`. */
export function writeMarkdownTable(rows: readonly (readonly CellValue[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly CellValue[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `|${head.map(() => "---").join("|")}|`;
  return `${[line(head), rule, ...body.map(line)].join("\n")}\n`;
}

function cell(value: CellValue): string {
  return markdownText(String(value ?? "").trim()).replace(/\r\n|\r|\n/g, "<br>");
}
