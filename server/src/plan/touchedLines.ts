import type { LineChange } from "./changedLines.js";
import { ITEM, isThere, RESPONSIBILITY, type Skeleton, TARGET } from "./skeleton.js";

interface Edited {
  readonly change: LineChange;
  /** Lines outside the edit that have another role now, by their places before. */
  readonly roles: readonly number[];
}

/**
 * The lines between which an edit has changed what the plan is: all above them and below them is what it was, but for
 * its place. Undefined where the parts are others, on which everything may hang.
 */
export function touchedLines(
  was: Skeleton,
  now: Skeleton,
  { change, roles }: Edited,
): LineChange | undefined {
  if (was.parts.length !== now.parts.length) return undefined;
  if (was.parts.some((line, i) => !isThere(line, now.parts[i] as number, change))) return undefined;
  const rows = (key: "items" | "responsibilities" | "targets"): Rows => ({
    a: was[key],
    b: now[key],
    change,
  });
  const more = (now.items.length - was.items.length) / ITEM;
  const lines = [
    ...differing(rows("items"), { ...SHAPES.items, more }),
    ...differing(rows("responsibilities"), { ...SHAPES.responsibilities, more }),
    ...differing(rows("targets"), { ...SHAPES.targets, more: 0 }),
    ...roles.map((line) => lineAfter(line, change)),
  ];
  const first = lines.reduce((least, line) => Math.min(least, line), change.first);
  const after = lines.reduce((most, line) => Math.max(most, line + 1), change.after);
  return { first, before: after - change.after + change.before, after };
}

/** Which of the numbers of a row is its line, which is the number of an item, and how many there are. */
const SHAPES = {
  items: { width: ITEM, line: 0, item: 3 },
  responsibilities: { width: RESPONSIBILITY, line: 1, item: 0 },
  targets: { width: TARGET, line: 0, item: -1 },
} as const;

interface Rows {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly change: LineChange;
}

interface Shape {
  readonly width: number;
  readonly line: number;
  readonly item: number;
  /** How many items more there are now: so much further on are the numbers of those behind the edit. */
  readonly more: number;
}

/** Where a line stands now; of those that were edited the first one. */
function lineAfter(line: number, { first, before, after }: LineChange): number {
  return line < first ? line : line < before ? first : line + after - before;
}

/** The lines, as they stand now, of the first and the last rows that differ. */
function differing({ a, b, change }: Rows, { width, line, item, more }: Shape): number[] {
  const isSame = (at: number, to: number, by: number): boolean => {
    for (let i = 0; i < width; i++) {
      const old = a[at + i] as number;
      const now = b[to + i] as number;
      const isEqual =
        i === line ? isThere(old, now, change) : i === item && old !== -1 ? old + by === now : old === now;
      if (!isEqual) return false;
    }
    return true;
  };
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && isSame(head, head, 0)) head += width;
  let tail = 0;
  while (tail < most - head && isSame(a.length - tail - width, b.length - tail - width, more)) tail += width;
  const lines: number[] = [];
  for (let at = head; at < a.length - tail; at += width)
    lines.push(lineAfter(a[at + line] as number, change));
  for (let at = head; at < b.length - tail; at += width) lines.push(b[at + line] as number);
  return lines;
}
