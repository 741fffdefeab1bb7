import type { ParagraphRule } from "../../rule.js";
import { likelyFix } from "./mending.js";
import { misspellings } from "./misspellings.js";

/** Seldom meant, yet some write them so, or two words may happen to meet: shown, never changed unasked. */
const words = misspellings(
  {
    随即抽查: "随机抽查",
    随即抽取: "随机抽取",
    截止目前: "截至目前",
    截止到目前: "截至目前",
    部份: "部分",
    防犯: "防范",
    既使: "即使",
    座谈汇: "座谈会",
  },
  {
    部份: /部份[额数]/,
    防犯: /^预|防犯[罪错规险]/,
    既使: /既使(?:用|[^。；]{0,20}[又更])/,
    座谈汇: /座谈汇[报总编集]/,
  },
);

export const termDoubtful: ParagraphRule = {
  id: "term-doubtful",
  subject: "words",
  scope: "paragraph",
  wants: words.wants,
  severity: "hint",
  title: { "zh-CN": "可能用错的词", en: "Words that may be mistaken" },
  why: {
    "zh-CN": "“截止目前”“随即抽查”多是“截至目前”“随机抽查”之误；是否有意，由起草人定。",
    en: "These mostly stand for another word of the same sound; the drafter decides.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { doubtful: "“{found}”是否应作“{right}”？", fix: "改为“{right}”" },
    en: { doubtful: "Should “{found}” be “{right}”?", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "采取⟦随即抽查⟧的办法。", good: "采取随机抽查的办法，报名截止日期另行通知。" }],
  *check({ text }) {
    for (const { found, right, edit } of words.find(text)) {
      const fill = { found, right };
      yield { span: edit.span, message: { key: "doubtful", fill }, fixes: [likelyFix([edit], fill)] };
    }
  },
};
