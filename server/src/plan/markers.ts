import { isDigit, isHan, isSpace, lettersOf, skipSpaces, ANY_SPACE } from "../text/characters.js";
import { fromArabic, fromChinese, fromEnclosed, isChineseNumeral } from "../text/numerals.js";
import type { Marker, MarkerStyle } from "./model.js";

/**
 * The marker at the head of a line, after white space and what a scrape or Markdown may leave there; undefined where
 * the line does not begin with one. Whether the plan counts with it is decided in context.
 */
export function lineMarker(text: string): Marker | undefined {
  return markerAt(text, lineHead(text));
}

/** Where the words of a line begin: past spaces, `[bookmark: …]`, `#` and `**` of Markdown, the ★ of a task that counts more. */
export function lineHead(text: string): number {
  let at = skipSpaces(text, 0);
  if (text.startsWith("[bookmark:", at)) {
    const end = text.indexOf("]", at);
    if (end !== -1 && end - at < 60) at = skipSpaces(text, end + 1);
  }
  while (at < 8 && "#*★☆▲△※".includes(text[at] ?? "\0")) at++;
  return skipSpaces(text, at);
}

/** The marker that begins exactly at `start`. */
export function markerAt(text: string, start: number): Marker | undefined {
  if (start >= text.length) return undefined;
  const first = text.charCodeAt(start);
  if (isDigit(first)) return arabic(text, start);
  if (isChineseNumeral(first)) return hanzi(text, start);
  const c = text[start];
  if (c === "（" || c === "(") return bracketed(text, start);
  if (c === "第") return ordinalWord(text, start);
  return enclosed(text, start);
}

interface Parts {
  readonly style: MarkerStyle;
  readonly ordinal: number | undefined;
  readonly numeral: readonly [number, number];
  readonly end: number;
}

function marker(text: string, start: number, parts: Parts): Marker {
  const [from, to] = parts.numeral;
  return {
    style: parts.style,
    ordinal: parts.ordinal,
    text: text.slice(start, parts.end),
    span: { start, end: parts.end },
    numeral: { start: from, end: to },
    form: formOf(text, start, parts),
  };
}

/** The forms of nearly all markers: what stands before the numeral, and the one mark behind it. */
const USUAL: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map(
  ["", "（", "("].map((head) => [
    head,
    new Map(Array.from("、.．，,）)", (mark) => [mark.charCodeAt(0), `${head}#${mark}`])),
  ]),
);
const BARE = USUAL.get("");

/** A long draft has thousands of markers of a few forms: these share one string each. */
function formOf(text: string, start: number, { numeral: [from, to], end }: Parts): string {
  if (end === to + 1 && from <= start + 1) {
    const usual = from === start ? BARE : USUAL.get(text.charAt(start));
    const form = usual?.get(text.charCodeAt(to));
    if (form !== undefined) return form;
  }
  return `${text.slice(start, from)}#${text.slice(to, end)}`;
}

const ORDINAL_WORDS: readonly (readonly [word: string, style: MarkerStyle])[] = [
  ["部分", "part"],
  ["篇", "part"],
  ["编", "part"],
  ["章", "chapter"],
  ["节", "section"],
  ["条", "article"],
];

/** 第一章, 第3节, 第十二条. */
function ordinalWord(text: string, start: number): Marker | undefined {
  const from = skipSpaces(text, start + 1);
  const to = numeralEnd(text, from);
  if (to === from || to - from > 6) return undefined;
  const after = skipSpaces(text, to);
  const word = ORDINAL_WORDS.find(([name]) => text.startsWith(name, after));
  if (!word) return undefined;
  const end = after + word[0].length;
  // 第一节课, 第二条线, 第一章程 are words; a heading goes on after a space, a mark or the line's end.
  const next = text.charCodeAt(end);
  if (word[1] !== "article" && isHan(next) && /[课点目程日线件款]/.test(text[end] ?? "")) return undefined;
  const digits = text.slice(from, to);
  return marker(text, start, {
    style: word[1],
    ordinal: fromChinese(digits) ?? fromArabic(digits),
    numeral: [from, to],
    end,
  });
}

function numeralEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at > from) return at;
  while (at < text.length && isChineseNumeral(text.charCodeAt(at))) at++;
  return at;
}

