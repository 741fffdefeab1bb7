import { tableTargets } from "../ledger/tableTargets.js";
import { later } from "../plan/later.js";
import { itemAt, type PlanDocument, type Target } from "../plan/model.js";
import { type Ambition, ambition } from "./ambition.js";
import { comparablePoints } from "./comparablePoints.js";
import { counted, type Counted } from "./countedAs.js";
import { type NameReader, readIndicator } from "./indicatorName.js";
import { isBroughtDown, lessIsBetter } from "./lessIsBetter.js";
import { isNeutral } from "./neutral.js";
import { isOnlyCompared } from "./onlyCompared.js";
import { createMentions, type Mention } from "./saidAgain.js";
import { createSeriesList, type Series, type TargetPoint } from "./seriesList.js";
import { isUnnamed } from "./unnamed.js";
import { isBeyondItsYear, isWorkOfItsTime } from "./yearlyWork.js";

/**
 * 指标台账: one indicator through the years, oldest plan first. `change` speaks of the ambition and not of the number
 * alone: it is "lowered" where the draft asks for less than the nearest earlier plan that has the indicator, so a
 * 近视率 that goes from 50% to 48% is "raised" (`better` is "lower" there).
 */
export interface TargetSeries {
  readonly indicator: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
  readonly change: Ambition | "new" | "dropped";
  readonly points: readonly TargetPoint[];
  /** The two points that `change` compares; for "new" and "dropped" the one there is. */
  readonly draft: TargetPoint | undefined;
  readonly earlier: TargetPoint | undefined;
  readonly aside: Aside | undefined;
}

/**
 * What makes a change less than it looks. Of a dropped one: the draft reports it as "reached", or it is "named" there
 * without a value of its kind. Of any: it counts the "work" done within a plan's own time, or the earlier value is for a
 * year to come, and "not-due" in the draft's. Of one that went up or down: neither is better, and it is "neutral".
 */
export type Aside = Mention | "neutral" | "work" | "not-due";

/** The draft's counterparts of an item of the nearest earlier plan, in reading order; all by `index`. */
export type Counterparts = (item: number) => readonly number[];

/** Every quantified goal of the draft and of the nearest earlier plan, with its values in all plans given. */
export function targetSeries(
  draft: PlanDocument,
  earlier: readonly PlanDocument[],
  counterparts: Counterparts,
  readName: NameReader = readIndicator,
): TargetSeries[] {
  const list = createSeriesList(readName);
  for (const goal of goals(draft, "draft")) (list.equal(goal) ?? list.add(goal)).points.push(goal.point);
  const isRelated = createRelated(list.all, counterparts);
  earlier.forEach((plan, place) => {
    for (const goal of goals(plan, place)) {
      const { point } = goal;
      const found = list.nearest(goal, (known) => isRelated(known, point));
      if (found) found.points.push(point);
      else if (place === 0) list.add(goal).points.push(point);
    }
  });
  const all = list.all.map((series) => finished(series, { draft, earlier }));
  const isGone = (_: Series, i: number): boolean => all[i]?.change === "dropped" && !all[i].aside;
  const gone = list.all.filter(isGone);
  if (gone.length === 0) return all;
  const set = list.all.filter((_, i) => all[i]?.draft);
  const mentionOf = createMentions(draft, { gone, set }, counterparts);
  return all.map((one, i) => {
    const series = list.all[i];
    return series && isGone(series, i) ? { ...one, aside: mentionOf(series) } : one;
  });
}

interface Goal extends Counted {
  readonly point: TargetPoint;
}

function goals(plan: PlanDocument, name: TargetPoint["plan"]): Goal[] {
  const { period } = plan;
  const tabled = tableTargets(plan);
  const targets = tabled.length === 0 ? plan.targets : [...plan.targets, ...tabled];
  const found: Goal[] = [];
  if (targets.length === 0) return found;
  const holders = new Map<Target, number>();
  for (const item of plan.items) for (const target of item.targets) holders.set(target, item.index);
  for (const target of tabled) {
    const item = itemAt(plan, target.span.start);
    const holder = item && item.start >= target.span.start ? item.parent : item;
    if (holder) holders.set(target, holder.index);
  }
  for (const target of targets) {
    const { indicator, value, number, year, valueSpan, kind } = target;
    if (kind !== "goal" || indicator === "") continue;
    if (isOnlyCompared(indicator) || isUnnamed(indicator)) continue;
    const item = holders.get(target);
    const { name: said, kind: way } = counted(target, plan.text);
    found.push({
      target,
      name: said,
      kind: way,
      point: { plan: name, indicator, value, number, year: year ?? period?.to, span: valueSpan, item },
    });
  }
  return found;
}

