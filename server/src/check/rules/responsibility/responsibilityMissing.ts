import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule, RuleContext } from "../../rule.js";
import { coverage, headingSeen, lastWords } from "./coverage.js";
import { insertResponsibility, modelWords } from "./insertResponsibility.js";

export const responsibilityMissing: DocumentRule = {
  id: "responsibility-missing",
  subject: "responsibility",
  scope: "document",
  sees: {
    structure: ["tree", "lines", "frame", "owners"],
    headings: (paragraph, { options }) => headingSeen(paragraph, options.exempt as readonly string[]),
    words: (paragraph) => [lastWords(paragraph), modelWords(paragraph), spaced(paragraph)].join("\n"),
  },
  severity: "warning",
  title: { "zh-CN": "每项任务有责任科室", en: "Every task names who does it" },
  why: {
    "zh-CN": "没有责任科室的任务在分解、督查、考核时无人认领。",
    en: "A task that names nobody is claimed by nobody when tasks are broken down and inspected.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "本单位的任务统一由附表分工、正文不写责任科室时关闭。",
    en: "Where responsibilities stand in an attached table only.",
  },
  options: {
    when: {
      type: "string",
      default: "whenUsed",
      enum: ["whenUsed", "always"],
      description: {
        "zh-CN": "whenUsed：同一章的末级任务至少一半写了责任科室时才查；always：总是查",
        en: "whenUsed: only where at least half of the leaf tasks of a chapter name one; always: every leaf task",
      },
    },
    exempt: {
      type: "strings",
      default: [
        "指导思想",
        "总体要求",
        "总体思路",
        "总体目标",
        "工作目标",
        "主要目标",
        "发展目标",
        "目标任务",
        "基本原则",
        "工作原则",
        "发展基础",
        "面临形势",
        "组织实施",
        "保障措施",
        "组织保障",
        "工作保障",
        "组织领导",
        "工作要求",
        "有关要求",
        "实施步骤",
        "工作步骤",
        "时间安排",
        "进度安排",
        "实施保障",
        "规划实施",
      ],
      description: {
        "zh-CN": "标题含这些词的章节不查",
        en: "Sections whose heading contains one of these are left out",
      },
    },
  },
  texts: {
    "zh-CN": { missing: "“{title}”没有责任科室，本章其余任务都有。", fix: "补上“{line}”" },
    en: {
      missing: "“{title}” names no department; the other tasks of this chapter do.",
      fix: "Add “{line}”",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n（一）扩大学位供给。新建小学。\n责任科室：基教科\n（二）⟦提升教师素质⟧。开展培训。\n（三）改善办学条件。更新设备。\n责任科室：计财科",
      good: "一、重点任务\n（一）扩大学位供给。新建小学。\n责任科室：基教科\n（二）提升教师素质。开展培训。\n责任科室：人事科\n（三）改善办学条件。更新设备。\n责任科室：计财科",
    },
  ],
  *check(plan, context) {
    for (const item of missing(plan, context)) {
      const fix = insertResponsibility(plan, item, context);
      yield {
        span: item.heading,
        message: { key: "missing", fill: { title: item.title } },
        fixes: fix ? [fix] : [],
      };
    }
  },
};

/** A paragraph that ends in white space: what is put behind its words stands apart from what is typed at its end. */
function spaced({ text }: Paragraph): string {
  return text.trimEnd() === text ? "" : text;
}

function missing(plan: PlanDocument, context: RuleContext): Item[] {
  const groups = coverage(plan, context);
  if (context.options.when === "always") return groups.flatMap((group) => group.bare);
  const all = groups.reduce((sum, group) => sum + group.covered + group.bare.length, 0);
  const covered = groups.reduce((sum, group) => sum + group.covered, 0);
  // Two against one are a habit only where that one alone is missing.
  const isHabit = covered * 2 >= all && (covered >= 3 || (covered === 2 && all === 3));
  // Where a line under the last of many tasks speaks for all of them, so may one under the last of two.
  const isShared = groups.some(({ onlyLast, bare }) => onlyLast && bare.length > 1);
  return groups.flatMap((group) => {
    const size = group.covered + group.bare.length;
    const used = isHabit
      ? group.covered * 2 >= size && group.covered > 0
      : group.covered >= 2 && group.covered * 2 >= size;
    return used && !(isShared && group.onlyLast) ? group.bare : [];
  });
}
