import type { Comparison } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";
import { markerPath, type PlanDocument } from "../../plan/model.js";
import type { ReportSources } from "./model.js";
import type { Scene } from "./scene.js";
import type { ReportTexts } from "./texts.js";

/** What a leader asks for first comes first. */
export const CHANGES: readonly TargetSeries["change"][] = ["lowered", "dropped", "raised", "new", "kept"];

export function seriesInOrder(comparison: Comparison): TargetSeries[] {
  return CHANGES.flatMap((change) => comparison.targets.filter((series) => series.change === change));
}

export function changeCounts(comparison: Comparison): Record<TargetSeries["change"], number> {
  const counts = { lowered: 0, dropped: 0, raised: 0, new: 0, kept: 0 };
  for (const { change } of comparison.targets) counts[change]++;
  return counts;
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
