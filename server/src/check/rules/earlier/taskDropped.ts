import type { DocumentRule } from "../../rule.js";
import { remarksOfEarlierYears } from "./remarksOfEarlierYears.js";

export const taskDropped: DocumentRule = {
  id: "task-dropped",
  subject: "earlier",
  scope: "document",
  sees: {},
  severity: "info",
  title: { "zh-CN": "上年的任务有交代", en: "Last year's tasks are accounted for" },
  why: {
    "zh-CN": "上年的任务今年没有了：已完成、转为常态、另有文件，还是漏了？",
    en: "A task of last year is gone: finished, routine, in another document, or forgotten?",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      dropped: "上年的“{marker}{title}”今年没有对应的任务。",
      several: "上年“{marker}{title}”之下的{count}项任务今年没有对应的任务：{titles}。",
    },
    en: {
      dropped: "Last year’s “{marker}{title}” has no counterpart this year.",
      several: "{count} tasks under last year’s “{marker}{title}” have no counterpart this year: {titles}.",
    },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "task-dropped"),
};
