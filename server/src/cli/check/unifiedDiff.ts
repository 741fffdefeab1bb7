import { nameShown } from "../terminal.js";

/** How many lines stand around a change. */
const CONTEXT = 3;

interface Block {
  /** Lines `[oldStart, oldEnd)` became lines `[newStart, newEnd)`. */
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/** What changed between two texts, as `diff -u` writes it; "" where nothing did. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks = grouped(changedBlocks(old, now)).map((blocks) => hunk(blocks, old, now));
  // patch -p1 takes the first folder away: of an absolute path that would be nothing.
  const name = nameShown(path).replace(/^[\\/]+/, "");
  return `--- a/${name}\n+++ b/${name}\n${hunks.join("")}`;
}

/** Every line with its terminator, so that a changed line ending shows too. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The stretches that differ, by the shortest edit script (Myers): cheap where two texts are nearly the same. */
function changedBlocks(old: readonly string[], now: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const [x, y] of steps(old, now)) {
    const last = blocks.at(-1);
    const open = last && last.oldEnd === x.from && last.newEnd === y.from ? last : undefined;
    if (open) Object.assign(open, { oldEnd: x.to, newEnd: y.to });
    else blocks.push({ oldStart: x.from, oldEnd: x.to, newStart: y.from, newEnd: y.to });
  }
  return blocks;
}

interface Step {
  readonly from: number;
  readonly to: number;
}

/** Every deletion and insertion, a line each, from the first line to the last. */
function steps(old: readonly string[], now: readonly string[]): [Step, Step][] {
  const rows = reached(old, now);
  const path: [Step, Step][] = [];
  let x = old.length;
  let y = now.length;
  for (let d = rows.length - 1; d > 0; d--) {
    const row = rows[d - 1] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (row.get(k - 1) ?? -1) < (row.get(k + 1) ?? -1));
    const fromX = row.get(down ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (down ? k + 1 : k - 1);
    path.push([
      { from: fromX, to: down ? fromX : fromX + 1 },
      { from: fromY, to: down ? fromY + 1 : fromY },
    ]);
    x = fromX;
    y = fromY;
  }
  return path.reverse();
}

/** For each number of edits the farthest line reached on each diagonal. */
function reached(old: readonly string[], now: readonly string[]): ReadonlyMap<number, number>[] {
  const rows: Map<number, number>[] = [];
  for (let d = 0; ; d++) {
    const last = rows.at(-1);
    const row = new Map<number, number>();
    rows.push(row);
    for (let k = -d; k <= d; k += 2) {
      const below = last?.get(k + 1) ?? -1;
      const left = last?.get(k - 1) ?? -1;
      let x = d === 0 ? 0 : k === -d || (k !== d && left < below) ? below : left + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      row.set(k, x);
      if (x >= old.length && x - k >= now.length) return rows;
    }
  }
}

/** Changes so near to each other that their surroundings touch share one hunk. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && block.oldStart - before.oldEnd <= 2 * CONTEXT) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function hunk(blocks: readonly Block[], old: readonly string[], now: readonly string[]): string {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return "";
  const start = Math.max(0, first.oldStart - CONTEXT);
  const end = Math.min(old.length, last.oldEnd + CONTEXT);
  const newStart = first.newStart - (first.oldStart - start);
  const newEnd = last.newEnd + (end - last.oldEnd);
  const lines: string[] = [];
  let at = start;
  for (const block of blocks) {
    for (const line of old.slice(at, block.oldStart)) lines.push(` ${line}`);
    for (const line of old.slice(block.oldStart, block.oldEnd)) lines.push(`-${line}`);
    for (const line of now.slice(block.newStart, block.newEnd)) lines.push(`+${line}`);
    at = block.oldEnd;
  }
  for (const line of old.slice(at, end)) lines.push(` ${line}`);
  const head = `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n`;
  return (
    head +
    lines.map((line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`)).join("")
  );
}

function range(start: number, end: number): string {
  return `${end > start ? start + 1 : start},${end - start}`;
}