/** （一） (1) （ 二 ） and a lost numeral （）. */
function bracketed(text: string, start: number): Marker | undefined {
  // 第（三）项 speaks of an item.
  if (start > 0 && text[start - 1] === "第") return undefined;
  const from = skipSpaces(text, start + 1);
  const to = numeralEnd(text, from);
  const close = skipSpaces(text, to);
  if (text[close] !== "）" && text[close] !== ")") return undefined;
  const digits = text.slice(from, to);
  const end = close + 1;
  if (to === from) {
    const after = extraMark(text, end);
    if (close - start > 3 || !isHan(text.charCodeAt(after))) return undefined;
    return marker(text, start, {
      style: "hanzi-paren",
      ordinal: undefined,
      numeral: [start + 1, close],
      end: after,
    });
  }
  if (to - from > 4 || refersOnwards(text, end)) return undefined;
  const isArabic = isDigit(text.charCodeAt(from));
  const ordinal = isArabic ? fromArabic(digits) : fromChinese(digits);
  if (ordinal === undefined || ordinal > 199) return undefined;
  return marker(text, start, {
    style: isArabic ? "arabic-paren" : "hanzi-paren",
    ordinal,
    numeral: [from, to],
    end: extraMark(text, end),
  });
}

const MAY_REFER = lettersOf(`${ANY_SPACE}至到和、及—～-（(项款`);

