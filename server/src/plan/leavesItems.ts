import { matchesIn } from "../text/matches.js";
import { isGlued } from "./candidates.js";
import { likenessOf, standsFree } from "./likeness.js";
import { indexAt } from "./lineIndex.js";
import { linesMatching } from "./linesHolding.js";
import type { Item, Paragraph, Part, PlanDocument } from "./model.js";
import { assembledOf } from "./parsedPlan.js";
import { styleKey } from "./sequence.js";

/** A line that is written anew in one step or more: its readings, the first of which is that in the plan. */
export interface Rewriting {
  readonly line: number;
  readonly readings: readonly Paragraph[];
}

/**
 * True where some lines, written anew, leave all items as they are after each step, and the roles of all lines, told
 * without putting the tree together: markers may have other marks around their numbers, and else nothing may be changed
 * but what `quietEdit` lets pass. False where that cannot be told.
 */
export function leavesItems(plan: PlanDocument, rewritings: readonly Rewriting[]): boolean {
  const { ground } = assembledOf(plan);
  const remarked = new Map<number, Paragraph>();
  for (const { line, readings } of rewritings) {
    if (!standsFree(plan, ground, line)) return false;
    for (let i = 1; i < readings.length; i++) {
      const kind = stepBetween(readings[i - 1] as Paragraph, readings[i] as Paragraph);
      if (kind === "other") return false;
      if (kind === "marker") remarked.set(line, readings[i] as Paragraph);
    }
  }
  return remarked.size === 0 || (!mayBeChunked(plan, remarked.values()) && keepsTree(plan, remarked));
}

function stepBetween(before: Paragraph, after: Paragraph): "same" | "marker" | "other" {
  const [was, is] = [likenessOf(before), likenessOf(after)];
  if (!was || !is) return "other";
  if (was.structure === is.structure) return "same";
  return was.besideMarker === is.besideMarker && countsTheSame(before, after) ? "marker" : "other";
}

/** Whether the markers differ in no more than the marks around their numbers. */
function countsTheSame(before: Paragraph, after: Paragraph): boolean {
  const [was, is] = [before.marker, after.marker];
  return (
    was !== undefined &&
    is !== undefined &&
    was.span.start === is.span.start &&
    was.ordinal === is.ordinal &&
    styleKey(was) === styleKey(is) &&
    isGlued(before.text, was) === isGlued(after.text, is) &&
    // A number before a comma is believed less than others.
    !/[,，]$/.test(is.form)
  );
}

/** `1、` where it may stand at the head of a line. */
const FIRST_CHUNK = /(?<![^\s0])1、/g;
/** A shorter line is not taken for the first chunk. */
const LONG = 120;

/** Whether a long line begins with `1、`: it may be the first chunk of a flattened file, and `2、` then the second. */
function mayBeChunked(plan: PlanDocument, remarked: Iterable<Paragraph>): boolean {
  return (
    linesMatching(plan, FIRST_CHUNK).some((line) => (plan.paragraphs[line]?.text.length ?? 0) > LONG) ||
    [...remarked].some(({ text }) => text.length > LONG && matchesIn(text, FIRST_CHUNK).length > 0)
  );
}

/**
 * Where no item stands in another of its form, each number goes on from the one open item of that form, however its marks
 * look; and a count from one is told from the one above it by its marks only where the two stand right below each other.
 */
function keepsTree(plan: PlanDocument, remarked: ReadonlyMap<number, Paragraph>): boolean {
  const formOf = ({ line, mark }: Item): string => remarked.get(line)?.marker?.form ?? mark.form;
  return partsOf(plan, remarked.keys()).every((items) =>
    items.every((item, i) => {
      const key = styleKey(item.mark);
      for (let above = item.parent; above; above = above.parent)
        if (styleKey(above.mark) === key) return false;
      const before = items[i - 1];
      const beginsBelow =
        item.mark.ordinal === 1 && before?.mark.ordinal !== 1 && before && styleKey(before.mark) === key;
      return !beginsBelow || formOf(before) === formOf(item);
    }),
  );
}

/** All items of the parts in which some lines with an item stand, part by part. */
function partsOf({ items, starts }: PlanDocument, lines: Iterable<number>): Item[][] {
  const parts = new Set<Part>();
  for (const line of lines) {
    const item = items[indexAt(items, (starts[line + 1] ?? Infinity) - 1)];
    if (item) parts.add(item.part);
  }
  return Array.from(parts, (part) => {
    const first = part.items[0]?.index ?? items.length;
    let end = first;
    while (items[end]?.part === part) end++;
    return items.slice(first, end);
  });
}
