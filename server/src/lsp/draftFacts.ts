import type { Range } from "vscode-languageserver";
import type { KnownIndicator } from "../author/folder.js";
import type { Item, PlanDocument, PlanKind } from "../plan/model.js";
import { fileNameOf } from "./folderFiles.js";
import { toRange } from "./toLsp.js";

/** What is kept in mind of a draft of the folder once its tree is let go. */
export interface DraftFacts {
  readonly uri: string;
  readonly fileName: string;
  readonly title: string;
  readonly kind: PlanKind;
  /** The first and the last year that it is for. */
  readonly years: readonly [number, number] | undefined;
  /** How many tasks name a department. */
  readonly departments: ReadonlyMap<string, number>;
  readonly indicators: readonly KnownIndicator[];
  readonly items: readonly ItemFact[];
}

/** One numbered item, to be found by its words or its departments. */
export interface ItemFact {
  readonly name: string;
  /** The headings above it. */
  readonly within: string;
  readonly level: number;
  readonly departments: readonly string[];
  readonly range: Range;
}

/** More than any plan has; what is behind them is no plan. */
const MOST = 3000;

export function draftFacts(uri: string, plan: PlanDocument): DraftFacts {
  const fileName = fileNameOf(uri);
  const departments = new Map<string, number>();
  for (const item of plan.items) {
    for (const name of namesIn(item)) departments.set(name, (departments.get(name) ?? 0) + 1);
  }
  return {
    uri,
    fileName,
    title: titleOf(plan) ?? fileName.replace(/\.[^.]*$/, ""),
    kind: plan.kind,
    years: plan.period && [plan.period.from, plan.period.to],
    departments,
    indicators: indicatorsIn(plan),
    items: plan.items.slice(0, MOST).map((item) => itemFact(plan, item)),
  };
}

/** Its title, however many lines it takes; undefined where it has none. */
export function titleOf({ title }: PlanDocument): string | undefined {
  return title?.text.replace(/\s+/g, "");
}

function namesIn(item: Item): readonly string[] {
  return [...new Set(item.responsibilities.flatMap((one) => one.departments.map(({ name }) => name)))];
}

function indicatorsIn(plan: PlanDocument): KnownIndicator[] {
  return plan.targets
    .filter((target) => target.kind === "goal" && target.indicator !== "")
    .slice(0, MOST)
    .map(({ indicator, value, year }) => ({ name: indicator, value, year }));
}

function itemFact(plan: PlanDocument, item: Item): ItemFact {
  const { marker, heading } = item;
  return {
    name: marker.text + item.title,
    within: item.parent ? item.parent.marker.text + item.parent.title : "",
    level: item.level,
    departments: namesIn(item),
    range: toRange(plan, { start: marker.span.start, end: Math.max(marker.span.end, heading.end) }),
  };
}
