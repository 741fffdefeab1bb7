import type { Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";
import { BACK, type WrittenDate } from "./writtenDates.js";

const WEEKDAYS = "日一二三四五六";

/** A weekday as it is written behind a day: its character, and where all of it ends. */
interface Said {
  readonly day: string;
  readonly span: Span;
  readonly end: number;
}

/** The weekday behind a day, where it is not the right one; a day without a year may be of the title's. */
export function weekdaySlip(
  text: string,
  date: WrittenDate,
  ofTitle: number | undefined,
): { readonly said: Said; readonly right: string } | undefined {
  const said = weekdayBehind(text, date);
  const year =
    date.year ?? (said && ofTitle !== undefined && meansYear(text, date, ofTitle) ? ofTitle : undefined);
  if (!said || year === undefined) return undefined;
  const right = weekdayOf(date, year);
  if (said.day === right || (date.year === undefined && isOfNextWinter(date, year, said.day)))
    return undefined;
  return { said, right };
}

/** 四 for 3月5日 of 2026. */
function weekdayOf({ month, day }: WrittenDate, year: number): string {
  return WEEKDAYS.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
}

/** The weekday written right behind a day, （星期三） or 周三. */
function weekdayBehind(text: string, date: WrittenDate): Said | undefined {
  const behind = text.slice(date.span.end, date.span.end + 8);
  const match = /^[^\S\r\n]?[（(]?[^\S\r\n]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?/.exec(behind);
  if (!match?.[1]) return undefined;
  const at = date.span.end + match[0].indexOf(match[1]);
  const day = match[1] === "天" ? "日" : match[1];
  return { day, span: { start: at, end: at + 1 }, end: date.span.end + match[0].length };
}

/** A year that stands a little before, 2025年12月30日至(1月2日), may go on. */
function meansYear(text: string, { span }: WrittenDate, year: number): boolean {
  const before = text.slice(Math.max(0, span.start - BACK), span.start);
  return matchesIn(before.split(/[\r\n]/).at(-1) ?? "", /(?:19|20)\d\d/g).every(
    ([digits]) => Number(digits) === year,
  );
}

/** The last months may be told of the year before, and the first ones of the year behind. */
function isOfNextWinter(date: WrittenDate, year: number, said: string): boolean {
  const other = date.month <= 2 ? year + 1 : date.month >= 11 ? year - 1 : undefined;
  return other !== undefined && weekdayOf(date, other) === said;
}
