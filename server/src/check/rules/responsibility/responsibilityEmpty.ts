import type { Paragraph, PlanDocument, Responsibility, ResponsibilityGroup } from "../../../plan/model.js";
import { itemAt } from "../../../plan/model.js";
import { lineAt } from "../../../text/lines.js";
import { insert } from "../../../text/span.js";
import type { DocumentRule, Fix, RuleContext } from "../../rule.js";
import { isGap, isUnfilled, placeholdersBeside } from "./gaps.js";
import { danglingRemarks, mayGoOn } from "./danglingMarks.js";
import { chapterResponsibilities, responsibilitiesAt } from "./chapterResponsibilities.js";

const NAMES = /^[^。！？：:]{1,200}$/;
const BODY_AT_END = /(?:[局委办厅科处室股院校部会组府站所馆队镇乡园]|中心|单位|部门|学校|街道|公司)$/;

export const responsibilityEmpty: DocumentRule = {
  id: "responsibility-empty",
  subject: "responsibility",
  scope: "document",
  sees: {
    words: (one) =>
      `${mayBeNames(one) ? "names" : mayGoOn(one) ? "short" : one.blank ? "" : "-"}${one.responsibilities.some((each) => isUnfilled(one.text, each)) ? one.text : ""}`,
  },
  severity: "warning",
  title: { "zh-CN": "责任科室后有科室", en: "A label of responsibility is followed by names" },
  why: {
    "zh-CN": "只有“责任科室：”而没有科室，或仍是“待定”，或顿号后面没有了下一个，定稿前必须补上。",
    en: "A label without names, with a placeholder, or with a list that breaks off must be filled before issue.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      empty: "“{label}”后没有写科室。",
      placeholder: "“{label}”后仍是“{found}”，定稿前应写明。",
      dangling: "“{found}”后面没有科室了：漏写了一个，或者多了一个“{found}”。",
      fix: "填上往年的“{names}”",
      remove: "删去“{found}”",
    },
    en: {
      empty: "No department follows “{label}”.",
      placeholder: "“{found}” still stands behind “{label}”.",
      dangling: "No department follows this “{found}”: one is missing, or the mark is one too many.",
      fix: "Fill in last year's “{names}”",
      remove: "Remove “{found}”",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n1.加强食品安全。严把采购关口。\n⟦责任科室：⟧\n2.化解矛盾纠纷。实行清单管理。\n责任科室：办公室",
      good: "一、重点任务\n1.加强食品安全。严把采购关口。\n责任科室：安全稳定科\n2.化解矛盾纠纷。实行清单管理。\n责任科室：办公室",
    },
  ],
  *check(plan, context) {
    for (const responsibility of responsibilitiesAt(
      plan,
      chapterResponsibilities(plan, context),
      "unfilled",
    )) {
      if (!isUnfilled(plan.text, responsibility)) continue;
      for (const group of responsibility.groups) {
        for (const { name, span } of placeholdersBeside(group))
          yield { span, message: { key: "placeholder", fill: { label: labelOf(plan, group), found: name } } };
        const found = plan.text.slice(group.namesSpan.start, group.namesSpan.end).trim();
        if (!isGap(group, found)) continue;
        const isEmpty = found === "";
        if (isEmpty && goesOnBelow(plan, responsibility, group)) continue;
        const fix = filled(plan, group, context);
        yield {
          span: { start: group.labelSpan.start, end: isEmpty ? colonEnd(plan, group) : group.namesSpan.end },
          message: {
            key: isEmpty ? "empty" : "placeholder",
            fill: { label: labelOf(plan, group), found },
          },
          fixes: fix ? [fix] : [],
        };
      }
      yield* danglingRemarks(plan, responsibility);
    }
  },
};

function labelOf(plan: PlanDocument, group: ResponsibilityGroup): string {
  return plan.text.slice(group.labelSpan.start, colonEnd(plan, group)).replace(/[：:]$/, "");
}

function colonEnd(plan: PlanDocument, group: ResponsibilityGroup): number {
  const at = plan.text.slice(group.labelSpan.end, group.labelSpan.end + 8).search(/[：:]/);
  return at === -1 ? group.labelSpan.end : group.labelSpan.end + at + 1;
}

/** The names stand on the next line, as in a table that was laid flat. */
function goesOnBelow(
  plan: PlanDocument,
  responsibility: Responsibility,
  group: ResponsibilityGroup,
): boolean {
  if (responsibility.groups.at(-1) !== group) return false;
  const next = plan.paragraphs[lineAt(plan.starts, responsibility.span.start) + 1];
  return next !== undefined && mayBeNames(next);
}

function mayBeNames({ text, blank, marker, responsibilities }: Paragraph): boolean {
  if (blank || marker || responsibilities.length > 0) return false;
  const names = text.trim();
  return NAMES.test(names) && BODY_AT_END.test(names);
}

/** Last year's departments where they are known; nobody can guess them otherwise. */
function filled(plan: PlanDocument, group: ResponsibilityGroup, context: RuleContext): Fix | undefined {
  const item = itemAt(plan, group.labelSpan.start);
  const known = (item && context.earlier?.departments.get(item.index)) ?? [];
  if (known.length === 0 || group.role === "person") return undefined;
  const names = known.join("、");
  const edit =
    group.namesSpan.end > group.namesSpan.start
      ? { span: group.namesSpan, newText: names }
      : insert(colonEnd(plan, group), names);
  return { title: { key: "fix", fill: { names } }, edits: [edit], safe: false };
}
