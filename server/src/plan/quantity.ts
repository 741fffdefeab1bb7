import type { Span } from "../text/span.js";
import { matchesIn } from "../text/matches.js";

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
  /** 全覆盖 and 翻番 are values without a digit. */
  readonly isWord: boolean;
}

/** Longest first, so that 个百分点 is not read as 个. Durations, prices and marks are left out: they are norms. */
const UNITS =
  "个?百分点|%|％|﹪|‰|倍|个工作日|人次|人|名|位|户|家|个|处|所|套|台|辆|艘|条|项|件|门|节|场次|场|次|班次|班|间|张|册|本|部|批|对|支|片|块|座|栋|幢|株|头|亩|公里|千米|米|平方米|平方公里|立方米|㎡|吨|斤|公斤|公顷|元|年|岁|天|学位|床位|工位|盏|口|宗|起|眼|羽|只|枚|千瓦时?|千伏安|吨标准煤|微克\\/立方米";
const QUANTITY = new RegExp(
  // A year and nothing more is passed over at once: half of all numbers are.
  "(?<!\\d)(?!(?:19|20)\\d\\d年(?![\\s余多—~～\\-–－至到以及之左上(（]))(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?\\s?(万亿|亿|万|千|百)?\\s?[余多]?\\s?" +
    `(?:(?:${UNITS})?\\s?(?:—{1,2}|[~～\\-–－]|至|到)\\s?(\\d+(?:\\.\\d+)?)\\s?(万|亿)?)?\\s?[余多]?\\s?` +
    `(${UNITS})?[余多]?(?:\\s?((?:及|\\(含\\)|（含）)?(?:以上|以下|以内)|之内|左右|上下))?`,
  "g",
);
/** Nothing of 12.5, A3, 第3, 2+1, 〔2021 is a quantity. */
const GLUED_BEFORE = /[\d.A-Za-z+＋第〔\-—/×:：_·]/;
const GLUED_AFTER = /^(?:[+＋\d〕A-Za-z×·]|[号期届]|个?(?:月|小时|学时|课时|分钟|星期|多月))/;
const SCALES: ReadonlyMap<string, number> = new Map([
  ["百", 1e2],
  ["千", 1e3],
  ["万", 1e4],
  ["亿", 1e8],
  ["万亿", 1e12],
]);
const WORDS = /全覆盖|翻(?:[一两])?番/g;

/** Every quantity of a text, in order. A text without digits costs one look. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of matchesIn(text, QUANTITY)) {
    const one = quantityOf(text, match);
    if (one) found.push(one);
  }
  if (!text.includes("全覆盖") && !text.includes("翻")) return found;
  for (const match of matchesIn(text, WORDS)) found.push(wordQuantity(match));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const unit = match[6];
  if (unit === undefined) return undefined;
  const start = match.index;
  const end = start + match[0].length;
  const before = text[start - 1] ?? "";
  if (
    GLUED_BEFORE.test(before) &&
    !(/[：:—]/.test(before) && text[start - 2] !== "—" && !/\d/.test(text[start - 2] ?? ""))
  )
    return undefined;
  if (GLUED_AFTER.test(text.slice(end, end + 4)) && !/^[oO]/.test(text.slice(end, end + 1))) return undefined;
  if (unit === "年" && /^(?:19|20)\d\d$/.test(match[1] ?? "")) return undefined;
  return {
    span: { start, end },
    unit: unit === "％" || unit === "﹪" ? "%" : unit,
    isRate: /[%％﹪‰倍]|百分点/.test(unit),
    number: match[4] === undefined ? numberOf(match, unit) : undefined,
    bound: match[7] ?? "",
    isRange: match[4] !== undefined,
    isWord: false,
  };
}

function numberOf(match: RegExpExecArray, unit: string): number | undefined {
  const [, digits = "", decimals = "", scale = ""] = match;
  const base = Number((digits.includes(",") ? digits.replaceAll(",", "") : digits) + decimals);
  if (!Number.isFinite(base)) return undefined;
  // A whole number of pieces has nothing to be rounded.
  if (scale === "" && decimals === "" && base < 1e15 && !/[%％﹪‰]|百分点/.test(unit)) return base;
  if (/[%％﹪]|百分点/.test(unit)) return Number((base / 100).toPrecision(12));
  if (unit === "‰") return Number((base / 1000).toPrecision(12));
  return Number((base * (SCALES.get(scale) ?? 1)).toPrecision(15));
}

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
