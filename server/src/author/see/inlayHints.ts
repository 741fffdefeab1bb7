import type { PlanDocument, YearSource } from "../../plan/model.js";
import type { Span } from "../../text/span.js";
import type { Said } from "./texts.js";

/** A year to be shown behind a value that does not say it. */
export interface YearHint {
  /** Behind the value. */
  readonly offset: number;
  readonly year: number;
  readonly from: YearSource;
  readonly text: Said;
}

/**
 * The years that targets take from their item or from a heading above, within a stretch of the text (the whole of it by
 * default). A year that the title gives is the same for all of them and is not repeated at each.
 */
export function inlayHints(plan: PlanDocument, range?: Span): YearHint[] {
  const from = range?.start ?? 0;
  const to = range?.end ?? plan.text.length;
  return plan.targets.flatMap((target): YearHint[] => {
    const { year, yearFrom } = target;
    const offset = target.valueSpan.end;
    if (year === undefined || target.kind !== "goal" || offset < from || offset > to) return [];
    if (yearFrom !== "item" && yearFrom !== "section") return [];
    return [{ offset, year, from: yearFrom, text: { key: "hint.year", fill: { year } } }];
  });
}
