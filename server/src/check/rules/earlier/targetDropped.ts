import type { DocumentRule } from "../../rule.js";
import { remarksOfEarlierYears } from "./remarksOfEarlierYears.js";

export const targetDropped: DocumentRule = {
  id: "target-dropped",
  subject: "earlier",
  scope: "document",
  sees: {},
  severity: "info",
  title: { "zh-CN": "上年的指标有下文", en: "Last year's targets are followed up" },
  why: {
    "zh-CN":
      "上年写了的指标今年不提，督查时无从对账。两份都是年度文稿时，逐年安排的工作量（新建5所、招聘120名）不在此列；上年给以后年份定的数，还没有到年限的，也不在此列。本稿提到这个指标而没有再定数的，只在对照里列出。",
    en: "A target of last year that is no longer named cannot be accounted for. Between plans for one year each, amounts of work (5 schools built, 120 teachers hired) are left out, and so are values that last year set for a year still to come. Where the draft names the indicator without a value of that kind, only the comparison lists it.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { dropped: "上年的指标“{indicator}{before}”（{title}）今年没有提到。" },
    en: { dropped: "Last year’s target “{indicator}{before}” ({title}) is not named this year." },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "target-dropped"),
};
