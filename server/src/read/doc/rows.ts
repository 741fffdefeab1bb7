/** What the mark at a paragraph's end closes besides the paragraph. */
export type Closes = "cell" | "row" | undefined;

export interface Rows {
  /** Takes the next paragraph: its lines, how many tables deep it stands, and what it closes. */
  readonly add: (line: string | undefined, depth: number, closes: Closes) => void;
  readonly lines: () => readonly string[];
}

interface Row {
  readonly cells: (readonly string[])[];
  cell: string[];
}

/** Word itself stops far below. */
const DEEPEST = 20;

/**
 * Puts the paragraphs of tables together as a .docx is read: each row becomes a line, its cells parted by tabs; a row
 * of one cell is a frame around ordinary paragraphs. A table within a cell is one more row on the stack.
 */
export function createRows(): Rows {
  const body: Row = { cells: [], cell: [] };
  const open: Row[] = [body];
  const reach = (depth: number): Row => {
    while (open.length - 1 > depth) closeRow(open);
    while (open.length - 1 < Math.min(depth, DEEPEST)) open.push({ cells: [], cell: [] });
    return open.at(-1) ?? body;
  };
  return {
    add: (line, depth, closes) => {
      const row = reach(depth);
      if (closes === "row") {
        if (open.length > 1) closeRow(open);
        return;
      }
      if (line !== undefined) row.cell.push(line);
      if (closes === "cell" && row !== body) {
        row.cells.push(row.cell);
        row.cell = [];
      }
    },
    lines: () => reach(0).cell,
  };
}

function closeRow(open: Row[]): void {
  const row = open.pop();
  const around = open.at(-1);
  if (!row || !around) return;
  if (row.cell.length > 0) row.cells.push(row.cell);
  const [only] = row.cells;
  if (row.cells.length > 1) around.cell.push(row.cells.map(flatten).join("\t"));
  else for (const line of only ?? []) around.cell.push(line);
}

function flatten(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== "")
    .join(" ")
    .replace(/[\t\n]/g, " ");
}
