import type { Department, Paragraph, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { DocumentRule, Fix } from "../../rule.js";
import { chapterResponsibilities, responsibilitiesAt } from "./chapterResponsibilities.js";
import { namesOneTwice } from "./namesOneTwice.js";

export const responsibilityDuplicate: DocumentRule = {
  id: "responsibility-duplicate",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree", "owners"], words: repeated },
  severity: "warning",
  title: { "zh-CN": "一项任务里科室不重复", en: "No department stands twice in one task" },
  why: {
    "zh-CN": "同一科室列了两次，多半有一处本应是别的科室，或既牵头又配合，责任不清。",
    en: "A department named twice often stands where another one was meant.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      again: "“{name}”在这一处列了两次。",
      both: "“{name}”既牵头又配合，只应留一处。",
      first: "第一次在此",
      fix: "删去重复的“{name}”",
    },
    en: {
      again: "“{name}” is named twice here.",
      both: "“{name}” both leads and supports; only one can be meant.",
      first: "Named here first",
      fix: "Remove the second “{name}”",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n1.推进教师交流。健全机制。\n责任科室：教师工作科、组织人事科、⟦教师工作科⟧",
      good: "一、重点任务\n1.推进教师交流。健全机制。\n责任科室：教师工作科、组织人事科",
    },
  ],
  *check(plan, context) {
    for (const responsibility of responsibilitiesAt(plan, chapterResponsibilities(plan, context), "twice")) {
      if (!namesOneTwice(PlacedResponsibility.foundOf(responsibility))) continue;
      for (const { first, second } of repeats(responsibility)) {
        const fix = removal(plan, responsibility, second);
        yield {
          span: second.span,
          message: { key: first.role === second.role ? "again" : "both", fill: { name: second.name } },
          related: [{ span: first.span, message: { key: "first" } }],
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
};

function repeated({ text, responsibilities }: Paragraph): string {
  return responsibilities.some(namesOneTwice) ? text : "";
}

interface Repeat {
  readonly first: Department;
  readonly second: Department;
}

/** The same name twice in one group, or once as the leader and once as a supporter. */
function repeats(responsibility: Responsibility): Repeat[] {
  const found: Repeat[] = [];
  const seen = new Map<string, Department>();
  for (const group of responsibility.groups) {
    if (group.role === "person") continue;
    const own = new Map<string, Department>();
    for (const second of group.departments) {
      const first = own.get(second.name);
      const lead = seen.get(second.name);
      if (first) found.push({ first, second });
      else if (lead && lead.role === "lead" && second.role === "support") found.push({ first: lead, second });
      own.set(second.name, second);
    }
    for (const [name, department] of own) if (!seen.has(name)) seen.set(name, department);
  }
  return found;
}

/** Takes the name out with the mark before it, or the mark behind it where it stands first in its group. */
function removal(plan: PlanDocument, responsibility: Responsibility, at: Department): Fix | undefined {
  const group = responsibility.groups.find((one) => one.departments.includes(at));
  if (!group) return undefined;
  const index = group.departments.indexOf(at);
  const before = group.departments[index - 1]?.span.end;
  const after = group.departments[index + 1]?.span.start;
  const span =
    before !== undefined
      ? { start: before, end: at.span.end }
      : after !== undefined
        ? { start: at.span.start, end: after }
        : undefined;
  if (!span) return undefined;
  const mark =
    before !== undefined
      ? plan.text.slice(span.start, at.span.start)
      : plan.text.slice(at.span.end, span.end);
  if (!/^[、，,；;/／\s]+$/.test(mark)) return undefined;
  return { title: { key: "fix", fill: { name: at.name } }, edits: [{ span, newText: "" }], safe: false };
}
