import type { Quantity } from "../../../plan/quantity.js";
import type { Span } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { type Division, divisionsIn, type Part } from "./divisions.js";
import { exceedTogether, goesOn, haveOtherScale } from "./wholeAndParts.js";

/** Things of which nothing else is counted by the way. */
const SURE_UNITS = /^(?:所|家|户|座|公里|亩|台|辆|名|栋|元|平方米|套|批次|吨)$/;
export const targetParts: ParagraphRule = {
  id: "target-parts",
  subject: "targets",
  scope: "paragraph",
  wants: [["其", "中"]],
  severity: "warning",
  title: { "zh-CN": "“其中”不超过总数", en: "Parts do not exceed their whole" },
  why: {
    "zh-CN":
      "“建设30所，其中新建20所、改建15所”，合计超过总数，必有一个数错了。只查明摆着的：一项就超过总数，或各项互不重叠（新建与改建、各年份、小学与初中、一串列出的钱款……）而合计超过总数，或合计的数字与总数相同而“万”“亿”不同；合计不足总数的不查。",
    en: "Thirty schools of which twenty are new and fifteen rebuilt: a number is wrong. Told only where one part exceeds the whole, parts that cannot overlap (schools by stage, sums of money in one list) do so together, or they add up to its figure with another 万 or 亿.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      part: "其中的{part}超过了前面的总数{whole}。",
      unit: "“其中”各项合计的数字与总数{whole}相同，单位却差一万倍：“万”“亿”有一处写错。",
      sum: "“其中”各项合计超过了前面的总数{whole}。",
      whole: "总数在此",
    },
    en: {
      part: "{part} exceeds the whole, {whole}.",
      unit: "The parts add up to the figure of the whole, {whole}, but ten thousand times more or less: 万 or 亿 is wrong.",
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
  const isOtherScale = haveOtherScale(parts, whole);
  const large = parts.find((part, i) => (part.quantity.number ?? 0) > most && (i === 0 || goesOn(part)));
  if (large && !isOtherScale) {
    if (!SURE_UNITS.test(whole.unit) && !sharesNoun(text, whole, large)) return undefined;
    const { span } = large.quantity;
    const fill = { part: text.slice(span.start, span.end), whole: written };
    return { span: withWords(large), message: { key: "part", fill }, related };
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || !(isOtherScale || exceedTogether(parts, whole))) return undefined;
  const span = { start: withWords(first).start, end: last.quantity.span.end };
  return { span, message: { key: isOtherScale ? "unit" : "sum", fill: { whole: written } }, related };
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
