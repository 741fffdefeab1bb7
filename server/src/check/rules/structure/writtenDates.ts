import { fromChinese } from "../../../text/numerals.js";
import type { Span } from "../../../text/span.js";
import { around } from "../../sees.js";
import { matchesIn } from "../../../text/matches.js";

/** A day as it is written; the year is undefined where none is given. */
export interface WrittenDate {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  /** ISO and dotted forms are "numeric", 二〇二四年三月五日 is "hanzi". */
  readonly form: "arabic" | "hanzi" | "numeric";
  readonly text: string;
  readonly span: Span;
}

/** A blank inside a date never ends the line: what the next line says is read by itself. */
const DAY = /^[^\S\r\n]?(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))[^\S\r\n]?[日号]/;
const ARABIC_HEAD = /(?:((?:19|20)\d\d)[^\S\r\n]?年[^\S\r\n]?)?(?<!\d)(\d{1,2})[^\S\r\n]?$/;
const HANZI_HEAD =
  /(?:([二一][〇○零ОO0一二三四五六七八九]{3})年)?(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,2})$/;
/** No more than so many characters stand before 月: 2026 年 12. */
const LONGEST_HEAD = 12;
const NUMERIC = /(?<![\d.\-/])((?:19|20)\d\d)([.\-/])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/g;

/** Every day that a text writes in words: 2026年3月5日, 3月5日, 二〇二六年三月五日. */
export function datesInWords(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (let at = text.indexOf("月"); at !== -1; at = text.indexOf("月", at + 1)) {
    const day = DAY.exec(text.slice(at + 1, at + 7));
    const date = day && dateAround(text, at, day);
    if (date && date.day < SPAN_OF_DAYS && !isLunar(text, date.span.start)) found.push(date);
  }
  return found;
}

/** 10月60日攻坚行动: so many days are a span of time. */
const SPAN_OF_DAYS = 40;

/** 农历二月三十日. */
function isLunar(text: string, at: number): boolean {
  return /(?:农历|阴历|夏历)[^\S\r\n]?$/.test(text.slice(Math.max(0, at - 4), at));
}

function dateAround(text: string, month: number, day: RegExpExecArray): WrittenDate | undefined {
  const isArabic = day[1] !== undefined;
  const before = text.slice(Math.max(0, month - LONGEST_HEAD), month);
  const head = (isArabic ? ARABIC_HEAD : HANZI_HEAD).exec(before);
  if (!head) return undefined;
  const span = { start: month - head[0].length, end: month + 1 + day[0].length };
  const value = (numeral = ""): number =>
    isArabic ? Number(numeral) : (fromChinese(numeral.replace(/[ОO0]/g, "〇")) ?? 0);
  return {
    year: head[1] === undefined ? undefined : value(head[1]),
    month: value(head[2]),
    day: value(day[1] ?? day[2]),
    form: isArabic ? "arabic" : "hanzi",
    text: text.slice(span.start, span.end),
    span,
  };
}

/** 2024-03-05, 2024.3.5, 2024/3/5. */
export function numericDates(text: string): WrittenDate[] {
  return matchesIn(text, NUMERIC).map((match) => ({
    year: Number(match[1]),
    month: Number(match[3]),
    day: Number(match[4]),
    form: "numeric",
    text: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** The number of days of a month; a February of no year may have 29. 0 where there is no such month. */
export function daysIn(month: number, year: number | undefined): number {
  if (month < 1 || month > 12) return 0;
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isLeap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

export function exists(date: WrittenDate): boolean {
  return date.day >= 1 && date.day <= daysIn(date.month, date.year);
}

/** GB/T 9704-2012 7.3.5.4: Arabic digits, no padding. */
export function inStandardForm(date: WrittenDate): string {
  return `${date.year === undefined ? "" : `${date.year}年`}${date.month}月${date.day}日`;
}

/** Negative where `a` is the earlier day. Dates without a year cannot be compared and count as equal. */
export function compareDates(a: WrittenDate, b: WrittenDate): number {
  if (a.year === undefined || b.year === undefined) return 0;
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** So far before a day without a year another may be given that goes on. */
export const BACK = 40;

/** What a day in words, with its weekday, may take from a paragraph. */
export const aroundMonths = around(/月/g, { before: LONGEST_HEAD + 2 + BACK, after: 22 });
