import { annualYear } from "./annualYear.js";
import { opensAttachment } from "../plan/front.js";
import { linesHolding } from "../plan/linesHolding.js";
import {
  type Comparator,
  type Item,
  itemAt,
  type PlanDocument,
  type Target,
  type YearSource,
} from "../plan/model.js";
import { targetClause } from "../plan/targetClause.js";
import { statedTargets } from "./tableTargets.js";
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
  /** 三、（一）1., the markers down to the item; 附件1 in an attachment; "" before the first item. */
  readonly item: string;
  readonly span: Span;
  readonly excerpt: string;
}

/** The ledger of a plan. `span` and `excerpt` are the clause that states the target, or the row of its table. */
export function targetLedger(plan: PlanDocument): TargetRow[] {
  const { text, items } = plan;
  const holderOf = createHolders(plan);
  const attachmentAt = createAttachments(plan);
  const paths = new Array<string | undefined>(items.length).fill(undefined);
  const { all, tabled } = statedTargets(plan);
  return all.map((target) => {
    const { indicator, value, unit, comparator, yearFrom, kind } = target;
    const isTabled = tabled.has(target);
    const holder = isTabled
      ? aboveRow(holderOf(target.valueSpan.start), target)
      : holderOf(target.valueSpan.start);
    const attachment = attachmentAt(target.valueSpan.start, holder);
    const span = isTabled ? target.span : targetClause(text, target.span);
    return {
      indicator,
      value,
      number: target.number ?? null,
      unit,
      comparator,
      year: annualYear(plan, target, holder) ?? null,
      yearFrom,
      kind,
      item: attachment ?? pathOf(holder, paths),
      span,
      excerpt: text.slice(span.start, span.end),
    };
  });
}

/** What a table stands in: a row that begins with its number is no item. */
function aboveRow(item: Item | undefined, row: Target): Item | undefined {
  return item && item.start >= row.span.start ? item.parent : item;
}

/** Finds the item that holds an offset. Asked in reading order, as targets come, it need not search. */
function createHolders(plan: PlanDocument): (offset: number) => Item | undefined {
  const { items } = plan;
  let next = 0;
  return (offset) => {
    if (next > 0 && (items[next - 1]?.start ?? 0) > offset) return itemAt(plan, offset);
    while (next < items.length && (items[next]?.start ?? 0) <= offset) next++;
    let found: Item | undefined = items[next - 1];
    while (found && offset > found.span.end) found = found.parent;
    return found;
  };
}

/** Tells in which attachment an offset stands that is behind all of an item: 附件1. Asked in reading order. */
function createAttachments(
  plan: PlanDocument,
): (offset: number, holder: Item | undefined) => string | undefined {
  const heads = linesHolding(plan, "附").filter(opensAttachment);
  let next = 0;
  return (offset, holder) => {
    while (next < heads.length && (heads[next]?.start ?? 0) <= offset) next++;
    const head = heads[next - 1];
    if (!head || head.start < (holder?.start ?? 0)) return undefined;
    return /附\s?件\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?/
      .exec(head.paragraph.text)?.[0]
      .replace(/\s/g, "");
  };
}

/** The markers down to an item, from those down to the item above it. */
function pathOf(item: Item | undefined, paths: (string | undefined)[]): string {
  if (!item) return "";
  return (paths[item.index] ??= (namesParents(item) ? "" : pathOf(item.parent, paths)) + item.mark.text);
}

/** 2.1 says itself that it stands below 2. */
function namesParents({ mark }: Item): boolean {
  return mark.style === "decimal";
}
