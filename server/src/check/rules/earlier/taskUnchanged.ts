import type { DocumentRule } from "../../rule.js";
import { remarksOfEarlierYears } from "./remarksOfEarlierYears.js";

export const taskUnchanged: DocumentRule = {
  id: "task-unchanged",
  subject: "earlier",
  scope: "document",
  sees: {},
  severity: "info",
  title: { "zh-CN": "任务不是照抄上年", en: "Tasks are not last year's to the letter" },
  why: {
    "zh-CN": "除年份外一字未改的任务，多半是没有顾上改。",
    en: "A task that is last year's to the letter but for the year was most likely overlooked.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { unchanged: "“{title}”与上年的“{marker}”除年份外完全相同。" },
    en: { unchanged: "“{title}” is last year’s “{marker}” to the letter but for the year." },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "task-unchanged"),
};
