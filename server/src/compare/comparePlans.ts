import type { WordsOf } from "../segment/rememberedWords.js";
import { characterSegmenter } from "../segment/segmenter.js";
import { later } from "../plan/later.js";
import type { PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { align, type Alignment, type Relation } from "./align.js";
import type { Reason } from "./assignment.js";
import { departmentChanges, type DepartmentChange } from "./departments.js";
import { type Change, createDifference } from "./difference.js";
import type { NameReader } from "./indicatorName.js";
import type { ItemText } from "./itemText.js";
import { type Counterparts, targetSeries, type TargetSeries } from "./targets.js";

/** A plan of an earlier year with the name that it goes by in the result (its path). */
export interface EarlierPlan {
  readonly plan: PlanDocument;
  readonly name: string;
}

export interface CompareOptions {
  /** Where words begin and end. Without it every Chinese character stands for itself. */
  readonly words?: WordsOf;
  /** The one name of a department that goes by several (基教科 → 基础教育科). */
  readonly departmentName?: (name: string) => string;
  /** What the names of indicators say, where it is remembered from one comparison to the next. */
  readonly names?: NameReader;
}

/** An item of either plan: enough to show it; `index` finds all else in `plan.items`. */
export interface ItemReference {
  readonly index: number;
  readonly level: number;
  readonly marker: string;
  readonly title: string;
  /** Heading and body, with all children. */
  readonly span: Span;
  readonly heading: Span;
}

export interface Match {
  readonly relation: Relation;
  /** How alike the texts are; 1 for equal ones. */
  readonly similarity: number;
  /** How sure the pairing is, 0 … 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly earlier: ItemReference;
  readonly draft: ItemReference;
  /** Inside what the two say themselves, markers left out. */
  readonly changes: readonly Change[];
  readonly departments: DepartmentChange;
}

/** The draft beside one earlier plan. Every item of both is in a match, or in `added`, `dropped` or `dissolved`. */
export interface YearComparison {
  readonly name: string;
  readonly title: string | undefined;
  readonly years: readonly [from: number, to: number] | undefined;
  readonly matches: readonly Match[];
  readonly added: readonly ItemReference[];
  readonly dropped: readonly ItemReference[];
  /** Sections of the earlier plan that have no counterpart, while tasks of theirs have one elsewhere. */
  readonly dissolved: readonly ItemReference[];
}

/** Data without references to the plans, so that a worker can hand it over. */
export interface Comparison {
  /** The nearest year first; plans without a year last. */
  readonly years: readonly YearComparison[];
  readonly targets: readonly TargetSeries[];
}

/** The draft beside its earlier years. The same plans give the same result, in whatever order they are named. */
export function comparePlans(
  draft: PlanDocument,
  earlier: readonly EarlierPlan[],
  options: CompareOptions = {},
): Comparison {
  const ordered = [...earlier].sort(
    (a, b) =>
      (b.plan.period?.to ?? -1) - (a.plan.period?.to ?? -1) ||
      (b.plan.period?.from ?? -1) - (a.plan.period?.from ?? -1) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  const plans = ordered.map((one) => one.plan);
  const alignments = align(draft, plans);
  const years = ordered.map((one, i) => yearComparison({ draft, earlier: one, options }, alignments[i]));
  return {
    years,
    targets: targetSeries(draft, plans, counterparts(alignments[0]?.pairs ?? []), options.names),
  };
}

function yearComparison(
  { draft, earlier, options }: { draft: PlanDocument; earlier: EarlierPlan; options: CompareOptions },
  alignment: Alignment | undefined,
): YearComparison {
  const { words = characterSegmenter.cut, departmentName = (name: string) => name } = options;
  const { name, plan } = earlier;
  const { pairs, added, dropped } = alignment ?? { pairs: [], added: [], dropped: [] };
  const departments = departmentChanges(pairs, departmentName);
  const difference = createDifference(words);
  const living = dropped.length === 0 ? NOBODY : livingSections(pairs);
  return {
    name,
    title: plan.title?.text,
    years: plan.period && [plan.period.from, plan.period.to],
    matches: pairs.map(({ relation, similarity, score, reasons, earlier: before, draft: now }, i) => ({
      relation,
      similarity,
      score,
      reasons,
      earlier: reference(before),
      draft: reference(now),
      changes: difference({ text: plan.text, span: before.passage }, { text: draft.text, span: now.passage }),
      departments: departments[i] ?? { added: [], removed: [] },
    })),
    added: added.map(reference),
    dropped: dropped.filter(({ index }) => !living.has(index)).map(reference),
    dissolved: dropped.filter(({ index }) => living.has(index)).map(reference),
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/** The sections of the earlier plan under which something has a counterpart, by `index`. */
function livingSections(pairs: Alignment["pairs"]): Set<number> {
  const living = new Set<number>();
  for (const { earlier } of pairs) {
    let at = earlier.parent;
    for (; at && !living.has(at.index); at = at.parent) living.add(at.index);
  }
  return living;
}

function reference({ item }: ItemText): ItemReference {
  const { index, level, mark, title, span, heading } = item;
  return { index, level, marker: mark.text, title, span, heading };
}

/** Gathered when the first is asked for. */
function counterparts(pairs: Alignment["pairs"]): Counterparts {
  const gathered = later(() => {
    const items: (number[] | undefined)[] = [];
    for (const { draft, earlier } of pairs) {
      const known = items[earlier.index];
      if (known) known.push(draft.index);
      else items[earlier.index] = [draft.index];
    }
    return items;
  });
  return (item) => gathered.get()[item] ?? NONE;
}

const NONE: readonly number[] = [];
