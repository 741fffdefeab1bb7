import { isAsciiDigit, lettersOf, ANY_SPACE } from "../text/characters.js";
import { matchesIn } from "../text/matches.js";
import type { Span } from "../text/span.js";
import { fromChinese } from "../text/numerals.js";
import { withOne } from "../text/withOne.js";
import { SIGN, signsIn } from "./signs.js";

/** A number with its unit, as the text writes it, before anything is known about what it says. */
export interface Quantity {
  /** From the first digit to the unit or the bound behind it. */
  readonly span: Span;
  readonly number: number | undefined;
  readonly unit: string;
  readonly isRate: boolean;
  /** 以上, 以内, 左右 …; empty where there is none. */
  readonly bound: string;
  readonly isRange: boolean;
  /** 全覆盖 and 翻番 are values that say what they measure. */
  readonly isWord: boolean;
}

const WORD_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Longest first, so that 个百分点 is not read as 个. Durations, prices and marks are left out: they are norms. */
const UNITS =
  "个?百分点|%|％|﹪|‰|倍|个工作日|人次|人日|人天|人|名|位|户次|户|家次|家|个次|个|处|所|套|台|辆|艘|条|项|件|门|节|场次|场|次|班次|班|间|张|册|卷|篇|份|本|部|批次|批|对|支|片|块|座|栋|幢|株|头|亩次|亩|公里|千米|米|平方米|平方公里|立方米|㎡|吨|斤|公斤|公顷|元|年|岁|天|学位|床位|工位|盏|口|宗|起|眼|羽|只|枚|种|类|期|千瓦时?|千伏安|吨标准煤|微克\\/立方米";
const QUANTITY = new RegExp(
  // A year and nothing more is passed over at once: half of all numbers are.
  "(?!(?:19|20)\\d\\d年(?![\\s余多—~～\\-–－至到以及之左上(（]))(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?\\s?(万亿|亿|万|千|百)?\\s?[余多]?\\s?" +
    `(?:(?:${UNITS})?\\s?(?:—{1,2}|[~～\\-–－]|至|到)\\s?(\\d+(?:\\.\\d+)?)\\s?(万|亿)?)?\\s?[余多]?\\s?` +
    `(${UNITS})?[余多]?(?:\\s?((?:及|\\(含\\)|（含）)?(?:以上|以下|以内)|之内|左右|上下))?`,
  "y",
);
/** By the letter behind a run of digits: 1 where a quantity may go on with it. Most runs are a year or a marker. */
const GOES_ON = lettersOf(`.,万亿千百余多~～-–－—至到${ANY_SPACE}${UNITS.replaceAll("|", "")}`);
/** By their first letter the units that may stand right behind a number. Before 百 and 千 it would be a scale, 年 may make a year. */
const PLAIN_UNITS = new Map<number, string[]>();
for (const unit of UNITS.replace("个?", "个").replace("时?", "时|千瓦").replace("\\", "").split("|")) {
  const first = unit.charCodeAt(0);
  if (!"百千年".includes(unit.charAt(0))) PLAIN_UNITS.set(first, [...(PLAIN_UNITS.get(first) ?? []), unit]);
}
/** Behind such a letter more may belong to the quantity than its unit. */
const MAY_FOLLOW_UNIT = lettersOf(`余多及(（以之左上—~～-–－至到${ANY_SPACE}`);
/** Nothing of 12.5, A3, 第3, 2+1, 〔2021 is a quantity. */
const GLUED_BEFORE = lettersOf(`.+＋第〔-—/×:：_·${WORD_LETTERS}`);
const GLUED_AFTER = /^(?:[+＋\d〕A-Za-z×·]|[号期届]|级(?!别)|个?(?:月|小时|学时|课时|分钟|星期|多月))/;
const MAY_BE_GLUED = lettersOf(`+＋〕×·号期届级个月小学课分星多${WORD_LETTERS}`);
/** As powers of ten. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
  ["万亿", 12],
]);
const RATES: ReadonlyMap<string, number> = new Map([
  ["%", -2],
  ["％", -2],
  ["﹪", -2],
  ["百分点", -2],
  ["个百分点", -2],
  ["‰", -3],
  ["倍", 0],
]);
const WORDS = /全覆盖|翻(?:[一两])?番/g;
const NUMERAL = "[一二两三四五六七八九十百零]{1,5}";
/** 百分之九十五, 三分之二以上, 九成: shares without a digit. Two thirds of something are mostly no level. */
const SPELLED = new RegExp(
  `(?:(百分之)(${NUMERAL})(?:点([一二三四五六七八九零]{1,2}))?|([三四五十])分之([一二三四])|(?<=[到于过至近超约])([一二两三四五六七八九])成([一二三四五六七八九半])?)(以上|以下|以内|左右)?(?=[，。；、）\\s]|$)`,
  "g",
);

