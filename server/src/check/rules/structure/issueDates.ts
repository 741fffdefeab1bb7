import type { PlanDocument } from "../../../plan/model.js";
import { shift } from "../../../text/span.js";
import { datesInWords, type WrittenDate } from "./writtenDates.js";

/** 成文日期 below the notice and below the plan. */
export function datesOfIssue(plan: PlanDocument): WrittenDate[] {
  return dateLines(plan, /[日）)]$/);
}

/** 印发日期 of the imprint. */
export function datesOfPrinting(plan: PlanDocument): WrittenDate[] {
  return dateLines(plan, /印发$/);
}

function dateLines(plan: PlanDocument, ending: RegExp): WrittenDate[] {
  return plan.front.dates
    .filter((line) => ending.test(line.text))
    .flatMap((line) =>
      datesInWords(line.text).map((date) => ({ ...date, span: shift(date.span, line.span.start) })),
    )
    .filter((date) => date.year !== undefined);
}
