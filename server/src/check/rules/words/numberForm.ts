import type { ParagraphRule } from "../../rule.js";
import { likelyFix, spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

interface Form {
  readonly key: string;
  readonly pattern: RegExp;
  readonly right: (found: string) => string;
  readonly isSure: boolean;
}

const FORMS: readonly Form[] = [
  // 12，000人: a full-width comma ends a clause, it does not group digits. 列全省第5，200个项目 and 进入前10，500万元 are two numbers.
  {
    key: "group",
    pattern: /(?<![\d.，,第前列居A-Za-z-])[1-9]\d{0,2}，[0-9]00(?=[元人名个户所家册套件株亩份吨万])/g,
    right: (found) => found.replace("，", ","),
    isSure: false,
  },
  {
    key: "year",
    // 1,200年 and 2,000年的历史 are spans of time.
    pattern:
      /(?<![\d,])(?:1,9|2,0)\d{2}年(?=[\u4e00-\u9fff\d，。；、）]|$)(?!的?(?:历史|古|文|以上|左右|前|来))/g,
    right: (found) => found.replace(",", ""),
    isSure: true,
  },
  {
    key: "point",
    // 3·15万人 is a day, 达到50。30%的村 two sentences.
    pattern:
      /(?<!\d)\d{1,4}(?:[。．]\d{1,2}(?=[%％](?!的|以上)|[万亿])|·(?:\d[%％]|\d{2}[%％]|\d(?=[万亿])))/g,
    right: (found) => found.replace(/[。·．]/, "."),
    isSure: true,
  },
  {
    key: "zero",
    // 二.10个项目: at the head of a line the point belongs to a number.
    pattern: /(?<=[\u4e00-\u9fff])(?<!^\s?[一二三四五六七八九十]{1,3})\.\d{1,3}(?=[%％万亿个米公])/g,
    right: (found) => `0${found}`,
    isSure: false,
  },
];

export const numberForm: ParagraphRule = {
  id: "number-form",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["0123456789", "，,。·．"],
    [".", "0123456789"],
  ],
  severity: "warning",
  title: { "zh-CN": "小数点和千分撇的写法", en: "Decimal point and grouping" },
  why: {
    "zh-CN": "“12，000人”会读成两个数，“8。5%”“.5%”会读错。",
    en: "A full-width comma or stop inside a number cuts it in two.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.1.1、5.1.2", en: "GB/T 15835-2011 5.1.1, 5.1.2" },
  texts: {
    "zh-CN": {
      group: "数字分节用半角逗号：“{right}”。",
      year: "年份不分节：“{right}”。",
      point: "小数点用半角圆点：“{right}”。",
      zero: "小数点前的0不省略：“{right}”。",
      fix: "改为“{right}”",
    },
    en: {
      group: "Digits are grouped by a half-width comma: “{right}”.",
      year: "A year is not grouped: “{right}”.",
      point: "The decimal point is a half-width dot: “{right}”.",
      zero: "The 0 before the decimal point is kept: “{right}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    { bad: "惠及⟦12，000⟧人，增长⟦8。5⟧%。", good: "惠及12,000人，增长8.5%。新建2所，100名教师到岗。" },
  ],
  *check({ text }) {
    if (!/\d[，,。·．]\d|[\u4e00-\u9fff]\.\d/.test(text)) return;
    for (const { key, pattern, right, isSure } of FORMS) {
      for (const match of matchesIn(text, pattern)) {
        const span = spanOf(match);
        const fill = { right: right(match[0]) };
        const edits = [{ span, newText: fill.right }];
        yield {
          span,
          message: { key, fill },
          fixes: [isSure ? sureFix(edits, fill) : likelyFix(edits, fill)],
        };
      }
    }
  },
};
