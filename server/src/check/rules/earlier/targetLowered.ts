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
    "zh-CN": "同一指标比上年定得低，公开后必被问起；确需调低的，应在文中说明。",
    en: "A target set below last year's will be asked about; where it is meant, the plan should say why.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { lowered: "“{indicator}”定为{now}，低于{year}年的{before}。" },
    en: { lowered: "“{indicator}” is set at {now}, below the {before} of {year}." },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "target-lowered"),
};
