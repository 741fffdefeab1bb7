import type { Item, Marker, PlanDocument } from "../plan/model.js";
import { writeOrdinal } from "../plan/numbering.js";
import { rank, styleKey } from "../plan/sequence.js";
import { markerAt } from "../plan/markers.js";

/** A marker as it is to be written: the model gives form and script, `gap` is what stands between it and the heading. */
export interface MarkerForm {
  readonly model: Marker;
  readonly gap: string;
}

/** The forms of GB/T 9704-2012 7.3.3, coarse to fine, with ① below them as drafts have it. */
const STANDARD: readonly string[] = ["一、", "（一）", "1.", "（1）", "①"];

/** The marker of a form with another number; undefined where its script ends earlier (⑳). */
export function writeMarker(model: Marker, ordinal: number): string | undefined {
  const numeral = writeOrdinal(model, ordinal);
  return numeral === undefined ? undefined : model.form.replace("#", () => numeral);
}

/** How an item is written: its own marker and the spaces behind it. */
export function formOf(plan: PlanDocument, item: Item): MarkerForm {
  const start = item.marker.span.end;
  const end = Math.max(start, item.heading.start);
  const gap = plan.text.slice(start, end);
  return { model: item.marker, gap: /^[^\S\r\n]*$/.test(gap) ? gap : "" };
}

/**
 * How the draft writes each level, by the first item of the level that has its number; index 0 is level 1. The plan
 * proper decides, a notice before it speaks only where the plan is silent.
 */
export function formsByLevel(plan: PlanDocument): (MarkerForm | undefined)[] {
  const forms: (MarkerForm | undefined)[] = [];
  for (const kind of ["plan", "notice"] as const) {
    for (const item of plan.items) {
      if (item.part.kind === kind && item.marker.ordinal !== undefined)
        forms[item.level - 1] ??= formOf(plan, item);
    }
  }
  return forms;
}

/**
 * The form for children of an item: that of its own, else the draft's for the level, else the standard's next finer one;
 * undefined below the finest.
 */
export function childForm(plan: PlanDocument, item: Item | undefined): MarkerForm | undefined {
  const own = item?.children.at(-1);
  if (own) return formOf(plan, own);
  const known = formsByLevel(plan)[item?.level ?? 0];
  const isFiner = !item || (known && rank(styleKey(known.model)) > rank(styleKey(item.marker)));
  if (known && isFiner) return known;
  const model = standardBelow(item?.marker);
  return model && { model, gap: "" };
}

/** The next finer form of the standard below a marker, the coarsest where there is none above; nothing is below ①. */
export function standardBelow(above: Marker | undefined): Marker | undefined {
  const markers = STANDARD.map((text) => markerAt(text, 0) as Marker);
  return above ? markers.find((one) => rank(styleKey(one)) > rank(styleKey(above))) : markers[0];
}
