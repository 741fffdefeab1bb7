import type { ParagraphRule, Remark } from "../../rule.js";
import { likelyFix, spanOf } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

/**
 * 26年秋季, 21年底: two digits and 年 with a word that only a year of the calendar has behind it. 连续22年秋季征兵 and 实施15年初见成效
 * count years; 2O26年 has a letter for its nought, and is told as that.
 */
const SHORT =
  /(?<![\da-zA-Zａ-ｚＡ-Ｚ.,．/／〇零一二三四五六七八九十百千万亿近约满达超过用了这前后建办从续持历经逾时隔第历长共计限期效龄—–～~\-])\d{2}年(?:底(?![蕴子气线色座])|末(?![位端梢尾])|初(?![中级步心衷期次见显具露成定始创建])|度(?![假过])|[春夏秋冬]季|[上下]半年|(?:1[0-2]|[1-9])月(?!龄))/g;
const SHORT_END = /(?<!\d)((?:19|20)\d\d)(?:[—–\-～~]|年?至)(\d{2})年(?!级|制|期)/g;
/** What only a year of the calendar has behind it, and no count of years. */
const CALENDAR = "(?:底(?![蕴子气线色座])|末(?![位端梢尾])|[上下]半年|(?:1[0-2]|[1-9])月(?!龄))";
/**
 * 22026年, 20226年: five digits, a key was hit twice. Not 20000年, an age of long ago. 202年底: three, a key was missed; the end
 * of 东汉 and of anything before Christ is written so.
 */
const OF_FIVE =
  /(?<![\d.．/—–～~\-约今近前]|\d[,，])(?:20(?!\d00)\d{3}|2[1-9]0[0-4]\d)年(?!前|以前|历史|[以之]?来)/g;
const OF_THREE = new RegExp(`(?<![\\d.．/—–～~\\-a-zA-Z元前]|\\d[,，])2\\d{2}年(?=${CALENDAR})`, "g");
/** 2026底前: the year went without its 年. */
const WITHOUT =
  /(?<![\d.．〔（(A-Za-z/—–～~\-]|\d,)20[2-4]\d(?=[底末](?:前|[，、；。]|完成|实现|全|建成|达到|基本))/g;

export const numberYear: ParagraphRule = {
  id: "number-year",
  subject: "words",
  scope: "paragraph",
  wants: [["年"], ["0123456789", "底末"]],
  severity: "warning",
  title: { "zh-CN": "年份写全四位", en: "Years have four digits" },
  why: {
    "zh-CN":
      "“26年”既像年份又像年数；公文存档多年后更难分辨。“22026年”“202年底”多敲、少敲了数字，“2026底”漏了“年”。",
    en: "Two digits may be a year or a number of years, the more so when the file is read decades later. 22026年 has a digit too many, 202年底 one too few, and 2026底 lacks its 年.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.1.4", en: "GB/T 15835-2011 5.1.4" },
  texts: {
    "zh-CN": {
      short: "年份应写全：“{right}”。",
      digits: "年份是四位数字，这里是“{found}”。",
      fix: "改为“{right}”",
    },
    en: {
      short: "Write the year in full: “{right}”.",
      digits: "A year has four digits; this is “{found}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    {
      bad: "确保⟦26年⟧秋季学期投入使用。",
      good: "确保2026年秋季学期投入使用。近10年初中毕业生有20年教龄的教师。",
    },
    { bad: "⟦2019—21年⟧完成改造。", good: "2019—2021年完成改造。" },
    { bad: "到⟦22026年⟧，覆盖率达到90%。", good: "到2026年，覆盖率达到90%。" },
    { bad: "⟦2026⟧底前完成验收。", good: "2026年底前完成验收。" },
  ],
  check({ text }) {
    return [...(countsOdd(text) ? oddYears(text) : []), ...(/\d[底末]/.test(text) ? withoutYear(text) : [])];
  },
};

/** Most years have four digits, and nothing more is asked of them. */
function countsOdd(text: string): boolean {
  for (let at = text.indexOf("年"); at !== -1; at = text.indexOf("年", at + 1)) {
    let from = at;
    while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
    const digits = at - from;
    if (digits === 2 || digits === 3 || digits === 5) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function* oddYears(text: string): Generator<Remark> {
  for (const match of matchesIn(text, SHORT)) {
    const { start } = spanOf(match);
    const value = Number(match[0].slice(0, 2));
    if (value > 49 && value < 80) continue;
    yield remark(start, 3, (value < 50 ? "20" : "19") + text.slice(start, start + 3));
  }
  for (const match of matchesIn(text, SHORT_END)) {
    const [found, first = "", end = ""] = match;
    if (Number(end) <= Number(first.slice(2))) continue;
    const right = found.slice(0, -3) + first.slice(0, 2) + end + "年";
    yield remark(match.index, found.length, right);
  }
  for (const match of [...matchesIn(text, OF_FIVE), ...matchesIn(text, OF_THREE)]) yield wrongDigits(match);
}

function withoutYear(text: string): Remark[] {
  return matchesIn(text, WITHOUT).map(({ 0: year, index }) => remark(index, year.length, `${year}年`));
}

/** With a digit too many it is that year, or one of those, that is left without one of them. */
function wrongDigits(match: RegExpMatchArray): Remark {
  const [found] = match;
  const span = spanOf(match);
  const years = [...found.slice(0, -1)].map((_, i) => found.slice(0, i) + found.slice(i + 1, -1));
  const likely = [...new Set(years)].filter((year) => /^20[1-4]\d$/.test(year));
  return {
    span,
    message: { key: "digits", fill: { found } },
    fixes: likely.map((year) => likelyFix([{ span, newText: `${year}年` }], { right: `${year}年` })),
  };
}

function remark(start: number, length: number, right: string): Remark {
  const span = { start, end: start + length };
  return {
    span,
    message: { key: "short", fill: { right } },
    fixes: [likelyFix([{ span, newText: right }], { right })],
  };
}
