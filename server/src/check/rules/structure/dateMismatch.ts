import { metadataValue } from "../../../plan/front.js";
import type { PlanDocument } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { titledYear } from "../targets/places.js";
import { datesOfIssue, datesOfPrinting } from "./issueDates.js";
import {
  aroundMonths,
  compareDates,
  datesInWords,
  daysIn,
  exists,
  inStandardForm,
  numericDates,
  type WrittenDate,
} from "./writtenDates.js";
import { weekdaySlip } from "./weekdays.js";

export const dateMismatch: DocumentRule = {
  id: "date-mismatch",
  subject: "structure",
  scope: "document",
  sees: { structure: ["lines", "frame"], words: aroundMonths },
  severity: "warning",
  title: { "zh-CN": "日期存在，且前后一致", en: "Dates exist and agree" },
  why: {
    "zh-CN":
      "日历上没有的日期、与星期不符的日期、两处不一的成文日期，总有一处是错的。单年度文稿里没有写年份的日期，按标题的年份核对星期；岁末年初两头都说得通的不算。",
    en: "A day that no calendar has, a wrong weekday, two dates of issue: one of them is wrong. In a plan for one year a day without a year is taken to be of that year, save in winter.",
  },
  clause: {
    "zh-CN": "《党政机关公文处理工作条例》第九条（十二）；GB/T 9704-2012 7.3.5.4、7.4.3",
    en: "Regulations on official documents, art. 9 (12); GB/T 9704-2012 7.3.5.4, 7.4.3",
  },
  texts: {
    "zh-CN": {
      none: "没有“{date}”这一天。",
      weekday: "{date}是星期{right}，不是星期{found}。",
      metadata: "落款日期“{date}”与页首所列成文日期“{other}”不一致。",
      imprint: "印发日期“{date}”早于成文日期“{other}”。",
      other: "另一日期在此",
      fix: "改为“{right}”",
    },
    en: {
      none: "There is no “{date}”.",
      weekday: "{date} is a 星期{right}, not a 星期{found}.",
      metadata:
        "The date below the signature, “{date}”, is not the date of issue given at the head, “{other}”.",
      imprint: "The date of printing, “{date}”, lies before the date of issue, “{other}”.",
      other: "The other date",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    { bad: "一、时间安排\n⟦2月30日⟧前完成自查。", good: "一、时间安排\n2月28日前完成自查。" },
    {
      bad: "一、时间安排\n⟦2026年3月5日（星期三）⟧召开会议。",
      good: "一、时间安排\n2026年3月5日（星期四）召开会议。",
    },
  ],
  *check(plan) {
    const ofTitle = titledYear(plan);
    for (const date of datesInWords(plan.text)) {
      if (!exists(date)) yield noSuchDay(date);
      else yield* wrongWeekday(date, weekdaySlip(plan.text, date, ofTitle));
    }
    yield* againstMetadata(plan);
    yield* printedTooEarly(plan);
  },
};

function noSuchDay(date: WrittenDate): Remark {
  const last = daysIn(date.month, date.year);
  const isLate = last > 0 && date.day > last && date.day <= 31 && date.form === "arabic";
  return {
    span: date.span,
    message: { key: "none", fill: { date: date.text } },
    fixes: isLate ? [change(date.span, inStandardForm({ ...date, day: last }))] : [],
  };
}

function change(span: Span, right: string): NonNullable<Remark["fixes"]>[number] {
  return { title: { key: "fix", fill: { right } }, edits: [{ span, newText: right }], safe: false };
}

/** 2026年3月5日（星期三）: the year makes it provable. */
function* wrongWeekday(date: WrittenDate, wrong: ReturnType<typeof weekdaySlip>): Generator<Remark> {
  if (!wrong) return;
  yield {
    span: { start: date.span.start, end: wrong.said.end },
    message: { key: "weekday", fill: { date: date.text, right: wrong.right, found: wrong.said.day } },
    fixes: [change(wrong.said.span, wrong.right)],
  };
}

/** 成文日期 of the block that a page puts before the document. */
function* againstMetadata(plan: PlanDocument): Generator<Remark> {
  const given = metadataValue(plan.lines, /^成文(?:日期|时间)/);
  const other = given && (numericDates(given.text)[0] ?? datesInWords(given.text)[0]);
  const signed = datesOfIssue(plan);
  const [first] = signed;
  if (!given || other?.year === undefined || !first || signed.some((date) => compareDates(date, other) === 0))
    return;
  yield {
    span: first.span,
    message: { key: "metadata", fill: { date: first.text, other: other.text } },
    related: [{ span: given.span, message: { key: "other" } }],
    fixes: [change(first.span, inStandardForm(other))],
  };
}

function* printedTooEarly(plan: PlanDocument): Generator<Remark> {
  const [printed, issued] = [datesOfPrinting(plan).at(-1), datesOfIssue(plan)[0]];
  if (!printed || !issued || compareDates(printed, issued) >= 0) return;
  yield {
    span: printed.span,
    message: { key: "imprint", fill: { date: printed.text, other: issued.text } },
    related: [{ span: issued.span, message: { key: "other" } }],
  };
}
