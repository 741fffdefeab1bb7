import { type Item, itemAt, type PlanDocument } from "../../plan/model.js";
import { applyEdits, contains, type Edit, type Span } from "../../text/span.js";
import { withAncestors } from "../../plan/around.js";
import { caretAt } from "../caret.js";
import { indentOf } from "./continueItem.js";
import { baseOf, type Count, countOf, type Entry, recount } from "./recount.js";
import { offsetAfter, renumberEdits, type Typed } from "./typed.js";

export type Direction = "up" | "down";

/**
 * The item at the offset, with all below it, changes places with the sibling before or after it; numbers and references
 * follow, and the caret goes along. A responsibility that serves the whole group stays at the group's end. `undefined`
 * where there is no such sibling.
 */
export function moveItem(plan: PlanDocument, offset: number, direction: Direction): Typed | undefined {
  const item = itemAt(plan, caretAt(plan, offset).offset);
  if (!item || plan.flattened) return undefined;
  const siblings = item.parent?.children ?? item.part.items;
  const at = siblings.indexOf(item);
  const first = siblings[direction === "up" ? at - 1 : at];
  const second = siblings[direction === "up" ? at : at + 1];
  if (!first || !second || !first.marker.ordinal || !second.marker.ordinal) return undefined;
  if (indentOf(plan, first).trim() !== "" || indentOf(plan, second).trim() !== "") return undefined;
  if (runsIntoNext(plan, second)) return undefined;
  return swapped(plan, { first, second, moved: item, offset });
}

/** The next item begins within a line: it would run into whatever comes to stand before it. */
function runsIntoNext(plan: PlanDocument, { span }: Item): boolean {
  const next = plan.items.find((item) => item.marker.span.start >= span.end);
  return next !== undefined && indentOf(plan, next).trim() !== "";
}

interface Swap {
  readonly first: Item;
  readonly second: Item;
  readonly moved: Item;
  readonly offset: number;
}

function swapped(plan: PlanDocument, swap: Swap): Typed {
  const { first, second, moved, offset } = swap;
  const numbers = newNumbers(plan, first, second);
  const one = blockOf(plan, first);
  const two = blockOf(plan, second);
  const inside = (block: Span): Edit[] => numbers.filter((edit) => contains(block, edit.span));
  const rewritten = (block: Span): string => applyBlock(plan.text, block, inside(block));
  const between = { start: one.end, end: two.start };
  const newText = rewritten(two) + rewritten(between) + rewritten(one);
  const whole = { start: one.start, end: two.end };
  const outside = numbers.filter((edit) => !contains(whole, edit.span));
  const edits = [...outside, { span: whole, newText }].sort((a, b) => a.span.start - b.span.start);
  const block = moved === first ? one : two;
  const inBlock = Math.min(Math.max(offset, block.start), block.end);
  const column = offsetAfter(inside(block), inBlock) - block.start;
  const start = offsetAfter(outside, whole.start);
  const lead = moved === first ? rewritten(two).length + rewritten(between).length : 0;
  return { edits, caret: start + lead + column };
}

function newNumbers(plan: PlanDocument, first: Item, second: Item): readonly Edit[] {
  const before = countOf(plan, first.part);
  const { entries } = before;
  const at = entries.findIndex((entry) => entry.item === first);
  const middle = entries.findIndex((entry) => entry.item === second);
  let end = middle + 1;
  while (end < entries.length && (entries[end]?.level ?? 0) > second.level) end++;
  const lower = entries.slice(at, middle);
  const upper = entries.slice(middle, end);
  const swapped = [...beginning(upper, lower, before), ...beginning(lower, upper, before)];
  const after = [...entries.slice(0, at), ...swapped, ...entries.slice(end)];
  return renumberEdits(plan, after, recount(before, after));
}

/** Where a count begins is a matter of place: the first of each count in a block begins it if the other block's has. */
function beginning(block: readonly Entry[], other: readonly Entry[], { runsOn }: Count): Entry[] {
  const seen = new Set<string>();
  return block.map((entry) => {
    const base = baseOf(entry, runsOn);
    const instead = seen.has(base) ? undefined : other.find((one) => baseOf(one, runsOn) === base);
    seen.add(base);
    return instead ? { ...entry, anew: instead.anew } : entry;
  });
}

/** The lines of an item with all below it, without a responsibility that belongs to those above it. */
function blockOf(plan: PlanDocument, item: Item): Span {
  const start = item.marker.span.start - indentOf(plan, item).length;
  const shared = withAncestors(item.parent)
    .flatMap((holder) => holder.responsibilities.map((one) => one.span.start))
    .filter((at) => at > item.heading.end && at < item.span.end);
  let end = shared.reduce((least, at) => Math.min(least, at), item.span.end);
  while (end > start && /\s/.test(plan.text[end - 1] ?? "")) end--;
  return { start, end };
}

function applyBlock(text: string, block: Span, edits: readonly Edit[]): string {
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - block.start, end: span.end - block.start },
    newText,
  }));
  return applyEdits(text.slice(block.start, block.end), moved);
}
