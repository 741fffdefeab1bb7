import { settleStretch, type Settled } from "./attachTargets.js";
import { handOut, type Habits, habitsAfter, promote, promoteAlike } from "./attach.js";
import type { DraftItem } from "./draftItem.js";
import { buildItems, markHeadings } from "./items.js";
import type { Line, Part, Target } from "./model.js";
import { type Regrowing, regrowth } from "./regrowth.js";
import { type PartChange, partChange } from "./splicedParts.js";

/** Some chapters put together as if they were a plan: lines and items count from the first of theirs. */
export interface Chapters {
  readonly items: readonly DraftItem[];
  readonly lines: readonly Line[];
  /** What is settled of their targets. */
  readonly settled: readonly Settled[];
  readonly parts: PartChange;
  /** Of the whole plan. */
  readonly habits: Habits;
  /** Where they stand among the items and the lines before the edit: what stands before and behind is what it was. */
  readonly gone: Gone;
}

export interface Gone {
  readonly item: number;
  readonly itemEnd: number;
  readonly line: number;
  readonly lineEnd: number;
}

/** The chapters that an edit changed, put together anew; undefined where it changed more than these. */
export function chaptersAround(edit: Regrowing): Chapters | undefined {
  const { was, now, at } = edit;
  const grown = regrowth(edit);
  if (!grown) return undefined;
  const { root, rest, count, groves } = grown;
  const change = partChange(edit, grown);
  if (!change) return undefined;
  const targetsOf = (): readonly Target[] => [];
  const bounds = [root.start, ...change.opened, change.restStart ?? grown.end];
  const parts = groves.map((_, i): Part => {
    const span = { start: bounds[i] as number, end: bounds[i + 1] as number };
    return { ...root.part, span, items: [] };
  });
  const starts = now.starts.subarray(root.line, root.line + grown.lines.length);
  const holds = now.holds.subarray(root.line, root.line + grown.lines.length);
  const source = { text: now.text, starts, end: grown.next, lines: grown.lines, flattened: false, targetsOf };
  const items = buildItems(source, groves, parts);
  handOut({ lines: grown.lines, holds }, items);
  const habits = habitsAfter(was.habits, was.items().slice(root.index, rest), items);
  if (!promoteAlike(was.habits, habits)) return undefined;
  promote(items, habits);
  markHeadings(grown.lines, items);
  const lines = grown.lines.slice(0, count);
  const lineEnd = root.line + count + at.before - at.after;
  const gone = { item: root.index, itemEnd: rest, line: root.line, lineEnd };
  const stretch = { text: now.text, lines, holds, items, period: was.period };
  const settled = settleStretch(stretch, undefined, lines.length);
  return { items, lines, settled, habits, gone, parts: change };
}
