import { diffArrays } from "diff";
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

/** So many lines taken out and put in are looked for one by one; the time for it grows with the square of their number. */
const MOST_STEPS = 1_000;

/** The stretches that differ, by the shortest edit script where it can be had in time. */
function changedBlocks(old: readonly string[], now: readonly string[]): Block[] {
  const parts = diffArrays([...old], [...now], { maxEditLength: MOST_STEPS });
  if (!parts) return blocksAtSight(old, now);
  const blocks: Block[] = [];
  let oldEnd = 0;
  let newEnd = 0;
  for (const { added, removed, count } of parts) {
    const [oldStart, newStart] = [oldEnd, newEnd];
    if (!added) oldEnd += count;
    if (!removed) newEnd += count;
    if (added || removed) put(blocks, { oldStart, oldEnd, newStart, newEnd });
  }
  return blocks;
}

/** What follows a change without a line between belongs to it. */
function put(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last && last.oldEnd === block.oldStart && last.newEnd === block.newStart) {
    Object.assign(last, { oldEnd: block.oldEnd, newEnd: block.newEnd });
  } else blocks.push(block);
}

/** Line beside line where there are as many as before, which is what most fixes leave; else all from the first change to the last. */
function blocksAtSight(old: readonly string[], now: readonly string[]): Block[] {
  if (old.length === now.length) {
    const blocks: Block[] = [];
    for (const [i, line] of old.entries()) {
      if (line !== now[i]) put(blocks, { oldStart: i, oldEnd: i + 1, newStart: i, newEnd: i + 1 });
    }
    return blocks;
  }
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let oldEnd = old.length;
  let newEnd = now.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return [{ oldStart: start, oldEnd, newStart: start, newEnd }];
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
