import type { PlanDocument, Target } from "../plan/model.js";
import { wordSearch } from "../text/wordSearch.js";
import { indicatorLikeness, type IndicatorName, lessIsBetter, readIndicator } from "./indicatorName.js";
import { createNameShelf, type NameShelf } from "./nameShelf.js";
import { ALIKE, createSeriesList, type Series, type TargetPoint } from "./seriesList.js";

/**
 * 指标台账: one indicator through the years, oldest plan first. `change` speaks of the ambition and not of the number
 * alone: it is "lowered" where the draft asks for less than the nearest earlier plan that has the indicator, so a
 * 近视率 that goes from 50% to 48% is "raised" (`better` is "lower" there).
 */
export interface TargetSeries {
  readonly indicator: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
  readonly change: "raised" | "lowered" | "kept" | "new" | "dropped";
  readonly points: readonly TargetPoint[];
  /** The two points that `change` compares; for "new" and "dropped" the one there is. */
  readonly draft: TargetPoint | undefined;
  readonly earlier: TargetPoint | undefined;
  /** True for a dropped one that the draft reports as reached. */
  readonly reached: boolean;
}

/** The counterpart in the nearest earlier plan of a draft item, both by `index`. */
export type Counterparts = ReadonlyMap<number, ReadonlySet<number>>;

/** Every quantified goal of the draft and of the nearest earlier plan, with its values in all plans given. */
export function targetSeries(
  draft: PlanDocument,
  earlier: readonly PlanDocument[],
  counterparts: Counterparts,
): TargetSeries[] {
  const list = createSeriesList();
  for (const { target, point } of goals(draft, "draft")) {
    (list.equal(target) ?? list.add(target)).points.push(point);
  }
  const isRelated = createRelated(list.all, counterparts);
  earlier.forEach((plan, place) => {
    for (const { target, point } of goals(plan, place)) {
      const found = list.nearest(target, (known) => isRelated(known, point));
      if (found) found.points.push(point);
      else if (place === 0) list.add(target).points.push(point);
    }
  });
  const isReported = createReported(draft, list.all);
  return list.all.map((series) => finished(series, isReported));
}

interface Goal {
  readonly target: Target;
  readonly point: TargetPoint;
}

function goals(plan: PlanDocument, name: TargetPoint["plan"]): Goal[] {
  const { targets, period } = plan;
  const found: Goal[] = [];
  if (targets.length === 0) return found;
  const holders = new Map<Target, number>();
  for (const item of plan.items) for (const target of item.targets) holders.set(target, item.index);
  for (const target of targets) {
    const { indicator, value, number, year, valueSpan, kind } = target;
    if (kind !== "goal" || indicator === "") continue;
    const item = holders.get(target);
    found.push({
      target,
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
  const makeNear = (): Map<number, Set<Series>> => {
    const found = new Map<number, Set<Series>>();
    for (const series of drafted) {
      for (const { plan, item } of series.points) {
        const places = plan === "draft" && item !== undefined ? counterparts.get(item) : undefined;
        for (const place of places ?? []) found.set(place, (found.get(place) ?? new Set()).add(series));
      }
    }
    return found;
  };
  let near: Map<number, Set<Series>> | undefined;
  return (series, { plan, item }) => {
    if (plan !== 0 || item === undefined) return false;
    near ??= makeNear();
    return near.get(item)?.has(series) === true;
  };
}

/** Tells whether the draft speaks of an indicator as of a thing done: 巩固法治副校长全覆盖成果. */
function createReported(draft: PlanDocument, all: readonly Series[]): (series: Series) => boolean {
  let achieved: NameShelf<IndicatorName> | undefined;
  let written: ReadonlySet<string> | undefined;
  return ({ name, target }) => {
    achieved ??= achievedIn(draft);
    if (achieved.like(name.family, name).some((one) => indicatorLikeness(one, name) >= ALIKE)) return true;
    written ??= wordsIn(draft.text, all.filter(isDropped).map(asWritten));
    return written.has(asWritten({ target }));
  };
}

function isDropped({ points }: Series): boolean {
  return points.every(({ plan }) => plan !== "draft");
}

function asWritten({ target }: Pick<Series, "target">): string {
  return target.indicator + target.value;
}

/** So few words are soonest looked for one by one. */
const FEW_WORDS = 16;

/** Those of many words that stand in a text. */
function wordsIn(text: string, words: readonly string[]): Set<string> {
  if (words.length <= FEW_WORDS) return new Set(words.filter((word) => text.includes(word)));
  const search = wordSearch(words);
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) for (const word of search(text, at)) found.add(word);
  return found;
}

/** The indicators that the draft reports as reached, by their families. */
function achievedIn({ targets }: PlanDocument): NameShelf<IndicatorName> {
  const shelf = createNameShelf<IndicatorName>();
  for (const { kind, indicator } of targets) {
    if (kind !== "achievement") continue;
    const name = readIndicator(indicator);
    shelf.add(name.family, name, name);
  }
  return shelf;
}

function finished(series: Series, isReported: (series: Series) => boolean): TargetSeries {
  const points = [...series.points].sort(
    (a, b) => age(b) - age(a) || (a.year ?? 0) - (b.year ?? 0) || a.span.start - b.span.start,
  );
  const nearest = points.findLast((point) => point.plan !== "draft")?.plan;
  const mine = points.filter((point) => point.plan === "draft");
  const theirs = points.filter((point) => point.plan === nearest && nearest !== undefined);
  const [draft, earlier] = comparablePoints(mine, theirs);
  const better = lowerWanted(series) ? "lower" : "higher";
  return {
    indicator: series.target.indicator,
    unit: series.target.unit,
    better,
    change: changeOf(draft, earlier, better),
    points,
    draft,
    earlier,
    reached: !draft && isReported(series),
  };
}

/** The older the plan the greater. */
function age({ plan }: TargetPoint): number {
  return plan === "draft" ? -1 : plan;
}

/** Values for the same year where both have one, else the draft's next beside the last that comes before it. */
function comparablePoints(
  mine: readonly TargetPoint[],
  theirs: readonly TargetPoint[],
): readonly [TargetPoint | undefined, TargetPoint | undefined] {
  const byYear = new Map<number, TargetPoint>();
  for (const one of theirs) if (one.year !== undefined && !byYear.has(one.year)) byYear.set(one.year, one);
  for (const draft of mine) {
    const same = draft.year === undefined ? undefined : byYear.get(draft.year);
    if (same) return [draft, same];
  }
  const draft = mine[0];
  const before = theirs.filter((point) => (point.year ?? 0) <= (draft?.year ?? Infinity));
  return [draft, before.at(-1) ?? theirs[0]];
}

/** A change by so much is the more ambitious the larger it is, whichever way it goes. */
function lowerWanted({ kind, target }: Series): boolean {
  return kind.startsWith("level") && (target.comparator === "<=" || lessIsBetter(target.indicator));
}

function changeOf(
  draft: TargetPoint | undefined,
  earlier: TargetPoint | undefined,
  better: TargetSeries["better"],
): TargetSeries["change"] {
  if (!draft) return "dropped";
  if (!earlier) return "new";
  const [now, before] = [amount(draft), amount(earlier)];
  if (now === before || now === undefined || before === undefined) return "kept";
  return now > before === (better === "higher") ? "raised" : "lowered";
}

/** The number, or for a range (3—5所) its lower end. */
function amount({ number, value }: TargetPoint): number | undefined {
  if (number !== undefined) return number;
  const first = /[0-9]+(?:\.[0-9]+)?/.exec(value)?.[0];
  return first === undefined ? undefined : Number(first);
}