const ZERO = 0x30;
const NINE = 0x39;

const NONE: readonly Quantity[] = [];

/** Every quantity of a text, in order. */
export function quantitiesIn(text: string, signs = signsIn(text)): readonly Quantity[] {
  let found: Quantity[] | undefined;
  for (let at = (signs & SIGN.digit) === 0 ? text.length : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) continue;
    const start = at;
    while (isAsciiDigit(text, at + 1)) at++;
    if (!goesOn(text, at + 1)) continue;
    const written = plainlyWritten(text, start, at + 1) ?? writtenAt(text, start);
    if (!written) continue;
    at = written.end - 1;
    const one = quantityOf(text, written);
    if (one) found = withOne(found, one);
  }
  if ((signs & SIGN.wordValue) === 0) return found ?? NONE;
  for (const match of matchesIn(text, WORDS)) found = withOne(found, wordQuantity(match));
  for (const match of matchesIn(text, SPELLED)) found = withOne(found, spelledShare(match));
  return found?.sort((a, b) => a.span.start - b.span.start) ?? NONE;
}

/** The parts of a quantity as they stand in the text. */
interface Written {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly decimals: string;
  readonly scale: string;
  readonly unit: string | undefined;
  readonly bound: string;
  readonly isRange: boolean;
}

/** A number right before its unit, 以上 perhaps behind it, and nothing more: so most are written. */
function plainlyWritten(text: string, start: number, digitsEnd: number): Written | undefined {
  let end = digitsEnd;
  if (text[end] === ".")
    do end++;
    while (isAsciiDigit(text, end));
  const unit = PLAIN_UNITS.get(text.charCodeAt(end))?.find((one) => text.startsWith(one, end));
  if (unit === undefined) return undefined;
  const digits = text.slice(start, digitsEnd);
  const decimals = text.slice(digitsEnd, end);
  end += unit.length;
  const bound = text.startsWith("以上", end) ? "以上" : "";
  end += bound.length;
  if (bound === "" && end < text.length && MAY_FOLLOW_UNIT[text.charCodeAt(end)] === 1) return undefined;
  return { start, end, digits, decimals, scale: "", unit, bound, isRange: false };
}

function writtenAt(text: string, start: number): Written | undefined {
  QUANTITY.lastIndex = start;
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [{ length }, digits = "", decimals = "", scale = "", until, , unit, bound = ""] = match;
  return { start, end: start + length, digits, decimals, scale, unit, bound, isRange: until !== undefined };
}

function goesOn(text: string, at: number): boolean {
  if (at >= text.length || GOES_ON[text.charCodeAt(at)] !== 1) return false;
  const isPoint = text[at] === "." || text[at] === ",";
  return !isPoint || isAsciiDigit(text, at + 1);
}

