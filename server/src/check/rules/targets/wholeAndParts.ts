import type { Quantity } from "../../../plan/quantity.js";
import { matchesIn } from "../../../text/matches.js";
import type { Part } from "./divisions.js";

/** No two of one set overlap. */
const APART: readonly RegExp[] = [
  /新建|改扩建|(?<!改)扩建|改建|续建|迁建|改造|新开工/g,
  /20\d\d年/g,
  /小学|初中|高中|幼儿园|中职|高校/g,
  /城镇|农村|城市|乡村/g,
  /职工医保|居民医保/g,
  /个体工商户|企业/g,
];
/** Nor do these; but behind a comma such a word may as well tell the next thing: 培训体育教师100名. */
const APART_IN_A_LIST: readonly RegExp[] = [
  /小班|中班|大班|托班/g,
  /男|女/g,
  /体育|美育/g,
  /语文|数学|英语|物理|化学|生物|历史|地理|体育|音乐|美术/g,
  /[一二三四五六七八九]年级/g,
  /[一二三四]季度|[上下]半年/g,
];
/** 其中财政资金600万元，含专项300万元: a sum within a sum, or one of another year. */
const WITHIN = /含|包括|其中|年|[、，](?:另|又)|以[上下内]|用于|安排/;

/** Who pays: behind a comma, too, this is the next share, and no next thing that is told. */
const PAYER =
  /^[，,](?:中央|省级|市级|市本级|县级|区级|县本级|区本级|县[(（]?[市、]?区[)）]?级?|镇级|乡镇|街道|村级|学校|社会|企业)(?:财政|自筹|配套|投入|补助|资金|承担|出资){0,2}$/;

/** Sums of decimals are not exact. */
const TINY = 1e-9;
const MYRIAD = 10_000;
/** Shares that go far beyond the whole may be told by two measures at once, and are no slip of one figure. */
const FARTHEST_SLIP = 0.25;
const MOST_OF_IT = 0.6;

/** The parts add up to the figure of their whole, but for a 万 or 亿: 3600亿元 of 1000万元、1200万元、1400万元. */
export function haveOtherScale(parts: readonly Part[], whole: Quantity): boolean {
  const most = whole.number ?? 0;
  const sum = sumOf(parts);
  return parts.length > 1 && (isNear(sum, most * MYRIAD) || isNear(sum * MYRIAD, most));
}

/** Parts that cannot overlap, whose sum is more than their whole. */
export function exceedTogether(parts: readonly Part[], { number: most = 0, unit }: Quantity): boolean {
  if (sumOf(parts) <= most * (1 + TINY) || mayCountOn(parts, most)) return false;
  return areApart(parts) || (unit === "元" && areShares(parts, most));
}

/** A further part, and not the next thing that is told: 其中县级5名，看望群众100名. */
export function goesOn({ words }: Part): boolean {
  return words.startsWith("、") || APART.some((set) => matchesIn(words, set).length > 0);
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((total, { quantity }) => total + (quantity.number ?? 0), 0);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) * TINY;
}

/** 其中县级2100万元、镇级800万元、村级400万元 of 3200万元: money that one list, or each who pays, shares out is spent once. */
function areShares(parts: readonly Part[], most: number): boolean {
  return (
    parts.length > 1 &&
    sumOf(parts) <= most * (1 + FARTHEST_SLIP) &&
    parts.every(
      ({ words }, i) => (i === 0 || words.startsWith("、") || PAYER.test(words)) && !WITHIN.test(words),
    )
  );
}

/** 其中2026年10所、2027年20所、2028年30所 of 30: each year's number may hold those of the years before. */
function mayCountOn(parts: readonly Part[], most: number): boolean {
  const numbers = parts.map(({ quantity }) => quantity.number ?? 0);
  const rises = numbers.every((one, i) => i === 0 || one > (numbers[i - 1] ?? 0));
  return (
    rises &&
    (numbers.at(-1) ?? 0) > most * MOST_OF_IT &&
    parts.every(({ words }) => /20\d\d年|季度|半年/.test(words))
  );
}

/** True for two and more parts, each called by another word of one set. */
function areApart(parts: readonly Part[]): boolean {
  return (
    parts.length > 1 &&
    [...APART, ...APART_IN_A_LIST].some((set) => {
      const words = parts.map((part) => matchesIn(part.words, set).map(([word]) => word));
      return (
        words.every((own) => own.length === 1) && new Set(words.map(([word]) => word)).size === parts.length
      );
    })
  );
}
