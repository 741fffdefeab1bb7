import { targetsWhere } from "../../../plan/fewTargets.js";
import { speaksOfThePast } from "../../../plan/lookingBack.js";
import type { Item, PlanDocument } from "../../../plan/model.js";
import { itemAt } from "../../../plan/model.js";
import { replace, type Span } from "../../../text/span.js";
import { touching } from "../../../text/spanLookup.js";
import { headed } from "../../sees.js";
import type { DocumentRule, Fix } from "../../rule.js";
import { mayBePastDeed, pastDeeds } from "./pastDeeds.js";
import { clauseSpan, titledPeriod, type YearPlaces, yearPlaces } from "./places.js";

export const targetPast: DocumentRule = {
  id: "target-past",
  subject: "targets",
  scope: "document",
  sees: {
    structure: ["tree", "frame"],
    headings: headed((title) => `${speaksOfThePast(title)}`),
    words: ({ text }) => (mayBePastDeed(text) ? text : ""),
    targets: true,
  },
  severity: "warning",
  title: { "zh-CN": "目标期限不早于规划期", en: "A target is not due before the plan's period" },
  why: {
    "zh-CN":
      "目标的期限在规划期开始之前就已经过去，多半是上年文稿留下的。单年度文稿里，没有数字而“上年年底前完成”的事、完成时限在上年的任务也提示；文稿是上年印发的，或同一句还说到后一阶段的，不算。",
    en: "A goal whose term is over before the plan begins was mostly left from last year's draft. In a plan for one year the same is said of what was to be done by the end of the year before, without a number, and of a task's term in that year; not where the draft was issued in that year, nor where the sentence goes on to another phase.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { past: "目标期限{due}年早于本文的{period}年。", fix: "改为{year}年" },
    en: { past: "The target is due in {due}, before the plan's {period}.", fix: "Change to {year}" },
  },
  examples: [
    {
      bad: "云岭市教育局2026年工作要点\n一、办学条件\n1.改善设施。⟦2025年底前完成学生宿舍改造12栋⟧。",
      good: "云岭市教育局2026年工作要点\n一、办学条件\n1.改善设施。2026年底前完成学生宿舍改造12栋。",
    },
    {
      bad: "云岭市教育局2026年工作要点\n一、数据治理\n1.贯通平台。⟦2025年底前完成与省平台对接⟧。",
      good: "云岭市教育局2026年工作要点\n一、数据治理\n1.贯通平台。2026年底前完成与省平台对接。",
    },
  ],
  *check(plan) {
    const period = titledPeriod(plan);
    if (!period) return;
    const late = targetsWhere(
      plan,
      ({ kind, year = Infinity }) => kind === "goal" && year < period.from && year >= oldest(period),
    );
    const yearPlace = yearPlaces(plan);
    const told: Span[] = [];
    for (const target of late) {
      if (target.yearFrom !== "clause" && target.yearFrom !== "sentence") continue;
      if (opensPlan(plan, itemAt(plan, target.valueSpan.start))) continue;
      const span = clauseSpan(plan, target);
      told.push(span);
      yield {
        span,
        message: { key: "past", fill: { due: target.year ?? 0, period: period.from } },
        fixes: yearFixes(yearPlace(target), period),
      };
    }
    if (period.from !== period.to) return;
    const isTold = touching(told);
    for (const { span, year } of pastDeeds(plan, period.from)) {
      if (isTold(span.start, span.end)) continue;
      const fill = { due: period.from - 1, period: period.from };
      yield { span, message: { key: "past", fill }, fixes: yearFixes(year, period) };
    }
  },
};

/** What was left over is from the last plan or the one before; an older year tells the age of something. */
function oldest({ from, to }: { readonly from: number; readonly to: number }): number {
  return from - 2 * (to - from + 1) - 1;
}

/** The first chapter of a long-term plan reports, whatever its heading; so does what stands before it. */
function opensPlan(plan: PlanDocument, item: Item | undefined): boolean {
  if (!item) return true;
  if (plan.kind !== "long-term-plan") return false;
  let root = item;
  while (root.parent) root = root.parent;
  return root.part.items[0] === root;
}

function yearFixes(
  place: ReturnType<YearPlaces>,
  period: { readonly from: number; readonly to: number },
): Fix[] {
  if (!place) return [];
  const years = Array.from({ length: Math.min(6, period.to - period.from + 1) }, (_, i) => period.to - i);
  return years.map((year) => ({
    title: { key: "fix", fill: { year } },
    edits: [replace(place, String(year))],
    safe: false,
  }));
}
