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

export const numberYear: ParagraphRule = {
  id: "number-year",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["年", "底末初度春夏秋冬上下123456789"],
    ["—–-～~至", "0123456789"],
  ],
  severity: "warning",
  title: { "zh-CN": "年份写全四位", en: "Years have four digits" },
  why: {
    "zh-CN": "“26年”既像年份又像年数；公文存档多年后更难分辨。",
    en: "Two digits may be a year or a number of years, the more so when the file is read decades later.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.1.4", en: "GB/T 15835-2011 5.1.4" },
  texts: {
    "zh-CN": { short: "年份应写全：“{right}”。", fix: "改为“{right}”" },
    en: { short: "Write the year in full: “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [
    {
      bad: "确保⟦26年⟧秋季学期投入使用。",
      good: "确保2026年秋季学期投入使用。近10年初中毕业生有20年教龄的教师。",
    },
    { bad: "⟦2019—21年⟧完成改造。", good: "2019—2021年完成改造。" },
  ],
  *check({ text }) {
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
  },
};

function remark(start: number, length: number, right: string): Remark {
  const span = { start, end: start + length };
  return {
    span,
    message: { key: "short", fill: { right } },
    fixes: [likelyFix([{ span, newText: right }], { right })],
  };
}
