import type { Comparison } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";
import { markerPath, type PlanDocument } from "../../plan/model.js";
import type { ReportSources } from "./sources.js";
import type { Scene } from "./scene.js";
import { shownChange } from "./shownChange.js";
import type { ReportTexts } from "./wording.js";

/** The name of what became of it, with what is to be said beside that. */
export function changeNames(series: TargetSeries, texts: ReportTexts): string[] {
  return [changeName(series, texts), ...mentionOf(series, texts)];
}

export function changeName(series: TargetSeries, { changes, ceilings }: ReportTexts): string {
  const change = shownChange(series);
  return (series.better === "lower" ? ceilings[change] : undefined) ?? changes[change];
}

/** What is to be said beside a dropped one that the draft speaks of after all. */
export function mentionOf({ aside }: TargetSeries, { mentions }: ReportTexts): string[] {
  return aside === "reached" || aside === "named" ? [mentions[aside]] : [];
}

type TargetPoint = TargetSeries["points"][number];

/** The point as a row: its year, its value, the plan that states it and where. */
export interface PointRow {
  readonly year: string;
  readonly value: string;
  readonly source: string;
  readonly item: string;
}

export function pointRows(series: TargetSeries, { comparison, sources, texts }: Scene): PointRow[] {
  return series.points.map((point) => {
    const plan = planOf(point, comparison, sources);
    const item = point.item === undefined ? undefined : plan?.items[point.item];
    return {
      year: point.year === undefined ? "" : String(point.year),
      value: point.value,
      source: sourceName(point, comparison, texts),
      item: item ? markerPath(item).join("") : "",
    };
  });
}

function planOf(
  { plan }: TargetPoint,
  comparison: Comparison,
  sources: ReportSources,
): PlanDocument | undefined {
  return plan === "draft" ? sources.draft : sources.earlier.get(comparison.years[plan]?.name ?? "");
}

function sourceName({ plan }: TargetPoint, comparison: Comparison, texts: ReportTexts): string {
  if (plan === "draft") return texts.thisDraft;
  const year = comparison.years[plan];
  return year?.title ?? year?.name ?? "";
}
