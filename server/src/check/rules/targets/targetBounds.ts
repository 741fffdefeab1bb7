import { replace } from "../../../text/span.js";
import type { ParagraphRule } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";

const VALUE =
  "(?:约|近)?(?:\\d[\\d,.]{0,9}(?:%|％|[十百千万亿]{0,2}UNIT?)|百分之[一二三四五六七八九十百]{1,4}|[一二三四五六七八九十百]{1,4}UNIT)".replaceAll(
    "UNIT",
    "(?:个百分点|人次|平方米|公里|小时|分钟|个月|工作日|[个名人所项家套件户处亩元吨篇门次场天日年米分倍位座株])",
  );
/** 不低于90%以上, 超过100人以上, 不超过5%以内: the bound is said before and behind. Not 超过3公里以内的, which are two bounds. */
const DOUBLE = new RegExp(
  `(?:(不(?:低|少|小)于|至少|超过|突破|高于|多于|不(?:超过|高于|多于|大于)|低于|少于)(${VALUE})及?(?:以上|以下)(?!\\d)|` +
    `(不(?:超过|高于|多于|大于)|低于|少于|至多|最多)(${VALUE})(?:以内|之内)(?![的\\d]))`,
  "g",
);

export const targetBounds: ParagraphRule = {
  id: "target-bounds",
  subject: "targets",
  scope: "paragraph",
  wants: [
    ["以", "上下内"],
    ["之", "内"],
  ],
  severity: "hint",
  title: { "zh-CN": "界限只说一次", en: "A bound is said once" },
  why: {
    "zh-CN": "“不低于90%以上”“不超过5%以内”前后各说一次界限，语义重复。",
    en: "“Not below 90% and above” says its bound twice.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { twice: "界限说了两次，留“{right}”即可。", fix: "改为“{right}”" },
    en: { twice: "The bound is said twice; “{right}” is enough.", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "毛入园率⟦不低于95%以上⟧。", good: "毛入园率不低于95%。" }],
  *check({ text }) {
    if (!/以[上下内]|之内/.test(text)) return;
    for (const match of matchesIn(text, DOUBLE)) {
      const right = `${match[1] ?? match[3]}${match[2] ?? match[4]}`;
      const span = { start: match.index, end: match.index + match[0].length };
      yield {
        span,
        message: { key: "twice", fill: { right } },
        fixes: [{ title: { key: "fix", fill: { right } }, edits: [replace(span, right)], safe: false }],
      };
    }
  },
};