function quantityOf(text: string, written: Written): Quantity | undefined {
  const { start, end, unit, bound, isRange } = written;
  if (unit === undefined) return undefined;
  if (start > 0 && GLUED_BEFORE[text.charCodeAt(start - 1)] === 1 && !isLed(text, start)) return undefined;
  if (end < text.length && MAY_BE_GLUED[text.charCodeAt(end)] === 1) {
    const after = text.slice(end, end + 4);
    if (GLUED_AFTER.test(after) && !/^[oO]/.test(after)) return undefined;
  }
  if (unit === "年" && /^(?:19|20)\d\d$/.test(written.digits)) return undefined;
  // 举办培训12期 counts, 3类重点、1期工程 do not: with a thing behind it it says which one.
  if (SORTS.includes(unit) && !ENDS.includes(text.charAt(end))) return undefined;
  return {
    span: { start, end },
    unit: unit === "％" || unit === "﹪" ? "%" : unit,
    isRate: RATES.has(unit),
    number: isRange ? undefined : numberOf(written, unit),
    bound,
    isRange,
    isWord: false,
  };
}

const SORTS = "种类期";
/** Behind the last letter of a text there is nothing, which every string holds. */
const ENDS = "，。；、！？,;）)\r\n";

/** 其中：3所, 目标—95%: a mark that may stand before a number, unless a number or another dash stands before it. */
function isLed(text: string, start: number): boolean {
  const before = text[start - 2] ?? "";
  return "：:—".includes(text[start - 1] ?? "\0") && before !== "—" && !/\d/.test(before);
}

/** More digits are not exact. */
const EXACT = 12;

function numberOf({ digits, decimals, scale }: Written, unit: string): number | undefined {
  const rate = RATES.get(unit) ?? 0;
  const power = rate === 0 && scale !== "" ? (SCALES.get(scale) ?? 0) : rate;
  // So few digits, a power of ten and their quotient or product are exact, or rounded but once.
  if (decimals === "" && digits.length <= EXACT) {
    const whole = wholeNumber(digits);
    return power < 0 ? whole / 10 ** -power : power === 0 ? whole : whole * 10 ** power;
  }
  const written = (digits.includes(",") ? digits.replaceAll(",", "") : digits) + decimals;
  const base = Number(written);
  if (!Number.isFinite(base)) return undefined;
  // A whole number of pieces has nothing to be rounded.
  if (power === 0 && decimals === "" && base < 1e15) return base;
  if (written.length <= EXACT) return power === 0 ? base : Number(`${written}e${power}`);
  if (power < 0) return Number((base / 10 ** -power).toPrecision(12));
  return Number((base * 10 ** power).toPrecision(15));
}

/** Read letter by letter: to make a number of it, V8 would enter the text in its table first. */
function wholeNumber(digits: string): number {
  let value = 0;
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if (code !== COMMA) value = value * 10 + (code - ZERO);
  }
  return value;
}

const COMMA = ",".charCodeAt(0);

/** 全覆盖 is 100%; 翻一番 is twice, 翻两番 four times. */
function wordQuantity(match: RegExpExecArray): Quantity {
  const covers = match[0] === "全覆盖";
  return {
    span: { start: match.index, end: match.index + match[0].length },
    unit: covers ? "%" : "倍",
    isRate: true,
    number: covers ? 1 : match[0].includes("两") ? 4 : 2,
    bound: "",
    isRange: false,
    isWord: true,
  };
}

/** 九成五 is 95%, 百分之九十五点五 95.5%, 三分之二 two thirds. */
function spelledShare(match: RegExpExecArray): Quantity {
  const [written, percent, whole = "", decimals, parts, of = "", tenths = "", more, bound = ""] = match;
  const number = percent
    ? hundredths(fromChinese(whole), decimals)
    : parts
      ? Number(((fromChinese(of) ?? 0) / (fromChinese(parts) ?? 1)).toPrecision(12))
      : hundredths(
          (fromChinese(tenths.replace("两", "二")) ?? 0) * 10 +
            (more === "半" ? 5 : (fromChinese(more ?? "") ?? 0)),
        );
  const span = { start: match.index, end: match.index + written.length };
  return { span, unit: "%", isRate: true, number, bound, isRange: false, isWord: false };
}

function hundredths(whole: number | undefined, decimals = ""): number | undefined {
  if (whole === undefined) return undefined;
  const behind = [...decimals].map((one) => fromChinese(one) ?? 0).join("");
  return Number(`${whole}${behind === "" ? "" : `.${behind}`}e-2`);
}
