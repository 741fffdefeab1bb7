import type { PlanDocument, Responsibility } from "../../../plan/model.js";
import { where } from "../../sees.js";
import type { DocumentRule } from "../../rule.js";
import { responsibilitiesIn } from "./departmentUses.js";

/** A draft that says once that the first of each list leads: 列第一位的为牵头单位，下同. */
const FIRST_LEADS =
  /(?:第一(?:位|个|名)?|首位|首个|排(?:名|列)(?:在)?(?:首|前|第一)|排在首位)[^。；\r\n]{0,16}(?:牵头|主责|主办|责任)|无牵头单位的/;

export const responsibilityNoLead: DocumentRule = {
  id: "responsibility-no-lead",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree"], responsibilities: true, words: where(FIRST_LEADS) },
  severity: "info",
  enabled: false,
  title: { "zh-CN": "几个科室共同负责的写明牵头", en: "Where several departments share a task, one leads" },
  why: {
    "zh-CN":
      "几个科室并列而不写谁牵头，容易互相等待。多数单位默认列第一位的牵头，文中并不写出，查也查不准，所以默认不开。",
    en: "Nobody begins where nobody leads. Most offices take the first of the list to lead without saying so, hence off by default.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "本单位默认列第一位的科室牵头时保持关闭。",
    en: "Where the first department of a list is understood to lead.",
  },
  options: {
    from: {
      type: "number",
      default: 2,
      minimum: 2,
      description: { "zh-CN": "科室达到几个时才查", en: "How many departments there must be" },
    },
  },
  texts: {
    "zh-CN": { none: "{count}个科室共同负责，没有写明由谁牵头。" },
    en: { none: "{count} departments share this task and none leads." },
  },
  examples: [
    {
      bad: "一、重点任务\n1.推进教师交流。健全机制。\n责任科室：⟦教师工作科、组织人事科⟧",
      good: "一、重点任务\n1.推进教师交流。健全机制。\n牵头科室：教师工作科；配合科室：组织人事科",
    },
  ],
  *check(plan, context) {
    if (FIRST_LEADS.test(plan.text)) return;
    for (const responsibility of responsibilitiesIn(plan, context)) {
      const { departments } = responsibility;
      if (departments.length < (context.options.from as number) || hasLead(plan, responsibility)) continue;
      const start = departments[0]?.span.start ?? responsibility.span.start;
      const end = departments.at(-1)?.span.end ?? responsibility.span.end;
      yield { span: { start, end }, message: { key: "none", fill: { count: departments.length } } };
    }
  },
};

/** A leader by label, by verb, by a star before its name; or a person who answers for it. */
function hasLead(plan: PlanDocument, responsibility: Responsibility): boolean {
  if (responsibility.departments.some((one) => one.role === "lead")) return true;
  if (responsibility.groups.some((group) => group.role === "person" && group.departments.length > 0))
    return true;
  return /[*＊★▲]/.test(plan.text.slice(responsibility.span.start, responsibility.span.end));
}
