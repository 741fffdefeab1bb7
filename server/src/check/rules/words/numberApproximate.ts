import type { ParagraphRule } from "../../rule.js";
import { likelyFix, spanOf } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

/** 约…余, 近…多, 超过…左右, …以上左右: the number is made vague twice. Not 签约30余个, 集约5000多亩, nor 近10多年来, the last years. */
const TWICE =
  /(?<![大合预节条契特制靠附远接邻相临最简签集履违续邀毁解公民新租失爽守缔赴和盟婚隐网商就贴逼走抵])(?!近\d{1,3}[余多](?:年|个月|天))(?:约|近|大约|将近|近乎)(\d[\d,.]{0,8}[十百千万亿]{0,2})(?:余|多|左右|上下)(?=[\u4e00-\u9fff])/g;
const BOTH =
  /(\d[\d,.]{0,8}[%％十百千万亿]{0,2}[个名所项人家]?)(以上|以下|以内)(?:左右|上下(?![游级班联同浮班车午]))/g;

export const numberApproximate: ParagraphRule = {
  id: "number-approximate",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["近约乎", "0123456789"],
    ["上下内", "左上"],
  ],
  severity: "hint",
  title: { "zh-CN": "概数只表示一次", en: "A number is made vague once" },
  why: {
    "zh-CN": "“约100余家”“90%以上左右”前后矛盾，是常见病句。",
    en: "About and over, above and around contradict each other.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { twice: "概数表示了两次，应作“{right}”。", fix: "改为“{right}”" },
    en: { twice: "The number is made vague twice; “{right}” is enough.", fix: "Change to “{right}”" },
  },
  examples: [
    { bad: "走访⟦约100余⟧家企业，覆盖率达到⟦90%以上左右⟧。", good: "走访100余家企业，覆盖率达到90%以上。" },
  ],
  *check({ text }) {
    if (!/[近约]\d|以[上下内][左上]/.test(text)) return;
    for (const match of matchesIn(text, TWICE)) {
      const tail = /(?:余|多)$/.exec(match[0])?.[0];
      const right = tail ? `${match[1]}${tail}` : match[0].replace(/左右$|上下$/, "");
      const span = spanOf(match);
      yield {
        span,
        message: { key: "twice", fill: { right } },
        fixes: [likelyFix([{ span, newText: right }], { right })],
      };
    }
    for (const match of matchesIn(text, BOTH)) {
      const right = `${match[1]}${match[2]}`;
      const span = spanOf(match);
      yield {
        span,
        message: { key: "twice", fill: { right } },
        fixes: [likelyFix([{ span, newText: right }], { right })],
      };
    }
  },
};