/** （一）至（三）, （一）（二）项: the text speaks of items, it does not begin one. */
function refersOnwards(text: string, end: number): boolean {
  if (end >= text.length || MAY_REFER[text.charCodeAt(end)] === 0) return false;
  return /^\s?(?:[至到和、及—～-]\s?[（(]|[（(][一二三四五六七八九十0-9]+[）)]|[项款](?:[、，。；：和及至规所的要]|$))/.test(
    text.slice(end, end + 8),
  );
}

/** A mark that does not belong after a bracket but is written there: （一）、 （1）. */
function extraMark(text: string, end: number): number {
  return text[end] === "、" || text[end] === "．" || (text[end] === "." && !isDigit(text.charCodeAt(end + 1)))
    ? end + 1
    : end;
}

/** 一、 一． 一） */
function hanzi(text: string, start: number): Marker | undefined {
  let to = start;
  while (to - start < 6 && to < text.length && isChineseNumeral(text.charCodeAt(to))) to++;
  const at = skipSpaces(text, to);
  const mark = text[at] ?? "";
  if (!"、．.，,）)".includes(mark) || mark === "" || at - to > 2) return undefined;
  const digits = text.slice(start, to);
  const ordinal = fromChinese(digits);
  if (ordinal === undefined || ordinal < 1 || ordinal > 99) return undefined;
  if (/[〇零○两]/.test(digits) || enumeratesClasses(text, at + 1, ordinal)) return undefined;
  const style = mark === "）" || mark === ")" ? "hanzi-paren" : "hanzi";
  return marker(text, start, { style, ordinal, numeral: [start, to], end: at + 1 });
}

/** 一、二年级, 二、三产业, 三、四线: the 、 joins numbers and closes no marker. They rise: 一、一年来的工作 is a heading. */
function enumeratesClasses(text: string, at: number, ordinal: number): boolean {
  return (
    isChineseNumeral(text.charCodeAt(at)) &&
    (fromChinese(text.slice(at, numeralEnd(text, at))) ?? Infinity) > ordinal &&
    /^[一二三四五六七八九十]+(?:、|[年级线类等期批季档本星孩胎产是者班]|[是要])/.test(
      text.slice(at, at + 8),
    ) &&
    !/^一(?:[级]?[体类流]|等)/.test(text.slice(at, at + 3))
  );
}

const ARABIC_MARKS = ".．、，,）)";
const NO_HEADING = "万亿米元倍度版％%℃公吨";

/** 1. 1． 1、 １. 1 . 1） 1.1 */
function arabic(text: string, start: number): Marker | undefined {
  let to = start;
  while (to - start < 4 && isDigit(text.charCodeAt(to))) to++;
  const ordinal = fromArabic(text.slice(start, to));
  if (ordinal === undefined || ordinal < 1 || to - start > 3) return undefined;
  let at = to;
  while (at - to < 3 && isSpace(text.charCodeAt(at))) at++;
  const mark = text[at] ?? "";
  if (at > to && isHan(text.charCodeAt(at))) return wholeNumber(text, { start, to, ordinal });
  if (mark === "" || !ARABIC_MARKS.includes(mark)) return undefined;
  const next = text.charCodeAt(at + 1);
  if (isDigit(next))
    return mark === "." || mark === "．"
      ? (decimal(text, start, at) ?? glued(text, { start, to, at }))
      : undefined;
  if ((mark === "，" || mark === ",") && !isHan(next)) return undefined;
  if (mark === "." && NO_DIGIT.test(text.slice(at + 1, at + 3))) return undefined;
  if (mark === "、" && isDigit(text.charCodeAt(skipSpaces(text, at + 1)))) return undefined;
  const style = mark === "）" || mark === ")" ? "arabic-paren" : "arabic";
  return marker(text, start, { style, ordinal, numeral: [start, to], end: at + 1 });
}

/** 2.O行动, 3.x: a slip of the scanner or a version, no item as in 1.S220改建, 2.AI赋能. */
const NO_DIGIT = /^(?:[OoIlxX](?![A-Za-z])|[a-z](?![a-zA-Z]))/;

/** `1　总则`: the first level of a decimal outline. Whether the draft has one is decided in context. */
function wholeNumber(text: string, at: { start: number; to: number; ordinal: number }): Marker {
  const { start, to, ordinal } = at;
  return marker(text, start, { style: "decimal", ordinal, numeral: [start, to], end: to });
}

/** What a heading may begin with when that is a number: 121人才工程, 1月底前, 2025—2026学年. */
const NUMBER_FIRST = /^(?:\d{2,5}[\u4e00-\u9fff]|\d月|(?:19|20)\d\d[—–~～－-]{1,2}(?:19|20)\d\d)/;

/** `11.121人才工程`, `2.1月底前`: a heading that begins with a number. Believed only where the count goes on with it. */
function glued(text: string, at: { start: number; to: number; at: number }): Marker | undefined {
  const name = NUMBER_FIRST.exec(text.slice(at.at + 1, at.at + 12));
  if (!name || NO_HEADING.includes(name[0].at(-1) ?? "")) return undefined;
  const ordinal = fromArabic(text.slice(at.start, at.to));
  return marker(text, at.start, { style: "arabic", ordinal, numeral: [at.start, at.to], end: at.at + 1 });
}

/** What goes on with a number: 3.9英寸, 12.3升, but 3.9英才计划 and 2.3升级改造. */
const UNIT_FIRST = /^(?:[小个平立年月日级倍分余多以左]|英[寸尺里亩]|升(?![级学旗国华]))/;

/** 1.1, 2.3.1 before a space or a word; 1.5米 and 2.0 are quantities. */
function decimal(text: string, start: number, firstPoint: number): Marker | undefined {
  let at = firstPoint;
  let from = start;
  while ((text[at] === "." || text[at] === "．") && isDigit(text.charCodeAt(at + 1))) {
    from = at + 1;
    at = from;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at - from > 2) return undefined;
  }
  const to = at;
  const ordinal = fromArabic(text.slice(from, to));
  const next = text[to] ?? "";
  if (ordinal === undefined || ordinal < 1 || NO_HEADING.includes(next) || next === "") return undefined;
  if (!isHan(text.charCodeAt(to)) && !isSpace(text.charCodeAt(to)) && next !== "、" && next !== ".")
    return undefined;
  if (UNIT_FIRST.test(text.slice(to, to + 2))) return undefined;
  const end = next === "、" || next === "." ? to + 1 : to;
  return marker(text, start, { style: "decimal", ordinal, numeral: [from, to], end });
}

/** ① ⑴ ⒈ ㈠ Ⅰ */
function enclosed(text: string, start: number): Marker | undefined {
  const c = text[start] ?? "";
  const ordinal = fromEnclosed(c);
  if (ordinal === undefined) return undefined;
  const code = c.charCodeAt(0);
  const style: MarkerStyle =
    code >= 0x3220 && code <= 0x3229
      ? "hanzi-paren"
      : code >= 0x2474 && code <= 0x2487
        ? "arabic-paren"
        : code >= 0x2488 && code <= 0x249b
          ? "arabic"
          : "circled";
  return marker(text, start, {
    style,
    ordinal,
    numeral: [start, start + 1],
    end: extraMark(text, start + 1),
  });
}
