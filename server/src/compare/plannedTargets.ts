import type { PlanDocument } from "../plan/model.js";
import { indicatorLikeness, readIndicator } from "./indicatorName.js";
import { ALIKE, type TargetPoint } from "./seriesList.js";
import { type TargetSeries, targetSeries } from "./targets.js";

/** What the plan of five years asks of an indicator, for the draft's year or the next that it names. */
export interface PlannedTarget {
  readonly value: string;
  readonly year: number | null;
}

/** Names of so few characters, and rates of nobody knows what, are worn by many indicators. */
const TELLING_COUNT = 4;
const OF_WHAT =
  /^(?:覆盖|达标|完成|合格|优良|优秀|满意|参与|知晓|入学|入园|升学|就业|及格|普及|配备|配齐|培训|交流|整改|办结|建成|增长|占|总)*(?:率|度|比|比例|占比|面|数|量)?$/;

/**
 * For each target of the draft, in its order, what the plan of five years says of the same indicator; undefined where it
 * says nothing, and wherever there is doubt: a table that pairs what does not belong together is worse than none.
 */
export function plannedTargets(
  draft: PlanDocument,
  plan: PlanDocument,
): readonly (PlannedTarget | undefined)[] {
  const all = targetSeries(draft, [plan], new Map());
  const found = new Map<number, PlannedTarget>();
  for (const series of all) {
    const theirs = surelyTheirs(series, all);
    for (const point of series.points.filter(({ plan: of }) => of === "draft")) {
      const planned = isTwoThings(point, series) ? undefined : forYear(theirs, point.year);
      if (planned) found.set(point.span.start, { value: planned.value, year: planned.year ?? null });
    }
  }
  return draft.targets.map(({ valueSpan }) => found.get(valueSpan.start));
}

/** The plan's points of a series that speak of the draft's indicator beyond doubt. */
function surelyTheirs(series: TargetSeries, all: readonly TargetSeries[]): TargetPoint[] {
  const theirs = series.points.filter((point) => point.plan !== "draft");
  const own = readIndicator(series.indicator);
  if (theirs.length === 0 || OF_WHAT.test(own.noun)) return [];
  const same = theirs.filter(({ indicator }) => readIndicator(indicator).key === own.key);
  if (same.length > 0) return isRate(series.unit) || own.key.length >= TELLING_COUNT ? same : [];
  const [other, ...more] = [...new Set(theirs.map(({ indicator }) => readIndicator(indicator).key))];
  if (!isRate(series.unit) || other === undefined || more.length > 0) return [];
  const name = readIndicator(other);
  const rivals = all.filter((one) => indicatorLikeness(readIndicator(one.indicator), name) >= ALIKE);
  return rivals.length === 1 ? theirs : [];
}

/** True where the draft counts twice for one year by one name; of a rate there is one, whatever slip the draft makes. */
function isTwoThings({ year, value }: TargetPoint, { unit, points }: TargetSeries): boolean {
  return (
    !isRate(unit) && points.some((one) => one.plan === "draft" && one.year === year && one.value !== value)
  );
}

function isRate(unit: string): boolean {
  return unit === "%" || unit === "％";
}

/** For that year, else the next; undefined where the plan names none so late, or two values for it. */
function forYear(points: readonly TargetPoint[], year: number | undefined): TargetPoint | undefined {
  const years = points.flatMap((point) => point.year ?? []);
  const next = Math.min(...years.filter((one) => one >= (year ?? -Infinity)));
  const then = points.filter((point) => point.year === next);
  const isOne = new Set(then.map(({ value }) => value)).size === 1;
  // A draft without a year cannot be put beside one of several.
  return isOne && (year !== undefined || new Set(years).size === 1) ? then[0] : undefined;
}
