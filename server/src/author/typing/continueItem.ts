import { type Item, itemAt, type PlanDocument } from "../../plan/model.js";
import { lineEnding } from "../../text/lines.js";
import { itemBefore } from "../../plan/around.js";
import { type Caret, caretAt } from "../caret.js";
import { formOf, writeMarker } from "../markerForms.js";
import { countOf, type Entry, recount } from "./recount.js";
import { offsetAfter, renumberEdits, type Typed } from "./typed.js";

/**
 * What Enter does at the end of an item: the next one of its count opens below, and those after it count on. On an item
 * that has nothing but its marker the marker goes, and the count closes up. `undefined` everywhere else: the key then
 * does what it does anyhow.
 */
export function continueItem(plan: PlanDocument, offset: number): Typed | undefined {
  if (plan.flattened) return undefined;
  const caret = caretAt(plan, offset);
  if (caret.after.trim() !== "" || caret.line.paragraph.blank) return undefined;
  return leaveEmpty(plan, caret) ?? openNext(plan, caret);
}

function leaveEmpty(plan: PlanDocument, caret: Caret): Typed | undefined {
  const { text, marker } = caret.line.paragraph;
  if (!marker || text.trim() !== marker.text) return undefined;
  const start = caret.line.start;
  const item = itemBefore(plan, start + text.length + 1);
  const removal = { span: { start, end: start + text.length }, newText: "" };
  if (item?.marker.span.start !== start + marker.span.start) return { edits: [removal], caret: start };
  const before = countOf(plan, item.part);
  const after = before.entries.filter((entry) => entry.item !== item);
  const renumbered = renumberEdits(plan, after, recount(before, after));
  const edits = [removal, ...renumbered].sort((a, b) => a.span.start - b.span.start);
  return { edits, caret: offsetAfter(renumbered, start) };
}

function openNext(plan: PlanDocument, caret: Caret): Typed | undefined {
  const item = itemAt(plan, caret.offset);
  if (!item || !endsHere(plan, item, caret)) return undefined;
  const before = countOf(plan, item.part);
  const at = before.entries.findIndex((entry) => entry.item === item);
  const added: Entry = { item: undefined, level: item.level, marker: item.marker, anew: false };
  const after = [...before.entries.slice(0, at + 1), added, ...before.entries.slice(at + 1)];
  const ordinals = recount(before, after);
  const marker = writeMarker(item.marker, ordinals.get(added) ?? 0);
  if (marker === undefined) return undefined;
  const end = caret.line.start + caret.line.paragraph.text.length;
  const newText = lineEnding(plan.text) + indentOf(plan, item) + marker + formOf(plan, item).gap;
  const opening = { span: { start: caret.offset, end }, newText };
  const renumbered = renumberEdits(plan, after, ordinals);
  const edits = [opening, ...renumbered].sort((a, b) => a.span.start - b.span.start);
  return { edits, caret: offsetAfter(renumbered, caret.offset) + newText.length };
}

/** The item has no children, and nothing of it stands below the caret. Only one at the head of a line is gone on from. */
function endsHere(plan: PlanDocument, item: Item, caret: Caret): boolean {
  if (item.children.length > 0 || item.marker.ordinal === undefined) return false;
  if (item.heading.end <= item.heading.start || item.span.end > caret.offset) return false;
  if (indentOf(plan, item).trim() !== "") return false;
  return plan.text.slice(item.span.end, caret.offset).trim() === "";
}

/** What stands before the marker on its line. */
export function indentOf(plan: PlanDocument, item: Item): string {
  const { line } = caretAt(plan, item.marker.span.start);
  return plan.text.slice(line.start, item.marker.span.start);
}
