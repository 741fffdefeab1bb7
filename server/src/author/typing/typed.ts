import type { Item, PlanDocument } from "../../plan/model.js";
import type { Edit } from "../../text/span.js";
import { writeMarker } from "../markerForms.js";
import { type Entry, type NewOrdinals, ordinalOf } from "./recount.js";
import { referenceEdits } from "../../plan/references.js";

/**
 * What a key does: edits of the text as it is (UTF-16 offsets, none overlapping another), and where the caret stands
 * once they are made, counted in the new text.
 */
export interface Typed {
  readonly edits: readonly Edit[];
  readonly caret: number;
}

/** The edits that give items their new numbers and forms, and let references follow. Entries without an item are left out. */
export function renumberEdits(
  plan: PlanDocument,
  entries: readonly Entry[],
  ordinals: NewOrdinals,
): readonly Edit[] {
  const numbers = new Map<Item, number>();
  const edits: Edit[] = [];
  for (const entry of entries) {
    const { item } = entry;
    const ordinal = ordinals.get(entry) ?? ordinalOf(entry);
    if (!item || ordinal === undefined) continue;
    const keepsForm = entry.marker === item.marker;
    if (keepsForm && !ordinals.has(entry)) continue;
    const newText = writeMarker(entry.marker, ordinal);
    if (newText === undefined || newText === item.marker.text) continue;
    if (keepsForm) numbers.set(item, ordinal);
    edits.push(shortest(plan.text, { span: item.marker.span, newText }));
  }
  return [...edits, ...referenceEdits(plan, numbers)].sort((a, b) => a.span.start - b.span.start);
}

/** The same edit without the characters at both ends that stay. */
export function shortest(text: string, edit: Edit): Edit {
  const old = text.slice(edit.span.start, edit.span.end);
  const { newText } = edit;
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  return {
    span: { start: edit.span.start + head, end: edit.span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

/** Where an offset of the old text stands in the new one. An insertion at the offset itself stays behind it. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.end <= offset && span.start < offset) shift += newText.length - (span.end - span.start);
    else if (span.start < offset)
      shift += Math.min(newText.length, offset - span.start) - (offset - span.start);
  }
  return offset + shift;
}
