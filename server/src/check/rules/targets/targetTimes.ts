import type { ParagraphRule } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";

const SHRINKS = /(?:减少|降低|下降|缩短|缩减|压缩)(?:了|约|近|到原来的)?\s?\d+(?:\.\d+)?\s?倍/g;

export const targetTimes: ParagraphRule = {
  id: "target-times",
  subject: "targets",
  scope: "paragraph",
  wants: "倍",
  severity: "warning",
  title: { "zh-CN": "减少不用倍数", en: "Nothing shrinks by a multiple" },
  why: {
    "zh-CN": "数量减少一倍即为零，“下降2倍”没有意义；应写百分比或几分之几。",
    en: "A quantity reduced once over is nothing; use a percentage or a fraction.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { times: "“{found}”不通：减少、降低用百分比或几分之几，不用倍数。" },
    en: { times: "“{found}”: a decrease takes a percentage or a fraction, not a multiple." },
  },
  examples: [{ bad: "审批时间⟦缩短2倍⟧。", good: "审批时间缩短50%。" }],
  *check({ text }) {
    if (!text.includes("倍")) return;
    for (const match of matchesIn(text, SHRINKS)) {
      yield {
        span: { start: match.index, end: match.index + match[0].length },
        message: { key: "times", fill: { found: match[0] } },
      };
    }
  },
};
