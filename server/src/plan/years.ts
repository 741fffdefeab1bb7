import { fromChinese } from "../text/numerals.js";
import { countPassing } from "../text/bisect.js";
import type { Span } from "../text/span.js";
import { matchesIn } from "../text/matches.js";
import { withOne } from "../text/withOne.js";
import { SIGN, signsIn } from "./signs.js";

/** A time by which something is due, as a stretch of text names it. */
export interface DueYear {
  readonly year: number;
  readonly span: Span;
  /** True where the words speak of a term (到2027年, 2026年底前), false for a bare 2024年新增…, which may report as well. */
  readonly explicit: boolean;
}

/** The first year of the five-year period number `nth`: the 14th is 2021–2025. */
export function fiveYearPeriod(nth: number): { from: number; to: number } {
  return { from: 1951 + (nth - 1) * 5 + 5, to: 1955 + (nth - 1) * 5 + 5 };
}

/** 十四 → 2025: the last year of the 14th five-year period. */
export function fiveYearEnd(nth: string | undefined): number | undefined {
  const number = nth === undefined ? undefined : fromChinese(nth);
  return number === undefined || number < 6 || number > 30 ? undefined : fiveYearPeriod(number).to;
}

const YEAR =
  /((?:19|20)\d\d)(?:\s?年?\s?(?:[—–\-~～－]{1,2}|至|到)\s?((?:19|20)\d\d))?(?:\s?(年年底|年底|年末|年终|学年|年度|年|底|末)(?:\s?\d{1,2}\s?月(?:\d{1,2}日)?)?(?:底|末|[上中下]旬|春季|秋季|开学|年底)*(?:以?之?前|内)?)?/g;
const FIVE_YEARS =
  /[“"]?([一二三四五六七八九十]{2})五[”"]?(?:时期|期间|末|期末|规划期末?|规划期末|(?=累计|年均|总共))/g;

/** Before a year: it is where one starts from or compares with, not where one must arrive. */
const BASE_BEFORE = /(?:较|比|与|同|从|自|由|以|截[至止]到?|对照|根据|按照)\s?$/;
/** Before a year: what begins a line, 1.2028年底前 or ——2028年. */
const BULLET = /^\s*(?:[A-Z]?\d{1,2}\.|[—－-]{1,2})$/;
/** After a year: a beginning, a document, a base; which things are meant, 2025年未完成的. */
const NOT_DUE_AFTER =
  /^\s?(?:起|以来|以后|之后|开始|修订|版|第|印发|出台|发布|颁布|公布|工作|基数|水平|底?的(?!(?:主要|总体|具体|发展|工作)*(?:目标|指标))|[^，。；]{0,6}(?:基础上|相比|同期)|尚?未[^，。；\d]{1,6}的|已[^，。；\d]{1,6}的(?!\s?\d))/;

/** 二、2026年工作计划: the head of a chapter dates what it lists. */
const CHAPTER_BEFORE = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]{1,2}\s*$/;
const CHAPTER_AFTER = /^度?工作(?:计划|打算|思路|安排|设想|部署)\s*$/;

/** 由2025年的38%提高到2030年的42%: the level of that year, in a report as in a plan. */
const REACHED_BEFORE = /(?:提高|提升|增加|增长|上升|扩大|下降|降低|降|减少|缩小)[到至]\s?$/;
/** Of 2030年底 only 2030年 is said, so that it reads as no term. */
const REACHED_YEAR = "2030年".length;
const REACHED_AFTER = /^[底末]?的\s?约?\d/;

/** The years in a stretch of text by which something is to be done, in order: 到2027年, 2026年底前, “十五五”末. */
export function dueYears(text: string, signs = signsIn(text)): readonly DueYear[] {
  if ((signs & (SIGN.century | SIGN.fiveYears)) === 0) return NO_YEARS;
  let found: DueYear[] | undefined;
  for (const match of matchesIn(text, YEAR)) {
    const one = dueYear(text, match);
    if (one) found = withOne(found, one);
  }
  if ((signs & SIGN.fiveYears) === 0) return found ?? NO_YEARS;
  for (const match of matchesIn(text, FIVE_YEARS)) {
    const year = fiveYearEnd(match[1]);
    if (year === undefined || isBase(text, match)) continue;
    const explicit = match[0].endsWith("末");
    const span = { start: match.index, end: match.index + match[0].length };
    found = withOne(found, { year, explicit, span });
  }
  return found?.sort((a, b) => a.span.start - b.span.start) ?? NO_YEARS;
}

