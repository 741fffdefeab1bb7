import type { Span } from "../text/span.js";
import type { Quantity } from "./quantity.js";

/** No clause is looked at further than this on either side, so that the work stays in proportion to the text. */
const REACH = 70;
const OPENERS = "（(《〔[【";
const CLOSERS = "）)》〕]】";
const SENTENCE_ENDS = "。！？!?";

export interface Clause {
  readonly span: Span;
  /** True inside a bracket: what stands there explains more often than it promises. */
  readonly bracketed: boolean;
}

/** The clause around a quantity: from the mark before it to the mark behind it, brackets taken as a whole. */
export function clauseAround(text: string, quantity: Quantity): Clause {
  const { start, bracketed } = clauseStart(text, quantity.span.start);
  return { span: { start, end: clauseEnd(text, quantity.span.end) }, bracketed };
}

function clauseStart(text: string, from: number): { start: number; bracketed: boolean } {
  const limit = Math.max(0, from - REACH);
  let depth = 0;
  let digits = false;
  for (let at = from - 1; at >= limit; at--) {
    const c = text[at] ?? "";
    if (CLOSERS.includes(c)) depth++;
    else if (OPENERS.includes(c)) {
      if (depth === 0) return { start: at + 1, bracketed: true };
      depth--;
    } else if (depth > 0) continue;
    else if (c >= "0" && c <= "9") digits = true;
    else if (isClauseMark(text, at)) return { start: at + 1, bracketed: false };
    else if (c === "、") {
      // 新建、改扩建学校3所 is one clause, 幼儿园3所、小学5所 are two.
      if (digits || hasDigit(text, segmentStart(text, at, limit), at))
        return { start: at + 1, bracketed: false };
    }
  }
  return { start: limit, bracketed: false };
}

function segmentStart(text: string, before: number, limit: number): number {
  let at = before - 1;
  while (at >= limit && text[at] !== "、" && !isClauseMark(text, at)) at--;
  return at + 1;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = text[at] ?? "";
    if (c >= "0" && c <= "9") return text[at + 4] !== "年";
  }
  return false;
}

function clauseEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + REACH);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const c = text[at] ?? "";
    if (OPENERS.includes(c)) depth++;
    else if (CLOSERS.includes(c)) {
      if (depth === 0) return at;
      depth--;
    } else if (
      depth === 0 &&
      (isClauseMark(text, at) || (c === "、" && /^[^、，。；：,;]{0,24}\d/.test(text.slice(at + 1, at + 26))))
    )
      return at;
  }
  return limit;
}

/** ，；：。 and their half-width forms; not the comma of 1,200. */
export function isClauseMark(text: string, at: number): boolean {
  const c = text[at] ?? "";
  if (c === ",") return !(isDigitAt(text, at - 1) && isDigitAt(text, at + 1) && isDigitAt(text, at + 3));
  return "，；;：:\t".includes(c) || SENTENCE_ENDS.includes(c);
}

function isDigitAt(text: string, at: number): boolean {
  const c = text[at] ?? "";
  return c >= "0" && c <= "9";
}

/** Follows the sentences of a text from left to right: where the one that holds an offset begins. */
export function sentenceTracker(text: string): (offset: number) => number {
  const ends = /[。！？!?]/g;
  let start = 0;
  let next = -1;
  return (offset) => {
    while (next < offset) {
      if (next >= 0) start = next + 1;
      next = ends.exec(text)?.index ?? Infinity;
    }
    return start;
  };
}
