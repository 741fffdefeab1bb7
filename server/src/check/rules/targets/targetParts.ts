import type { Quantity } from "../../../plan/quantity.js";
import { matchesIn } from "../../../text/matches.js";
import type { Span } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { type Division, divisionsIn, type Part } from "./divisions.js";

/** Things of which nothing else is counted by the way. */
const SURE_UNITS = /^(?:所|家|户|座|公里|亩|台|辆|名|栋|元|平方米|套|批次|吨)$/;
/** No two of one set overlap. */
const APART: readonly RegExp[] = [
  /新建|改扩建|(?<!改)扩建|改建|续建|迁建|改造|新开工/g,
  /20\d\d年/g,
  /小学|初中|高中|幼儿园|中职|高校/g,
  /城镇|农村|城市|乡村/g,
  /职工医保|居民医保/g,
  /个体工商户|企业/g,
];

export const targetParts: ParagraphRule = {
  id: "target-parts",
  subject: "targets",
  scope: "paragraph",
  wants: [["其", "中"]],
  severity: "warning",
  title: { "zh-CN": "“其中”不超过总数", en: "Parts do not exceed their whole" },
  why: {
    "zh-CN":
      "“建设30所，其中新建20所、改建15所”，合计超过总数，必有一个数错了。只查明摆着的：一项就超过总数，或各项互不重叠（新建与改建、各年份、小学与初中……）而合计超过总数；合计不足总数的不查。",
    en: "Thirty schools of which twenty are new and fifteen rebuilt: a number is wrong. Told only where one part exceeds the whole, or parts that cannot overlap do so together.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      part: "其中的{part}超过了前面的总数{whole}。",
      sum: "“其中”各项合计超过了前面的总数{whole}。",
      whole: "总数在此",
    },
    en: {
      part: "{part} exceeds the whole, {whole}.",
      sum: "The parts together exceed the whole, {whole}.",
      whole: "The whole",
    },
  },
  examples: [
    {
      bad: "建设农贸市场30座，其中⟦新建20座、改建15座⟧。",
      good: "建设农贸市场35座，其中新建20座、改建15座。",
    },
    { bad: "发展党员15名，其中⟦一线职工20名⟧。", good: "发展党员15名，其中一线职工12名。" },
  ],
  *check({ text }) {
    for (const division of divisionsIn(text)) {
      const remark = excessOf(text, division);
      if (remark) yield remark;
    }
  },
};

function excessOf(text: string, { whole, parts }: Division): Remark | undefined {
  const most = whole.number ?? 0;
  const written = text.slice(whole.span.start, whole.span.end);
  const related = [{ span: whole.span, message: { key: "whole" } }];
  const large = parts.find((part, i) => (part.quantity.number ?? 0) > most && (i === 0 || goesOn(part)));
  if (large) {
    if (!SURE_UNITS.test(whole.unit) && !sharesNoun(text, whole, large)) return undefined;
    const { span } = large.quantity;
    const fill = { part: text.slice(span.start, span.end), whole: written };
    return { span: withWords(large), message: { key: "part", fill }, related };
  }
  const last = parts.at(-1)?.quantity;
  const sum = parts.reduce((total, { quantity }) => total + (quantity.number ?? 0), 0);
  if (!last || sum <= most * (1 + TINY) || !areApart(parts) || mayCountOn(parts, most)) return undefined;
  const start = parts[0] ? withWords(parts[0]).start : last.span.start;
  return { span: { start, end: last.span.end }, message: { key: "sum", fill: { whole: written } }, related };
}

/** 其中2026年10所、2027年20所、2028年30所 of 30: each year's number may hold those of the years before. */
function mayCountOn(parts: readonly Part[], most: number): boolean {
  const numbers = parts.map(({ quantity }) => quantity.number ?? 0);
  const rises = numbers.every((one, i) => i === 0 || one > (numbers[i - 1] ?? 0));
  return (
    rises && (numbers.at(-1) ?? 0) > most * MOST_OF_IT && parts.every(({ words }) => /20\d\d年/.test(words))
  );
}

const MOST_OF_IT = 0.6;

/** Sums of decimals are not exact. */
const TINY = 1e-9;

/** A further part, and not the next thing that is told: 其中县级5名，看望群众100名. */
function goesOn({ words }: Part): boolean {
  return words.startsWith("、") || APART.some((set) => matchesIn(words, set).length > 0);
}

/** From the first word of a part to its number. */
function withWords({ quantity: { span }, words }: Part): Span {
  return { start: span.start - words.replace(/^[，,、：:\s]+/, "").length, end: span.end };
}

/** 网格62个，其中社区网格84个: the part is called what the whole is. */
function sharesNoun(text: string, { span }: Quantity, { words }: Part): boolean {
  const noun = /[\u4e00-\u9fff]{2}$/.exec(text.slice(Math.max(0, span.start - 2), span.start))?.[0];
  return noun !== undefined && words.endsWith(noun);
}

/** True for two and more parts, each called by another word of one set. */
function areApart(parts: readonly Part[]): boolean {
  return (
    parts.length > 1 &&
    APART.some((set) => {
      const words = parts.map((part) => matchesIn(part.words, set).map(([word]) => word));
      return (
        words.every((own) => own.length === 1) && new Set(words.map(([word]) => word)).size === parts.length
      );
    })
  );
}
