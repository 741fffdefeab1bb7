import type { Item, Marker, PlanDocument } from "../../plan/model.js";
import { rank, styleKey } from "../../plan/sequence.js";
import type { Edit } from "../../text/span.js";
import { caretAt } from "../caret.js";
import { childForm, formOf, formsByLevel, type MarkerForm, standardBelow } from "../markerForms.js";
import { indentOf } from "./continueItem.js";
import { countOf, type Entry, recount } from "./recount.js";
import { renumberEdits, type Typed } from "./typed.js";

/**
 * What Tab does with the caret at a marker: the item, with all below it, becomes the last child of the sibling before
 * it. Both counts are put right, and references follow. `undefined` where there is no marker or no sibling above, and
 * where a level would lie below the finest form.
 */
export function demote(plan: PlanDocument, offset: number): Typed | undefined {
  const item = itemAtMarker(plan, offset);
  if (!item) return undefined;
  const siblings = item.parent?.children ?? item.part.items;
  const above = siblings[siblings.indexOf(item) - 1];
  const form = above && childForm(plan, above);
  return form && shifted(plan, { item, by: 1, form });
}

/**
 * What Shift-Tab does with the caret at a marker: the item becomes the next sibling of its parent; siblings that stood
 * after it become its children, since they go on to stand below it. `undefined` at the highest level.
 */
export function promote(plan: PlanDocument, offset: number): Typed | undefined {
  const item = itemAtMarker(plan, offset);
  return item?.parent && shifted(plan, { item, by: -1, form: formOf(plan, item.parent) });
}

/** The item whose marker, or the space before or right behind it, holds the offset. Flattened texts have none. */
export function itemAtMarker(plan: PlanDocument, offset: number): Item | undefined {
  if (plan.flattened) return undefined;
  const { line } = caretAt(plan, offset);
  const item = plan.items.find((one) => one.marker.span.start >= line.start);
  if (!item || indentOf(plan, item).trim() !== "") return undefined;
  const end = item.marker.span.end + formOf(plan, item).gap.length;
  return offset >= line.start && offset <= end ? item : undefined;
}

interface Shift {
  readonly item: Item;
  readonly by: 1 | -1;
  readonly form: MarkerForm;
}

function shifted(plan: PlanDocument, shift: Shift): Typed | undefined {
  const { item, by } = shift;
  const before = countOf(plan, item.part);
  const markers = markersBelow(plan, item, shift);
  if (!markers) return undefined;
  const after = before.entries.map((entry): Entry => {
    const depth = entry.item && depthBelow(entry.item, item);
    if (depth === undefined) return entry;
    return {
      item: entry.item,
      level: entry.level + by,
      marker: markers[depth] ?? entry.marker,
      anew: false,
    };
  });
  const edits = joined([...renumberEdits(plan, after, recount(before, after)), ...gapEdit(plan, shift)]);
  const markerEnd = item.marker.span.end + formOf(plan, item).gap.length;
  return { edits, caret: endAfter(edits, markerEnd) };
}

/** What stands between marker and heading goes with the form: 第一章 总则 has a space, 一、总则 has none. */
function gapEdit(plan: PlanDocument, { item, form }: Shift): Typed["edits"] {
  const { gap } = formOf(plan, item);
  const start = item.marker.span.end;
  return gap === form.gap ? [] : [{ span: { start, end: start + gap.length }, newText: form.gap }];
}

/** In reading order; a marker that grows at its end and the gap behind it are one edit, since both stand at one place. */
function joined(edits: Typed["edits"]): Edit[] {
  const all: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const last = all.at(-1);
    if (last?.span.end !== edit.span.start) all.push(edit);
    else
      all[all.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        newText: last.newText + edit.newText,
      };
  }
  return all;
}

/** How far below `top` an item stands: 0 for itself; undefined where it does not. */
function depthBelow(item: Item, top: Item): number | undefined {
  if (item.span.start < top.span.start || item.span.end > top.span.end) return undefined;
  let depth = 0;
  for (let at: Item | undefined = item; at; at = at.parent) {
    if (at === top) return depth;
    depth++;
  }
  return undefined;
}

/**
 * The form of each depth below the shifted item in its new place: the draft's own, where that is finer than the one above.
 * Undefined where none is fine enough.
 */
function markersBelow(plan: PlanDocument, item: Item, shift: Shift): Marker[] | undefined {
  const forms = formsByLevel(plan);
  const markers: Marker[] = [shift.form.model];
  const depth = plan.items.reduce((most, one) => Math.max(most, depthBelow(one, item) ?? 0), 0);
  for (let k = 1; k <= depth; k++) {
    const above = markers[k - 1] as Marker;
    const known = forms[item.level + shift.by + k - 1]?.model;
    const form = known && rank(styleKey(known)) > rank(styleKey(above)) ? known : standardBelow(above);
    if (!form) return undefined;
    markers.push(form);
  }
  return markers;
}

/** Where the end of an edited stretch stands in the new text: behind whatever was put at it. */
function endAfter(edits: Typed["edits"], offset: number): number {
  return edits
    .filter((edit) => edit.span.end <= offset)
    .reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}
