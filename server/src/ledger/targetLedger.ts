import {
  type Comparator,
  type Item,
  itemAt,
  markerPath,
  type PlanDocument,
  type YearSource,
} from "../plan/model.js";
import type { Span } from "../text/span.js";

/** 指标台账: one row for each quantified goal or achievement, in reading order. */
export interface TargetRow {
  readonly indicator: string;
  readonly value: string;
  /** Per cent divided by 100; null for a range and where it cannot be told. */
  readonly number: number | null;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly year: number | null;
  readonly yearFrom: YearSource;
  readonly kind: "goal" | "achievement";
  /** 三、（一）1., the markers down to the item; "" before the first item. */
  readonly item: string;
  readonly span: Span;
  readonly excerpt: string;
}

/** The ledger of a plan. `span` and `excerpt` are the clause that states the target. */
export function targetLedger(plan: PlanDocument): TargetRow[] {
  const paths = new Map<Item, string>();
  return plan.targets.map((target) => {
    const { indicator, value, unit, comparator, yearFrom, kind } = target;
    const span = trimmed(plan.text, target.span);
    return {
      indicator,
      value,
      number: target.number ?? null,
      unit,
      comparator,
      year: target.year ?? null,
      yearFrom,
      kind,
      item: pathOf(itemAt(plan, target.valueSpan.start), paths),
      span,
      excerpt: plan.text.slice(span.start, span.end),
    };
  });
}

function pathOf(item: Item | undefined, paths: Map<Item, string>): string {
  if (!item) return "";
  const known = paths.get(item);
  if (known !== undefined) return known;
  const path = markerPath(item).join("");
  paths.set(item, path);
  return path;
}

function trimmed(text: string, { start, end }: Span): Span {
  const clause = text.slice(start, end);
  const lead = /^[\s—]*/.exec(clause)?.[0].length ?? 0;
  return { start: start + lead, end: start + Math.max(lead, clause.trimEnd().length) };
}
