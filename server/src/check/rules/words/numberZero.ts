import type { ParagraphRule } from "../../rule.js";
import { spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const YEAR = /[一二][九〇零○ОＯO0][〇零○ОＯO0一二三四五六七八九]{2}(?=年)/g;

export const numberZero: ParagraphRule = {
  id: "number-zero",
  subject: "words",
  scope: "paragraph",
  wants: [["一二", "九〇零○ОＯO0"]],
  severity: "hint",
  title: { "zh-CN": "汉字年份里的〇", en: "〇 in years written in Chinese" },
  why: {
    "zh-CN": "年份是编号性的数字，用“〇”不用“零”；圆圈、字母、数字0看着像，检索不到。",
    en: "A year is a code and takes 〇, not 零; a circle, a letter or a digit looks alike but is not found by search.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.2.5", en: "GB/T 15835-2011 5.2.5" },
  texts: {
    "zh-CN": { zero: "年份里的零写作“〇”：“{right}”。", fix: "改为“{right}”" },
    en: { zero: "Zero in a year is 〇: “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "⟦二○二六⟧年工作要点", good: "二〇二六年工作要点" }],
  *check({ text }) {
    for (const match of matchesIn(text, YEAR)) {
      const right = match[0].replace(/[零○ОＯO0]/g, "〇");
      if (right === match[0]) continue;
      const span = spanOf(match);
      yield {
        span,
        message: { key: "zero", fill: { right } },
        fixes: [sureFix([{ span, newText: right }], { right })],
      };
    }
  },
};
