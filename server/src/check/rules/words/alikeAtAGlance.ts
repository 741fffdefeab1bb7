import type { Paragraph, PlanDocument } from "../../../plan/model.js";
import { skipSpaces, trimEnd } from "../../../text/characters.js";
import { lineSpan } from "../../../text/lines.js";

/**
 * The places of the paragraphs of some length whose words behind the marker give the same number as those of another, in
 * order. Two that meet by chance are told apart afterwards.
 */
export function alikeAtAGlance({ text, starts, paragraphs }: PlanDocument, shortest: number): number[] {
  const first = new Map<number, number>();
  const alike = new Uint8Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const { start, end } = lineSpan(text, starts, i);
    if (end - start < shortest) continue;
    const { marker, role } = paragraphs[i] as Paragraph;
    if (role !== "body") continue;
    const from = skipSpaces(text, start + (marker?.span.end ?? 0), end);
    const number = numberFor(text, from, trimEnd(text, from, end));
    const before = first.get(number);
    if (before === undefined) first.set(number, i);
    else alike[before] = alike[i] = 1;
  }
  const places: number[] = [];
  for (let at = alike.indexOf(1); at !== -1; at = alike.indexOf(1, at + 1)) places.push(at);
  return places;
}

/** The same for the same words, and for others hardly ever the same. */
function numberFor(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0;
  return number;
}
