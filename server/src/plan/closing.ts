import type { Item, PlanDocument } from "./model.js";

/** A line that speaks to those who listen, or calls upon them: 各位代表！, 同志们，, 让我们更加紧密地团结起来. */
const CLOSING = /[\r\n][ \t\u3000]*(?:(?:各位(?:代表|委员|领导|同志|同事)|同志们)[！!，,：:]|让我们)/;

/** Where what an item says itself ends: what closes a report stands behind its last item, and is no task's. */
export function endOfWords({ text, items }: Pick<PlanDocument, "text" | "items">, item: Item): number {
  const { index, headingEnd, ownEnd } = item;
  if (index !== items.length - 1 || headingEnd >= ownEnd) return ownEnd;
  const closing = CLOSING.exec(text.slice(headingEnd, ownEnd));
  return closing ? headingEnd + closing.index : ownEnd;
}
