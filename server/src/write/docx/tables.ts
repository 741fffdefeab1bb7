import type { LaidBlock, LaidLine } from "./laidLine.js";

/** So many lines with the same columns make a table; a single line with a tab is a line with a tab. */
const FEWEST_ROWS = 2;

/** The same lines, those that follow each other with the same number of tabs made rows of one table. */
export function tablesFrom(lines: readonly LaidLine[]): LaidBlock[] {
  const blocks: LaidBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const columns = columnsOf(lines[at]);
    let end = at + 1;
    while (columns > 1 && columnsOf(lines[end]) === columns) end++;
    const block = lines.slice(at, end);
    if (columns > 1 && block.length >= FEWEST_ROWS) blocks.push({ rows: block.map(cellsOf) });
    else for (const line of block) blocks.push(line);
    at = end;
  }
  return blocks;
}

function columnsOf(line: LaidLine | undefined): number {
  if (!line || line.kind === "imprint" || !line.runs.some(({ text }) => text.includes("\t"))) return 1;
  return cellsOf(line).length;
}

function cellsOf({ runs }: LaidLine): string[] {
  return runs
    .map(({ text }) => text)
    .join("")
    .split("\t");
}
