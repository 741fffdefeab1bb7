import type { Target } from "../plan/model.js";
import type { Span } from "../text/span.js";
import type { Counted } from "./countedAs.js";
import { indicatorLikeness, type IndicatorName, type NameReader } from "./indicatorName.js";
import { createNameShelf } from "./nameShelf.js";

/** One value of an indicator in one plan. */
export interface TargetPoint {
  /** The draft, or the place of the plan among the earlier years (0 is the nearest). */
  readonly plan: "draft" | number;
  readonly indicator: string;
  readonly value: string;
  readonly number: number | undefined;
  readonly year: number | undefined;
  /** The value in its plan's text. */
  readonly span: Span;
  /** The `index` of the item that states it. */
  readonly item: number | undefined;
}

/** The values of one indicator while they are gathered. */
export interface Series {
  readonly name: IndicatorName;
  /** Level or change, with the unit: series of two kinds are never one. */
  readonly kind: string;
  /** The target that began the series, and its name as it is counted. */
  readonly target: Target;
  readonly counted: string;
  readonly points: TargetPoint[];
}

/** Likeness of names that is enough by itself, and beside a counterpart that states it. */
export const ALIKE = 0.8;
const ALIKE_IN_COUNTERPART = 0.5;

/** The series found so far, kept by families of names so that a target is compared with few of them. */
export interface SeriesList {
  readonly all: readonly Series[];
  add(counted: Counted): Series;
  /** The series of the very same name. */
  equal(counted: Counted): Series | undefined;
  /** The series whose name is most alike, if it is alike enough; less is needed where `near` speaks for it. */
  nearest(counted: Counted, near: (series: Series) => boolean): Series | undefined;
}

export function createSeriesList(readName: NameReader): SeriesList {
  const all: Series[] = [];
  const shelf = createNameShelf<Series>();
  const byKey = new Map<string, Series>();
  const byNoun = new Map<string, Series>();
  const read = createReader(readName);
  return {
    all,
    add(counted) {
      const { name, kind, family, key, noun } = read(counted);
      const series: Series = { name, kind, target: counted.target, counted: counted.name, points: [] };
      all.push(series);
      shelf.add(family, name, series);
      addFirst(byKey, key, series);
      addFirst(byNoun, noun, series);
      return series;
    },
    equal(counted) {
      return byKey.get(read(counted).key);
    },
    nearest(counted, near) {
      const { name, family, noun } = read(counted);
      // Nothing is more alike.
      const same = name.key === "" ? undefined : byNoun.get(noun);
      if (same) return same;
      let best: Series | undefined;
      let bestLikeness = 0;
      for (const series of shelf.like(family, name)) {
        const likeness = indicatorLikeness(series.name, name);
        const enough = likeness >= ALIKE || (likeness >= ALIKE_IN_COUNTERPART && near(series));
        if (enough && likeness > bestLikeness) [best, bestLikeness] = [series, likeness];
        if (bestLikeness === 1) break;
      }
      return best;
    },
  };
}

function addFirst(first: Map<string, Series>, key: string, series: Series): void {
  if (!first.has(key)) first.set(key, series);
}

/** A target as the list sorts it: the same for all targets of one name that are counted alike. */
interface Reading {
  readonly name: IndicatorName;
  readonly kind: string;
  /** Targets of two families are never of one series. */
  readonly family: string;
  /** Family and name. */
  readonly key: string;
  /** Family, what is counted, and whether it is what is added. */
  readonly noun: string;
}

/** Each name is read once: the same indicators stand in every year. */
function createReader(readName: NameReader): (counted: Counted) => Reading {
  const readings = new Map<string, Map<string, Reading>>();
  return ({ name, kind }) => {
    let known = readings.get(name);
    if (!known) readings.set(name, (known = new Map<string, Reading>()));
    let reading = known.get(kind);
    if (!reading) {
      const [other] = known.values();
      known.set(kind, (reading = readingOf(other?.name ?? readName(name), kind)));
    }
    return reading;
  };
}

function readingOf(name: IndicatorName, kind: string): Reading {
  const family = `${kind} ${name.family}`;
  const noun = `${family}\n${name.adding ? "+" : "="}${name.noun}`;
  return { name, kind, family, key: `${family}\n${name.key}`, noun };
}
