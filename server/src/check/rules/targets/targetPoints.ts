import { replace } from "../../../text/span.js";
import type { ParagraphRule } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";

/**
 * A rate that rises or falls by so many per cent. 提高到3% is a level, 增长率 a growth by itself, and 劳动生产率 or 效率
 * no share of a hundred, nor 亿元GDP生产安全事故死亡率; 有效率 is one.
 */
const CHANGES =
  /(?<!增长|增速|生产|产出|容积|周转|(?<![有显见])效|频|汇|功|死亡|发病|发案|案发|伤亡|事故|投诉|报警|故障|犯罪)(?:率|比重|占比|比例)(?:(?:比|较)(?:上一?年|去年|20\d\d年)|每年|逐年|年均|力争|再|平均){0,3}(?:提高|提升|上升|增加|下降|降低|减少)(?:了|约|近)?(\d+(?:\.\d+)?)([%％])(?!的)/g;

export const targetPoints: ParagraphRule = {
  id: "target-points",
  subject: "targets",
  scope: "paragraph",
  wants: [["高升加降低少了约近", "0123456789"]],
  severity: "hint",
  title: { "zh-CN": "比率升降用百分点", en: "A rate changes by percentage points" },
  why: {
    "zh-CN": "比率从50%提高3个百分点是53%，提高3%是51.5%。两个比率之差应写“个百分点”。",
    en: "Three points above 50% are 53%; three per cent above it are 51.5%.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: { "zh-CN": "确指相对增幅时，可以忽略。", en: "Where a relative change is meant." },
  texts: {
    "zh-CN": { points: "比率的升降一般用百分点：“{right}”；确指相对增幅的除外。", fix: "改为“{right}”" },
    en: { points: "A rate mostly changes by points: “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "巩固率比上年提高⟦3%⟧。", good: "巩固率比上年提高3个百分点。" }],
  *check({ text }) {
    if (!/[%％]/.test(text)) return;
    for (const match of matchesIn(text, CHANGES)) {
      const end = match.index + match[0].length;
      const span = { start: end - (match[1] ?? "").length - 1, end };
      const right = `${match[1]}个百分点`;
      yield {
        span,
        message: { key: "points", fill: { right } },
        fixes: [{ title: { key: "fix", fill: { right } }, edits: [replace(span, right)], safe: false }],
      };
    }
  },
};
