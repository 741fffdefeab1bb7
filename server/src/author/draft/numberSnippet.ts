import type { PlanDocument } from "../../plan/model.js";
import { markerAt } from "../../plan/markers.js";
import { rank, styleKey } from "../../plan/sequence.js";
import { formsByLevel, writeMarker } from "../markerForms.js";

/** A marker at the head of a snippet's line, its numeral perhaps a tab stop: `${1:一}、` or `（一）`. */
const NUMERAL_STOP = /^\$\{\d+:([一二三四五六七八九十]{1,3}|\d{1,2})\}(?=[、.．])/;

/**
 * A section's snippet numbered as the draft numbers: its first line gets `marker`, the markers of the lines below it the
 * draft's forms for the levels below `level`. Tab stops in the text stay.
 */
export function numberSnippet(
  plan: PlanDocument,
  body: readonly string[],
  place: { readonly marker: string; readonly level: number },
): string[] {
  const forms = formsByLevel(plan);
  const depths: number[] = [];
  const first = body.findIndex((line) => markerAt(line.replace(NUMERAL_STOP, "$1"), 0));
  return body.map((line, i) => {
    const plain = line.replace(NUMERAL_STOP, "$1");
    const marker = markerAt(plain, 0);
    if (!marker) return line;
    while ((depths.at(-1) ?? -1) > rank(styleKey(marker))) depths.pop();
    if (depths.at(-1) !== rank(styleKey(marker))) depths.push(rank(styleKey(marker)));
    const rest = plain.slice(marker.span.end);
    if (i === first) return place.marker + rest;
    const form = forms[place.level + depths.length - 2];
    const text = form && writeMarker(form.model, marker.ordinal ?? 1);
    return (form && text !== undefined ? text + form.gap : marker.text) + rest;
  });
}
