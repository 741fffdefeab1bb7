import type { Item, PlanDocument } from "../../plan/model.js";
import type { Span } from "../../text/span.js";
import type { Said } from "./texts.js";

/** What is to be said above a chapter. */
export interface LensCount {
  readonly item: Item;
  /** Its marker and heading. */
  readonly span: Span;
  readonly tasks: number;
  readonly withoutDepartment: number;
  readonly targets: number;
  readonly withoutYear: number;
  readonly text: Said;
}

/** What the rules think of a leaf item: one without its department, one that needs none (指导思想), or a task like others. */
export type TaskJudge = (item: Item) => "missing" | "exempt" | "task";

/** The counts of every chapter (item of level 1) that has a task or a target. */
export function lensCounts(plan: PlanDocument, judge: TaskJudge): LensCount[] {
  return plan.roots.flatMap((item): LensCount[] => {
    const all = plan.items.slice(item.index, lastIndex(item) + 1);
    const judged = all.filter((one) => one.children.length === 0).map(judge);
    const goals = all.flatMap((one) => one.targets).filter((target) => target.kind === "goal");
    const counts = {
      tasks: judged.filter((verdict) => verdict !== "exempt").length,
      withoutDepartment: judged.filter((verdict) => verdict === "missing").length,
      targets: goals.length,
      withoutYear: goals.filter((target) => target.yearFrom === "none").length,
    };
    if (counts.tasks === 0 && counts.targets === 0) return [];
    const span = { start: item.marker.span.start, end: Math.max(item.marker.span.end, item.heading.end) };
    return [{ item, span, ...counts, text: { key: "lens.counts", fill: counts } }];
  });
}

function lastIndex(item: Item): number {
  let at = item;
  for (let last = at.children.at(-1); last; last = last.children.at(-1)) at = last;
  return at.index;
}
