import { isAsciiDigit, isHan, sensesOf } from "../text/characters.js";
import type { Span } from "../text/span.js";
import type { Quantity } from "./quantity.js";

/** No clause is looked at further than this on either side, so that the work stays in proportion to the text. */
const REACH = 70;
/** So much of a sentence is read for its time, that a text without full stops stays in proportion. */
export const SENTENCE_REACH = 240;

const OPENS = 1;
const CLOSES = 2;
const DIGIT = 3;
const MARK = 4;
const COMMA = 5;
const LIST = 6;
const ENDS_SENTENCE = 7;
const POINT = 8;
/** What a letter is to a clause, by its code. Most are 0. */
const SENSE = sensesOf([
  ["（(《〔[【", OPENS],
  ["）)》〕]】", CLOSES],
  ["0123456789", DIGIT],
  ["，；;：:\t|", MARK],
  [",", COMMA],
  ["、", LIST],
  ["。！？!?", ENDS_SENTENCE],
  [".", POINT],
]);

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
    const sense = SENSE[text.charCodeAt(at)] as number;
    if (sense === 0) continue;
    if (sense === CLOSES) depth++;
    else if (sense === OPENS) {
      if (depth === 0) return { start: at + 1, bracketed: true };
      depth--;
    } else if (depth > 0) continue;
    else if (sense === DIGIT) digits = true;
    else if (sense === LIST) {
      // 新建、改扩建学校3所 is one clause, 幼儿园3所、小学5所 are two.
      if (digits || hasDigit(text, segmentStart(text, at, limit), at))
        return { start: at + 1, bracketed: isOpen(text, at, limit) };
    } else if ((sense !== COMMA && sense !== POINT) || isClauseMark(text, at))
      return { start: at + 1, bracketed: isOpen(text, at, limit) };
  }
  return { start: limit, bracketed: false };
}

/** （春季2场、秋季2场）: a bracket that opens before the mark has not closed yet. */
function isOpen(text: string, before: number, limit: number): boolean {
  let depth = 0;
  for (let at = before - 1; at >= limit; at--) {
    const sense = SENSE[text.charCodeAt(at)] as number;
    if (sense === CLOSES) depth++;
    else if (sense === OPENS && --depth < 0) return true;
    else if (sense === ENDS_SENTENCE) return false;
  }
  return false;
}

function segmentStart(text: string, before: number, limit: number): number {
  let at = before - 1;
  while (at >= limit && text[at] !== "、" && !isClauseMark(text, at)) at--;
  return at + 1;
}

/** A digit of a count: not of a year, nor of the marker before the words. */
function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!isAsciiDigit(text, at)) continue;
    let end = at + 1;
    while (isAsciiDigit(text, end)) end++;
    const isYear = end - at === 4 && text[end] === "年";
    const isMarker = end - at < 3 && (isPointed(text, end) || isBracketed(text, at, end));
    if (!isYear && !isMarker) return true;
    at = end;
  }
  return false;
}

/** 1.专职体育 */
function isPointed(text: string, end: number): boolean {
  return (text[end] === "." || text[end] === "．") && !isAsciiDigit(text, end + 1);
}

/** （3）专职体育 */
function isBracketed(text: string, start: number, end: number): boolean {
  return "（(".includes(text[start - 1] ?? "\0") && "）)".includes(text[end] ?? "\0");
}

function clauseEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + REACH);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const sense = SENSE[text.charCodeAt(at)] as number;
    if (sense === 0 || sense === DIGIT) continue;
    if (sense === OPENS) depth++;
    else if (sense === CLOSES) {
      if (depth === 0) return at;
      depth--;
    } else if (depth > 0) continue;
    else if (sense === LIST ? goesOnWithNumber(text, at + 1) : isClauseMark(text, at)) return at;
  }
  return limit;
}

function goesOnWithNumber(text: string, from: number): boolean {
  return /^[^、，。；：,;]{0,24}\d/.test(text.slice(from, from + 25));
}

/** ，；：。 and their half-width forms; not the comma of 1,200. */
export function isClauseMark(text: string, at: number): boolean {
  const sense = SENSE[text.charCodeAt(at)] as number;
  if (sense === COMMA)
    return !(isAsciiDigit(text, at - 1) && isAsciiDigit(text, at + 1) && isAsciiDigit(text, at + 3));
  // 加强宣传.设立宣传牌: a draft of half-width marks.
  if (sense === POINT) return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
  return sense === MARK || sense === ENDS_SENTENCE;
}

/** Follows the sentences of a text from left to right: where the one that holds an offset begins. */
export function sentenceTracker(text: string): (offset: number) => number {
  let start = 0;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen++) if (SENSE[text.charCodeAt(seen)] === ENDS_SENTENCE) start = seen + 1;
    return start;
  };
}
