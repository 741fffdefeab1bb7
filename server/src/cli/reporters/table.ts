/** A table as the commands print it: named columns, and rows of texts. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** No column wider than this, so that a long heading does not push the others off the screen. */
const WIDEST = 44;

/** Columns under each other, for a terminal. */
export function tableText({ head, rows }: Table): string {
  const all = [head, ...rows].map((cells) => cells.map(clipped));
  const widths = head.map((_, i) =>
    all.reduce((widest, cells) => Math.max(widest, width(cells[i] ?? "")), 0),
  );
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
