/** A table as the commands print it: named columns, and rows of texts. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type TableFormat = "text" | "csv" | "md";

export function tableText(table: Table, format: TableFormat): string {
  if (format === "csv") return lines(table, csvLine);
  if (format === "md") return markdown(table);
  return columns(table);
}

function lines(table: Table, line: (cells: readonly string[]) => string): string {
  return [table.head, ...table.rows].map((cells) => `${line(cells)}\r\n`).join("");
}

/** RFC 4180; a cell that a spreadsheet would run as a formula is kept a text. */
function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(",");
}

function markdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

/** No column wider than this, so that a long heading does not push the others off the screen. */
const WIDEST = 44;

function columns({ head, rows }: Table): string {
  const all = [head, ...rows].map((cells) => cells.map(clipped));
  const widths = head.map((_, i) => Math.max(...all.map((cells) => width(cells[i] ?? ""))));
  return all
    .map(
      (cells) =>
        `${cells
          .map((cell, i) => padded(cell, widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function clipped(cell: string): string {
  let sum = 0;
  let text = "";
  for (const character of cell.replace(/\s+/g, " ")) {
    sum += width(character);
    if (sum > WIDEST) return `${text}…`;
    text += character;
  }
  return text;
}

function padded(cell: string, to: number): string {
  return cell + " ".repeat(Math.max(0, to - width(cell)));
}

/** The columns that a text takes on a terminal: two for each Chinese character. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > "\u2e7f" ? 2 : 1;
  return sum;
}
