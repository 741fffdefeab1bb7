import type { DocumentRule } from "../../rule.js";
import { remarksOfEarlierYears } from "./remarksOfEarlierYears.js";

export const responsibilityChanged: DocumentRule = {
  id: "responsibility-changed",
  subject: "earlier",
  scope: "document",
  sees: {},
  severity: "info",
  title: { "zh-CN": "责任科室与上年一致", en: "Departments as last year" },
  why: {
    "zh-CN":
      "责任科室变动应当是有意的：职能调整，还是改稿时串了行？名册里的别称和看得出的简称（基教科即基础教育科）不算变动，改了名的科室只说一次。",
    en: "A change of department should be meant: a transfer of duties, or a line that slipped while editing? Aliases of the roster and plain short forms are no change; a department under a new name is said once.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      changed: "责任科室与上年不同：增加{added}，减少{removed}。",
      added: "责任科室比上年增加{added}。",
      removed: "责任科室比上年减少{removed}。",
      renamed: "上年写“{before}”的地方（{count}处），今年都写作“{now}”。",
    },
    en: {
      changed: "Departments differ from last year: {added} added, {removed} gone.",
      added: "Departments added since last year: {added}.",
      removed: "Departments gone since last year: {removed}.",
      renamed: "“{before}” of last year is “{now}” in all of its {count} places.",
    },
  },
  // What it says needs the earlier year beside the draft: its cases are in the tests of the comparison.
  examples: [],
  check: (_plan, context) => remarksOfEarlierYears(context, "responsibility-changed"),
};
