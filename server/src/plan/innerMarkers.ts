import { isDigit, isHan, isSpace, skipSpaces } from "../text/characters.js";
import { markerAt } from "./markers.js";
import type { Marker } from "./model.js";
import { SIGN, signsIn } from "./signs.js";

const NUMERALS = "一二三四五六七八九十第";
const NUMERAL_CODES: ReadonlySet<number> = new Set([...NUMERALS].map((c) => c.charCodeAt(0)));
/** By the code of a character: 1 where a marker may begin with it. */
const MAY_BEGIN = new Uint8Array(0x10000);
for (const c of `${NUMERALS}0123456789０１２３４５６７８９(（`) MAY_BEGIN[c.charCodeAt(0)] = 1;
MAY_BEGIN.fill(1, 0x2460, 0x249c);
MAY_BEGIN.fill(1, 0x3220, 0x322a);

/** Sentence ends, closers and colons, after which a run-in heading may stand. */
const BEFORE = '。！？；：”）》〕】』…!?;:)]"';

/**
 * Markers inside a line, behind an offset. After a mark or a space any form may stand; after a word only a bracketed one or an Arabic
 * one with its point, since a heading may be run into the next without any mark.
 */
export function innerMarkers(text: string, from: number, signs = signsIn(text, from)): readonly Marker[] {
  if ((signs & SIGNS) === 0 || text.length < 12) return NO_MARKERS;
  let found: Marker[] | undefined;
  for (let at = Math.max(from, 1); at < text.length; at++) {
    if (MAY_BEGIN[text.charCodeAt(at)] === 0) continue;
    const before = text[at - 1] ?? "";
    const afterMark = BEFORE.includes(before) || isSpace(before.charCodeAt(0)) || closesWithPoint(text, at);
    if (!afterMark && !(isHan(before.charCodeAt(0)) && bareAllowed(text, at))) continue;
    const marker = markerAt(text, at);
    if (!marker || marker.style === "article" || !goesOn(text, marker.span.end)) continue;
    (found ??= []).push(marker);
    at = marker.span.end - 1;
  }
  return found ?? NO_MARKERS;
}

const SIGNS = SIGN.markerBehindMark | SIGN.markerBehindWord;
const NO_MARKERS: readonly Marker[] = [];

/** 权威性.二、认真学习: a half-width point stands for the full stop. */
function closesWithPoint(text: string, at: number): boolean {
  return text[at - 1] === "." && isHan(text.charCodeAt(at - 2)) && !isDigit(text.charCodeAt(at));
}

/** 统一、 逐一、 再三、 初二、 第一、: the numeral belongs to the word before it. */
const ENDS_IN_NUMERAL = "统唯同万之不逐任每某归其再第";

function bareAllowed(text: string, at: number): boolean {
  const c = text[at] ?? "";
  if (c === "（" || c === "(") return true;
  if (c === "第") return /^第[一二三四五六七八九十]{1,3}[章节]/.test(text.slice(at, at + 5));
  if (NUMERAL_CODES.has(c.charCodeAt(0))) {
    const before = text[at - 1] ?? "";
    return (
      /^[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff“《]/.test(text.slice(at, at + 5)) &&
      !ENDS_IN_NUMERAL.includes(before) &&
      !NUMERAL_CODES.has(before.charCodeAt(0))
    );
  }
  return (
    /^\d{1,2}\s?[.．、]\s?(?:[\u4e00-\u9fff“《]|20\d\d年|\d{1,2}月)/.test(text.slice(at, at + 10)) &&
    !/[第近约达到至为共有]/.test(text[at - 1] ?? "")
  );
}

/** A heading begins with a word, a quote or a number of a year. */
function goesOn(text: string, at: number): boolean {
  const next = skipSpaces(text, at);
  return (
    isHan(text.charCodeAt(next)) ||
    '“《‘"'.includes(text[next] ?? "\u0000") ||
    /^(?:20\d\d年|\d{1,2}月)/.test(text.slice(next, next + 5))
  );
}
