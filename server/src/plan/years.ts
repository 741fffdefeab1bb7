import { fromChinese } from "../text/numerals.js";
import type { Span } from "../text/span.js";

/** A time by which something is due, as a stretch of text names it. */
export interface DueYear {
  readonly year: number | undefined;
  readonly span: Span;
}

/** The first year of the five-year period number `nth`: the 14th is 2021–2025. */
export function fiveYearPeriod(nth: number): { from: number; to: number } {
  return { from: 1951 + (nth - 1) * 5 + 5, to: 1955 + (nth - 1) * 5 + 5 };
}

const DUE =
  /(?:到|至|截至|截止|力争到|在)?\s?((?:19|20)\d\d)\s?年?(?:年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末|年终)?(?:之?前|以前|为止)|(?:到|至|力争到|截至|截止)\s?((?:19|20)\d\d)\s?(?:学?年(?:\d{1,2}月)?(?:秋季|春季)?(?:年?底|末|年)?)|((?:19|20)\d\d)年(?:\d{1,2}月)?(?:年?底|末|内|全年|度内?)?(?=[，,]|计划|拟|力争|确保|实现|完成|达到?|建成|新[建增]|全市|全县|全区|将|要|要求|，)|[“"]?([一二三四五六七八九十]{2,3})五[”"]?(?:时期|期间|末|期末|规划期)/g;

/** The years in a stretch of text by which something is to be done, in order: 到2027年, 2026年底前, “十五五”末. */
export function dueYears(text: string): { year: number; span: Span }[] {
  if (!/\d{4}|五/.test(text)) return [];
  const found: { year: number; span: Span }[] = [];
  for (const match of text.matchAll(DUE)) {
    const digits = match[1] ?? match[2] ?? match[3];
    const year = digits ? Number(digits) : fiveYearEnd(match[4]);
    if (year !== undefined)
      found.push({ year, span: { start: match.index, end: match.index + match[0].length } });
  }
  return found;
}

/** 十四 → 2025: the last year of the 14th five-year period. */
export function fiveYearEnd(nth: string | undefined): number | undefined {
  const number = nth === undefined ? undefined : fromChinese(nth);
  return number === undefined || number < 6 || number > 30 ? undefined : fiveYearPeriod(number).to;
}

/** A time without a year, or one that recurs: 年底前, 每年, 三年内. It says when, so that no year is missing. */
export const TIMED =
  /每(?:学?年|月|周|天|日|学期|季度|两年|三年)|逐年|年均|历年|年内|今年|明年|本年度?|当年|全年|年底|年末|年度|学年|学期|月底|月前|月份|季度|上半年|下半年|近期|期末|届时|规划期|[一二三四五六七八九十两\d]年(?:内|左右|时间|行动|计划)|周期内|[一二三四五六七八九十]五[”"]?(?:时期|期间|末)|暑[假期]|寒假|同步|长期|[一二三四五六七八九十\d]{1,2}月(?:底|前|中旬|上旬|下旬|\d)/;
