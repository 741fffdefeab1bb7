import type { ParagraphRule, Remark } from "../../rule.js";
import { likelyFix, spanOf } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

/** What numbers of plans count: 约80所左右 is told, 约80度左右 may go by. */
const UNIT =
  "(?:个百分点|[%％‰倍]|平方米|平方公里|公里|公顷|公斤|个月|小时|分钟|人次|户次|场次|工作日|[个名位所处家户项件条套台辆间张册份批支片座栋株亩吨米元年岁天日次场期届班人])?";
const OR_SO = "左右(?![两侧岸邻])";
const AROUND = `(?:${OR_SO}|上下(?![游级班联同浮车午]))`;
/** 约…余, 近…多, 约…左右, 约…以上: the number is made vague twice. Not 签约30余个, 集约5000多亩, nor 近10多年来, the last years. */
const TWICE = new RegExp(
  "(?<![大合预节条契特制靠附远接邻相临最简签集履违续邀毁解公民新租失爽守缔赴和盟婚隐网商就贴逼走抵])(?!近\\d{1,3}[余多](?:年|个月|天))(?:约|近|大约|将近|近乎)" +
    `(?:(\\d[\\d,.]{0,8}[十百千万亿]{0,2}(?:[余多](?=[\\u4e00-\\u9fff])|${UNIT}以上(?!学历|文化|年级)))|\\d[\\d,.]{0,8}[十百千万亿]{0,2}${UNIT}${AROUND})`,
  "g",
);
/** 20多人左右, 90%以上左右. */
const BOTH = new RegExp(
  `(\\d[\\d,.]{0,8}[十百千万亿]{0,2}(?:[余多]${UNIT}|${UNIT}(?:以上|以下|以内)))${OR_SO}`,
  "g",
);

/** 3000余人次以上: over, and above. Not 50余所以上市公司为主的, nor 20余人以上下班. */
const OVER = new RegExp(
  `(?<!\\d)(\\d[\\d,.]{0,8}[十百千万亿]{0,2}[余多](?:${UNIT.replace(/\?$/, "")}))以上(?=$|[，。；、！）)的])`,
  "g",
);

export const numberApproximate: ParagraphRule = {
  id: "number-approximate",
  subject: "words",
  scope: "paragraph",
  wants: [["近约乎", "0123456789"], ["左余"], ["0123456789十百千万亿", "多"]],
  severity: "hint",
  title: { "zh-CN": "概数只表示一次", en: "A number is made vague once" },
  why: {
    "zh-CN": "“约100余家”“约8所左右”“90%以上左右”把概数说了两次，是常见病句。",
    en: "About and over, about and or so, above and around: one of the two is enough.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { twice: "概数表示了两次，应作“{right}”。", fix: "改为“{right}”" },
    en: { twice: "The number is made vague twice; “{right}” is enough.", fix: "Change to “{right}”" },
  },
  examples: [
    {
      bad: "走访⟦约100余⟧家企业，新建学校⟦大约8所左右⟧，培训⟦3000余人次以上⟧，覆盖率达到⟦90%以上左右⟧。",
      good: "走访100余家企业，新建学校大约8所，培训3000余人次，覆盖率达到90%以上。",
    },
  ],
  check({ text }) {
    const isOver = text.includes("以上") && /[余多].{0,5}以上/.test(text);
    if (!isOver && !/[近约]\d|左右/.test(text)) return [];
    const over = isOver ? matchesIn(text, OVER) : [];
    return [...matchesIn(text, TWICE), ...matchesIn(text, BOTH), ...over].map(saidOnce);
  },
};

function saidOnce(match: RegExpExecArray): Remark {
  const right = match[1] ?? match[0].replace(/左右$|上下$/, "");
  const span = spanOf(match);
  return {
    span,
    message: { key: "twice", fill: { right } },
    fixes: [likelyFix([{ span, newText: right }], { right })],
  };
}
