import type { Item, PlanDocument } from "../plan/model.js";
import { countOf, type Entry, recount } from "./typing/recount.js";
import { itemBefore, withAncestors } from "../plan/around.js";
import { childForm, formOf, formsByLevel, type MarkerForm, writeMarker } from "./markerForms.js";

/** A marker that could begin the line at the caret. */
export interface NextMarker {
  /** As it is written, with the spaces that the draft puts behind it. */
  readonly text: string;
  readonly level: number;
  /** The item that it goes on from; undefined where it opens the first count of the draft or a count below an item. */
  readonly after: Item | undefined;
}

/**
 * The markers that can stand at `offset`, the likeliest first: the next of the count of the item above, then the first
 * below it, then the next of the counts that hold it. In an unnumbered draft the first of the standard.
 */
export function nextMarkers(plan: PlanDocument, offset: number): NextMarker[] {
  const above = itemBefore(plan, offset);
  if (!above) {
    const form = formsByLevel(plan)[0] ?? childForm(plan, undefined);
    const text = form && writeMarker(form.model, 1);
    return form && text !== undefined ? [{ text: text + form.gap, level: 1, after: undefined }] : [];
  }
  const holders = withAncestors(above);
  const siblings = holders.flatMap((item) => following(plan, item));
  const below = above.children.length === 0 ? firstBelow(plan, above) : [];
  return [...siblings.slice(0, 1), ...below, ...siblings.slice(1)];
}

/** The next marker at a level, at `offset`; undefined where nothing above could hold it. */
export function nextMarkerAt(plan: PlanDocument, offset: number, level: number): NextMarker | undefined {
  return nextMarkers(plan, offset).find((one) => one.level === level);
}

function following(plan: PlanDocument, item: Item): NextMarker[] {
  const text = numbered(plan, item, { level: item.level, form: formOf(plan, item) });
  return text === undefined ? [] : [{ text, level: item.level, after: item }];
}

function firstBelow(plan: PlanDocument, item: Item): NextMarker[] {
  const level = item.level + 1;
  const form = childForm(plan, item);
  const text = form && numbered(plan, item, { level, form });
  return text === undefined ? [] : [{ text, level, after: undefined }];
}

/** The marker of a new item that stands behind `item` with all that is below it: numbers that run on are gone on from. */
function numbered(
  plan: PlanDocument,
  item: Item,
  of: { readonly level: number; readonly form: MarkerForm },
): string | undefined {
  const before = countOf(plan, item.part);
  const added: Entry = { item: undefined, level: of.level, marker: of.form.model, anew: false };
  let at = before.entries.findIndex((entry) => entry.item === item) + 1;
  while (at < before.entries.length && (before.entries[at]?.level ?? 0) > item.level) at++;
  const after = [...before.entries.slice(0, at), added, ...before.entries.slice(at)];
  const ordinal = recount(before, after).get(added);
  const text = ordinal === undefined ? undefined : writeMarker(of.form.model, ordinal);
  return text === undefined ? undefined : text + of.form.gap;
}
