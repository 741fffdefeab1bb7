import type { DocumentRule } from "../../rule.js";
import { remarksOfEarlierYears } from "./remarksOfEarlierYears.js";

export const targetLowered: DocumentRule = {
  id: "target-lowered",
  subject: "earlier",
  scope: "document",
  sees: {},
  severity: "warning",
  title: { "zh-CN": "指标不低于上年", en: "No target below last year's" },
  why: {
    "zh-CN":
      "同一指标比上年定得低（近视率一类越低越好的，则是放宽），公开后必被问起；确需调低的，应在文中说明。与规划里以后年份的数、与几年合计的工作量不比。两份都是年度文稿时，逐年安排的工作量（新建5所、招聘120名、检查4次）本来就有多有少，不算调低，只在对照里列出；财政赤字、债券额度、货币供应量这些有增有减的，也一样。",
    en: "A target set below last year's (or above it, where less is better) will be asked about; where it is meant, the plan should say why. A value for a later year and what several years do together are not compared. Between plans for one year each, amounts of work (5 schools built, 120 teachers hired, 4 inspections) go up and down by nature: the comparison lists them, this rule does not. Nor does it judge what is set as the budget needs it, such as a deficit, bonds or the supply of money.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      lowered: "“{indicator}”定为{now}，低于{year}年的{before}。",
      loosened: "“{indicator}”定为{now}，比{year}年的{before}放宽了。",
    },
    en: {
      lowered: "“{indicator}” is set at {now}, below the {before} of {year}.",
      loosened: "“{indicator}” is set at {now}, looser than the {before} of {year}.",
    },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "target-lowered"),
};
