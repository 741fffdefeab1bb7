import { targetsWhere } from "../../../plan/fewTargets.js";
import type { Item, PlanDocument } from "../../../plan/model.js";
import { itemAt } from "../../../plan/model.js";
import { replace } from "../../../text/span.js";
import type { DocumentRule, Fix } from "../../rule.js";
import { clauseSpan, titledPeriod, type YearPlaces, yearPlaces } from "./places.js";

export const targetPast: DocumentRule = {
  id: "target-past",
  subject: "targets",
  scope: "document",
  sees: { structure: ["tree", "frame"], targets: true },
  severity: "warning",
  title: { "zh-CN": "目标期限不早于规划期", en: "A target is not due before the plan's period" },
  why: {
    "zh-CN": "目标的期限在规划期开始之前就已经过去，多半是上年文稿留下的。",
    en: "A goal whose term is over before the plan begins was mostly left from last year's draft.",
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
  ],
  *check(plan) {
    const period = titledPeriod(plan);
    if (!period) return;
    const late = targetsWhere(
      plan,
      ({ kind, year = Infinity }) => kind === "goal" && year < period.from && year >= oldest(period),
    );
    const yearPlace = yearPlaces(plan);
    for (const target of late) {
      if (target.yearFrom !== "clause" && target.yearFrom !== "sentence") continue;
      if (opensPlan(plan, itemAt(plan, target.valueSpan.start))) continue;
      yield {
        span: clauseSpan(plan, target),
        message: { key: "past", fill: { due: target.year ?? 0, period: period.from } },
        fixes: yearFixes(yearPlace(target), period),
      };
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
