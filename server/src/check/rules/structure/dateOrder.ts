import { matchesIn } from "../../../text/matches.js";
import type { Span } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";

const TO = "[^\\S\\r\\n]?(?:—{1,2}|[-－–~～]|至|到)[^\\S\\r\\n]?";
const YEAR = "(?:19|20)\\d\\d";
/** 2026年3月至2026年6月, 3月5日—3月20日: two ends, the second of which may go without its year. */
const MONTHS = new RegExp(
  `(?<!\\d)(?:(${YEAR})年)?(\\d{1,2})月(?:(\\d{1,2})日)?起?${TO}(?:(${YEAR})年)?(\\d{1,2})月(?:(\\d{1,2})日)?`,
  "g",
);
/** 2026—2030年. */
const YEARS = new RegExp(`(?<![\\d〔第.]|[A-Za-z]\\s?)(${YEAR})年?${TO}(${YEAR})年(?!\\d)`, "g");
/** 2026年13月. */
const NO_MONTH = /(?<=(?<!\d)(?:19|20)\d\d)年(?:00|1[3-9]|[2-9]\d)月/g;
/** 13月底, 19月15日. Not 18月龄 and 6—18月, which count months. */
const NO_MONTH_ALONE =
  /(?<![\d.．/第满近约逾达—－–~～至到-]|\d年)(?:1[3-9]|[2-9]\d)月(?=底|末|份|初[，。；、]|[上中下]旬|\d{1,2}日)/g;
/** 12月31前: the day went without its 日. */
const NO_DAY = /(?<![\d.．/])(?:1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])(?=前(?!后))/g;
/** 4月一10月, 3月5日一12日: the numeral for a dash that looks like it. */
const NO_DASH = /(?<=\d月(?:\d{1,2}日)?)一(?=\d{1,2}[月日])/g;
/** Most months are none of these. */
const MAY_BE_ODD = /(?:00|1[3-9]|[2-9]\d)月|月\d{1,2}前|[月日]一\d/;
const SPANS = /[\d年月日起][^\S\r\n]?[-—－–~～至到][^\S\r\n]?—?\d/;

export const dateOrder: ParagraphRule = {
  id: "date-order",
  subject: "structure",
  scope: "paragraph",
  wants: [["0123456789年月日起 　", "—－-–~～至到月"]],
  severity: "warning",
  title: { "zh-CN": "起止时间不颠倒，月份存在", en: "Spans of time run forward, and months exist" },
  why: {
    "zh-CN":
      "“2026年9月至2026年6月”止在起之前，多半是沿用上年文稿时只改了一头的年份；“2026年13月”没有这个月，“12月31前”漏了“日”，“4月一10月”里的“一”应是一字线。只比两头都看得出先后的：都写了年份，或是同一个月里的两天；“12月20日至1月5日”跨年，不算。",
    en: "A span that ends before it begins was mostly mended at one end only. 2026年13月 is no month, 12月31前 lacks its 日, and 一 is no dash. Compared are spans that give the year twice, or two days of one month; a span from December to January runs over the new year.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      back: "起止时间颠倒：“{found}”止在起之前。",
      none: "没有“{found}”这个月。",
      day: "“{found}”后面漏了“日”。",
      dash: "起止之间是一字线，不是汉字“一”。",
      fix: "改为“{right}”",
    },
    en: {
      back: "“{found}” ends before it begins.",
      none: "There is no month like “{found}”.",
      day: "“{found}” lacks its 日.",
      dash: "Between the ends stands a dash, not the numeral 一.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    {
      bad: "一、进度安排\n1.启动阶段。⟦2026年3月至2025年6月⟧，动员部署。",
      good: "一、进度安排\n1.启动阶段。2026年3月至2026年6月，动员部署。",
    },
    { bad: "⟦2026年13月⟧前完成。", good: "2026年12月前完成，12月20日至1月5日总结。" },
    { bad: "4月⟦一⟧10月实施，⟦12月31⟧前总结。", good: "4月—10月实施，12月31日前总结。" },
  ],
  check({ text }) {
    const none = MAY_BE_ODD.test(text) ? oddMonths(text) : [];
    if (!SPANS.test(text)) return none;
    const back = [
      ...matchesIn(text, MONTHS).filter(runsBack),
      ...matchesIn(text, YEARS).filter(yearsRunBack),
    ];
    const ends = back.map(({ 0: found, index }) =>
      told(text, { start: index, end: index + found.length }, "back"),
    );
    return [...none, ...ends];
  },
};

/** Both ends with a year, or both in one month of one year. */
function runsBack([, year, month, day, endYear, endMonth, endDay]: RegExpExecArray): boolean {
  const days = day !== undefined && endDay !== undefined ? Number(endDay) - Number(day) : 0;
  const months = Number(endMonth) - Number(month);
  if (year !== undefined && endYear !== undefined)
    return (Number(endYear) - Number(year) || months || days) < 0;
  return endYear === undefined && months === 0 && days < 0;
}

function yearsRunBack([, year, endYear]: RegExpExecArray): boolean {
  return Number(endYear) < Number(year);
}

function told(text: string, span: Span, key: "back" | "none"): Remark {
  return { span, message: { key, fill: { found: text.slice(span.start, span.end) } } };
}

function oddMonths(text: string): Remark[] {
  return [
    ...matchesIn(text, NO_MONTH).map(({ 0: found, index }) =>
      told(text, { start: index - 4, end: index + found.length }, "none"),
    ),
    ...matchesIn(text, NO_MONTH_ALONE).map((match) => told(text, spanOf(match), "none")),
    ...matchesIn(text, NO_DAY).map((match) => mended(match, "day", `${match[0]}日`)),
    ...matchesIn(text, NO_DASH).map((match) => mended(match, "dash", "—")),
  ];
}

function spanOf({ 0: found, index }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

function mended(match: RegExpExecArray, key: "day" | "dash", right: string): Remark {
  const span = spanOf(match);
  return {
    span,
    message: { key, fill: { found: match[0] } },
    fixes: [{ title: { key: "fix", fill: { right } }, edits: [{ span, newText: right }], safe: false }],
  };
}