/** Tells whether a series of the draft is stated by an item whose counterpart states a point of the nearest earlier plan. */
function createRelated(
  drafted: readonly Series[],
  counterparts: Counterparts,
): (series: Series, point: TargetPoint) => boolean {
  const stated = later(() => seriesByItem(drafted));
  return (series, { plan, item }) => {
    if (plan !== 0 || item === undefined) return false;
    return counterparts(item).some((at) => stated.get().get(at)?.has(series) === true);
  };
}

/** The series that each item of the draft states. */
function seriesByItem(drafted: readonly Series[]): Map<number, Set<Series>> {
  const found = new Map<number, Set<Series>>();
  for (const series of drafted) {
    for (const { plan, item } of series.points) {
      if (plan !== "draft" || item === undefined) continue;
      const known = found.get(item);
      if (known) known.add(series);
      else found.set(item, new Set([series]));
    }
  }
  return found;
}

/** What the values of a series stand in. */
interface Plans {
  readonly draft: PlanDocument;
  readonly earlier: readonly PlanDocument[];
}

function finished(series: Series, plans: Plans): TargetSeries {
  const points = oldestFirst(series.points);
  const nearest = points.findLast((point) => point.plan !== "draft")?.plan;
  const mine = points.filter((point) => point.plan === "draft");
  const theirs = points.filter((point) => point.plan === nearest && nearest !== undefined);
  const better = lowerWanted(series, plans) ? "lower" : "higher";
  const [draft, earlier] = comparablePoints({ mine, theirs, better });
  const change = changeOf(draft, earlier, better);
  return {
    indicator: series.target.indicator,
    unit: series.target.unit,
    better,
    change,
    points,
    draft,
    earlier,
    aside: asideOf(series, { draft, earlier, change }, plans),
  };
}

function asideOf(
  { target, name }: Series,
  { draft, earlier, change }: Pick<TargetSeries, "draft" | "earlier" | "change">,
  plans: Plans,
): Aside | undefined {
  if (change === "kept" || change === "new") return undefined;
  if (change !== "dropped" && isNeutral(name.noun)) return "neutral";
  const stated = [draft, earlier].flatMap((point) => {
    const plan = point && planOf(point, plans);
    return plan ? [{ point, plan }] : [];
  });
  const before = plans.earlier[earlier?.plan === "draft" ? 0 : (earlier?.plan ?? 0)];
  if (before && isWorkOfItsTime(target, stated, [plans.draft, before])) return "work";
  if (change === "raised") return undefined;
  if (!draft && stated.some(isBeyondItsYear)) return "not-due";
  const due = draft ? draft.year : lastYear(plans.draft, before);
  return (earlier?.year ?? 0) > (due ?? Infinity) ? "not-due" : undefined;
}

/** The year up to which an aim of the earlier plan is to be said again: what that set for its own time always is. */
function lastYear(draft: PlanDocument, before: PlanDocument | undefined): number | undefined {
  const [now, then] = [draft.period?.to, before?.period?.to];
  return now === undefined || then === undefined ? undefined : Math.max(now, then);
}

function planOf({ plan }: TargetPoint, { draft, earlier }: Plans): PlanDocument | undefined {
  return plan === "draft" ? draft : earlier[plan];
}

/** They were gathered plan by plan, the draft's first: mostly it is enough to turn the plans around. */
function oldestFirst(points: readonly TargetPoint[]): TargetPoint[] {
  const turned: TargetPoint[] = [];
  for (let end = points.length; end > 0;) {
    let start = end - 1;
    while (start > 0 && points[start - 1]?.plan === points[start]?.plan) start--;
    for (let i = start; i < end; i++) turned.push(points[i] as TargetPoint);
    end = start;
  }
  for (let i = 1; i < turned.length; i++)
    if (byAge(turned[i - 1] as TargetPoint, turned[i] as TargetPoint) > 0) return turned.sort(byAge);
  return turned;
}

function byAge(a: TargetPoint, b: TargetPoint): number {
  return age(b) - age(a) || (a.year ?? 0) - (b.year ?? 0) || a.span.start - b.span.start;
}

/** The older the plan the greater. */
function age({ plan }: TargetPoint): number {
  return plan === "draft" ? -1 : plan;
}

function changeOf(
  draft: TargetPoint | undefined,
  earlier: TargetPoint | undefined,
  better: TargetSeries["better"],
): TargetSeries["change"] {
  if (!draft) return "dropped";
  if (!earlier) return "new";
  return ambition(draft, earlier, better);
}

/** A change by so much is the more ambitious the larger it is, whichever way it goes, and 98%以上 says it itself. */
function lowerWanted({ kind, target, counted, points }: Series, plans: Plans): boolean {
  if (!kind.startsWith("level") || target.comparator === ">=") return false;
  if (target.comparator === "<=" || lessIsBetter(counted)) return true;
  return points.some((point) => {
    const text = planOf(point, plans)?.text;
    return text !== undefined && isBroughtDown(text, point.span.start);
  });
}
