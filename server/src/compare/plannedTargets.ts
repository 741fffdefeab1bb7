import { statedTargets } from "../ledger/tableTargets.js";
import type { PlanDocument } from "../plan/model.js";
import { indicatorLikeness, type IndicatorName, readIndicator } from "./indicatorName.js";
import { createNameShelf, type NameShelf } from "./nameShelf.js";
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
 * For each row of the draft's ledger, in its order, what the plan of five years says of the same indicator; undefined where it
 * says nothing, and wherever there is doubt: a table that pairs what does not belong together is worse than none.
 */
export function plannedTargets(
  draft: PlanDocument,
  plan: PlanDocument,
): readonly (PlannedTarget | undefined)[] {
  const all = targetSeries(draft, [plan], () => []);
  const rivals = createRivals(all);
  const found = new Map<number, PlannedTarget>();
  for (const series of all) {
    const theirs = surelyTheirs(series, rivals);
    const plannedFor = createPlanned(theirs);
    const isTwoThings = createTwoThings(series);
    for (const point of series.points) {
      if (point.plan !== "draft" || isTwoThings(point)) continue;
      const planned = plannedFor(point.year);
      if (planned) found.set(point.span.start, { value: planned.value, year: planned.year ?? null });
    }
  }
  return statedTargets(draft).all.map(({ valueSpan }) => found.get(valueSpan.start));
}

/** How many series have a name so like this one that either may be meant. */
function createRivals(all: readonly TargetSeries[]): (name: IndicatorName) => number {
  let shelf: NameShelf<IndicatorName> | undefined;
  const shelved = (): NameShelf<IndicatorName> => {
    const names = createNameShelf<IndicatorName>();
    for (const { indicator } of all) {
      const name = readIndicator(indicator);
      names.add(name.family, name, name);
    }
    return names;
  };
  return (name) => {
    shelf ??= shelved();
    return shelf.like(name.family, name).filter((one) => indicatorLikeness(one, name) >= ALIKE).length;
  };
}

/** The plan's points of a series that speak of the draft's indicator beyond doubt. */
function surelyTheirs(series: TargetSeries, rivals: (name: IndicatorName) => number): TargetPoint[] {
  const theirs = series.points.filter((point) => point.plan !== "draft");
  const own = readIndicator(series.indicator);
  if (theirs.length === 0 || OF_WHAT.test(own.noun)) return [];
  const same = theirs.filter(({ indicator }) => readIndicator(indicator).key === own.key);
  if (same.length > 0) return isRate(series.unit) || own.key.length >= TELLING_COUNT ? same : [];
  const [other, ...more] = [...new Set(theirs.map(({ indicator }) => readIndicator(indicator).key))];
  if (!isRate(series.unit) || other === undefined || more.length > 0) return [];
  return rivals(readIndicator(other)) === 1 ? theirs : [];
}

/** Tells where the draft counts twice for one year by one name; of a rate there is one, whatever slip the draft makes. */
function createTwoThings({ unit, points }: TargetSeries): (point: TargetPoint) => boolean {
  if (isRate(unit)) return () => false;
  const values = new Map<number | undefined, Set<string>>();
  for (const { plan, year, value } of points)
    if (plan === "draft") values.set(year, (values.get(year) ?? new Set()).add(value));
  return ({ year }) => (values.get(year)?.size ?? 0) > 1;
}

/** What holds for a year, found once for each: many targets are due in one. */
function createPlanned(
  points: readonly TargetPoint[],
): (year: number | undefined) => TargetPoint | undefined {
  const known = new Map<number | undefined, TargetPoint | undefined>();
  return (year) => {
    if (!known.has(year)) known.set(year, forYear(points, year));
    return known.get(year);
  };
}

function isRate(unit: string): boolean {
  return unit === "%" || unit === "％";
}

/** For that year, else the next; undefined where the plan names none so late, or two values for it. */
function forYear(points: readonly TargetPoint[], year: number | undefined): TargetPoint | undefined {
  const years = points.flatMap((point) => point.year ?? []);
  const next = years.reduce(
    (least, one) => (one >= (year ?? -Infinity) ? Math.min(least, one) : least),
    Infinity,
  );
  const then = points.filter((point) => point.year === next);
  const isOne = new Set(then.map(({ value }) => value)).size === 1;
  // A draft without a year cannot be put beside one of several.
  return isOne && (year !== undefined || new Set(years).size === 1) ? then[0] : undefined;
}
