import type { PlanDocument, Target } from "../../../plan/model.js";
import { isSpace } from "../../../text/characters.js";
import type { Span } from "../../../text/span.js";

/** The clause of a target without the spaces and dashes that lead it. */
export function clauseSpan(plan: PlanDocument, target: Target): Span {
  const { end } = target.span;
  let { start } = target.span;
  while (start < end && (isSpace(plan.text.charCodeAt(start)) || "—-·•".includes(plan.text[start] ?? "")))
    start++;
  return { start, end: trimmedEnd(plan.text, start, end) };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the sentence that goes on at an offset ends: its full stop, or the end of its line. */
export function sentenceEndAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if ("。！？\n".includes(text[at] ?? "")) return at;
  return text.length;
}

/** Where the sentence that holds an offset begins. */
export function sentenceStartBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && !"。！？\n".includes(text[at - 1] ?? "")) at--;
  return at;
}

/** The four digits of a year that stand last before the end of a target's value, within its sentence. */
export function yearPlace(plan: PlanDocument, target: Target): Span | undefined {
  const from = sentenceStartBefore(plan.text, target.span.start);
  const to = target.span.end;
  const at = plan.text.lastIndexOf(String(target.year), to);
  return at >= from ? { start: at, end: at + 4 } : undefined;
}

/** A plan whose title says its years; without them nothing can be called late. */
export function titledPeriod(plan: PlanDocument): { readonly from: number; readonly to: number } | undefined {
  return plan.period?.source === "title" ? plan.period : undefined;
}
