import type { Paragraph } from "../../../plan/model.js";
import { replace } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { tabled } from "../../sees.js";
import { conflicts } from "./conflicts.js";

export const targetConflict: DocumentRule = {
  id: "target-conflict",
  subject: "targets",
  scope: "document",
  sees: { structure: ["tree", "frame", "lines"], targets: true, words: comparedOrTabled },
  severity: "warning",
  title: { "zh-CN": "同一指标前后一致", en: "One indicator has one value" },
  why: {
    "zh-CN": "同一指标、同一年份写了两个数，执行时无所适从。",
    en: "Two values for one indicator and one year leave the reader without either.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      conflict: "“{indicator}”此处为{value}，前文为{other}。",
      earlier: "前文：{other}",
      fix: "改为前文的“{other}”",
    },
    en: {
      conflict: "“{indicator}” is {value} here and {other} above.",
      earlier: "Above: {other}",
      fix: "Change to “{other}” as above",
    },
  },
  examples: [
    {
      bad: "云岭市教育局2026年工作要点\n一、学前教育\n学前教育毛入园率达到97.5%以上。\n二、保障措施\n把⟦学前教育毛入园率达到97%⟧作为重要考核内容。",
      good: "云岭市教育局2026年工作要点\n一、学前教育\n学前教育毛入园率达到97.5%以上。\n二、保障措施\n把学前教育毛入园率达到97.5%以上作为重要考核内容。",
    },
    {
      bad: "云岭市教育发展规划（2026—2030年）\n一、主要目标\n到2030年，义务教育巩固率达到98%。\n指标\t单位\t2025年\t2030年\n⟦义务教育巩固率\t%\t96.2\t97.5⟧",
      good: "云岭市教育发展规划（2026—2030年）\n一、主要目标\n到2030年，义务教育巩固率达到98%。\n指标\t单位\t2025年\t2030年\n义务教育巩固率\t%\t96.2\t98",
    },
  ],
  *check(plan) {
    for (const { known, target, isTabled } of conflicts(plan)) {
      const fill = { indicator: target.indicator, value: target.value, other: known.value };
      yield {
        span: { start: target.indicatorSpan.start, end: target.valueSpan.end },
        message: { key: "conflict", fill },
        // A cell leaves out the unit that its column has.
        fixes: isTabled
          ? []
          : [{ title: { key: "fix", fill }, edits: [replace(target.valueSpan, known.value)], safe: false }],
        related: [
          {
            span: { start: known.indicatorSpan.start, end: known.valueSpan.end },
            message: { key: "earlier", fill },
          },
        ],
      };
    }
  },
};

/** What is said of another time behind a value is no part of the target; rows of tables have targets of their own. */
function comparedOrTabled(paragraph: Paragraph): string {
  return paragraph.text.includes("同比") ? paragraph.text : tabled(paragraph);
}
