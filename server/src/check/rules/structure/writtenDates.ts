import { fromChinese } from "../../../text/numerals.js";
import type { Span } from "../../../text/span.js";

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

const ARABIC = /(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
const HANZI =
  /(?:([二一][〇○零ОO0一二三四五六七八九]{3})年)?(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]/g;
const NUMERIC = /(?<![\d.\-/])((?:19|20)\d\d)([.\-/])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/g;

/** Every day that a text writes in words: 2026年3月5日, 3月5日, 二〇二六年三月五日. */
export function datesInWords(text: string): WrittenDate[] {
  if (!text.includes("月")) return [];
  const arabic = [...text.matchAll(ARABIC)].map((match) =>
    written(match, "arabic", [match[1] && Number(match[1]), Number(match[2]), Number(match[3])]),
  );
  const hanzi = [...text.matchAll(HANZI)].map((match) =>
    written(match, "hanzi", [
      match[1] && fromChinese(match[1].replace(/[ОO0]/g, "〇")),
      fromChinese(match[2] ?? "") ?? 0,
      fromChinese(match[3] ?? "") ?? 0,
    ]),
  );
  return [...arabic, ...hanzi];
}

/** 2024-03-05, 2024.3.5, 2024/3/5. */
export function numericDates(text: string): WrittenDate[] {
  return [...text.matchAll(NUMERIC)].map((match) =>
    written(match, "numeric", [Number(match[1]), Number(match[3]), Number(match[4])]),
  );
}

function written(
  match: RegExpExecArray,
  form: WrittenDate["form"],
  parts: readonly [number | string | undefined, number, number],
): WrittenDate {
  const [year, month, day] = parts;
  return {
    year: typeof year === "number" ? year : undefined,
    month,
    day,
    form,
    text: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  };
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

const WEEKDAYS = "日一二三四五六";

/** 四 for 2026年3月5日; undefined without a year. */
export function weekdayOf(date: WrittenDate): string | undefined {
  if (date.year === undefined) return undefined;
  return WEEKDAYS[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()];
}

/** The weekday written right behind a day, （星期三） or 周三: its character, and where all of it ends. */
export function weekdayBehind(
  text: string,
  date: WrittenDate,
): { day: string; span: Span; end: number } | undefined {
  const behind = text.slice(date.span.end, date.span.end + 8);
  const match = /^\s?[（(]?\s?(?:星期|周|礼拜)([一二三四五六日天])[）)]?/.exec(behind);
  if (!match?.[1]) return undefined;
  const at = date.span.end + match[0].indexOf(match[1]);
  const day = match[1] === "天" ? "日" : match[1];
  return { day, span: { start: at, end: at + 1 }, end: date.span.end + match[0].length };
}