const NO_YEARS: readonly DueYear[] = [];

/** 较“十四五”末提高2个百分点: what it is compared with. */
function isBase(text: string, { 0: written, index }: RegExpExecArray): boolean {
  const after = text.slice(index + written.length, index + written.length + 14);
  return BASE_BEFORE.test(text.slice(Math.max(0, index - 6), index)) || NOT_DUE_AFTER.test(after);
}

function dueYear(text: string, match: RegExpExecArray): DueYear | undefined {
  const [written, from, to, suffix] = match;
  const start = match.index;
  const end = start + written.length;
  const before = text.slice(Math.max(0, start - 42), start);
  const last = before.at(-1) ?? "";
  if (/[\d.A-Za-z〔[（(\-—/]/.test(last) && !(/[（(]/.test(last) && suffix) && !BULLET.test(before))
    return undefined;
  const after = text.slice(end, end + 14);
  const arrives = /[到至]\s?$/.test(before) && !/截[至止]到?\s?$/.test(before);
  if (suffix === undefined && !(arrives ? /^\s?[，,\d底末]/ : /^[，,]/).test(after)) return undefined;
  if (/月\d{1,2}日$/.test(written)) return undefined;
  if (isInTitle(before)) return undefined;
  if (to === undefined) {
    if (REACHED_BEFORE.test(before) && REACHED_AFTER.test(after))
      return { year: Number(from), explicit: false, span: { start, end: start + REACHED_YEAR } };
    const opensChapter = CHAPTER_AFTER.test(after) && CHAPTER_BEFORE.test(before);
    if (BASE_BEFORE.test(before) || (NOT_DUE_AFTER.test(after) && !opensChapter)) return undefined;
  }
  // 综合高中2所（2028年）: a year in a bracket of its own.
  const isBracketed = /[（(]/.test(last) && /^[）)]/.test(after);
  const explicit =
    isBracketed ||
    arrives ||
    to !== undefined ||
    /[前底末内终]$/.test(written) ||
    /(?:力争|争取|展望)\s?$/.test(before);
  return {
    year: Number(to ?? from),
    explicit,
    span: { start: arrives ? withArrival(before, start) : start, end },
  };
}

/** 提高到2030年的, 提高到2030年底的 → 提高到: the year that stands between a verb and its level is taken out. */
export function withoutYearOfLevel(before: string): string {
  const written = /20\d\d年[底末]?的$/.exec(before);
  if (!written) return before;
  const verb = before.slice(0, written.index);
  return REACHED_BEFORE.test(verb) ? verb : before;
}

/** Where 到 begins before a year. */
function withArrival(before: string, start: number): number {
  return start - (before.length - before.search(/[到至]\s?$/));
}

/** 《三年行动计划（2024—2026年）》. A title ends with its sentence: its closing mark may be missing in a half-typed draft. */
export function isInTitle(before: string): boolean {
  const open = before.lastIndexOf("《");
  return open > before.lastIndexOf("》") && !before.includes("。", open);
}

/** A time without a year, or one that recurs: 年底前, 每年, 三年内. It says when, so that no year is missing. */
export const TIMED =
  /每(?:学?年|月|周|天|日|学期|季度|[两三]年)|逐年|年均(?!浓度|值|气温|水平|降[水雨])|历年|年内|[今明]年|[本当全]年|年[底末]|年度|学[年期]|月[底前份]|季度|[上下]半年|[近期]期|期末|到期|届时|规划期|[一二三四五六七八九十两\d]\s?年(?:内|左右|时间|行动|计划|来)|[三五]年(?!毛|制|级|一贯|以上|教育|来的)|今后|周期内|五[”"]?(?:时期|期间|末)|[暑寒]假|同步(?=[\u4e00-\u9fff])|长期|常年|[一二三四五六七八九十\d]月/;

/** The index of the last year that begins before an offset; -1 where none does. */
export function lastYearBefore(years: readonly Pick<DueYear, "span">[], offset: number): number {
  return countPassing(years.length, (i) => (years[i]?.span.start ?? Infinity) < offset) - 1;
}
