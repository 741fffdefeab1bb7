import { lineIn, linesOfRole } from "../../../plan/fewLines.js";
import type { Line, PlanDocument } from "../../../plan/model.js";
import { lineAt } from "../../../text/lines.js";
import { shift } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { datesInWords, inStandardForm, numericDates, type WrittenDate } from "./writtenDates.js";

/** GB/T 9704-2012 asks for Arabic digits from July 2012 on; before, 成文日期 was written in Chinese ones. */
const ARABIC_SINCE = 2013;

export const dateForm: DocumentRule = {
  id: "date-form",
  subject: "structure",
  scope: "document",
  sees: { structure: ["lines", "frame"] },
  severity: "warning",
  title: { "zh-CN": "成文日期写作2026年3月5日", en: "The date of issue is written 2026年3月5日" },
  why: {
    "zh-CN": "成文日期用阿拉伯数字标全年、月、日，月、日不编虚位（1不编为01）。",
    en: "The date of issue has Arabic digits, the full year, month and day, and no padding zeros.",
  },
  clause: { "zh-CN": "GB/T 9704-2012 7.3.5.4", en: "GB/T 9704-2012 7.3.5.4" },
  texts: {
    "zh-CN": {
      padded: "成文日期的月、日不编虚位，应为“{right}”。",
      hanzi: "成文日期用阿拉伯数字，应为“{right}”。",
      numeric: "成文日期标全年、月、日，应为“{right}”。",
      fix: "改为“{right}”",
    },
    en: {
      padded: "No padding zeros in the date of issue: “{right}”.",
      hanzi: "The date of issue has Arabic digits: “{right}”.",
      numeric: "The date of issue is written in full: “{right}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    { bad: "云岭市教育局\n⟦2026年02月25日⟧", good: "云岭市教育局\n2026年2月25日" },
    { bad: "云岭市教育局\n⟦二〇二六年二月二十五日⟧", good: "云岭市教育局\n2026年2月25日" },
  ],
  *check(plan) {
    for (const line of linesOfRole(plan, "date")) {
      const { text } = line.paragraph;
      const date = datesInWords(text)[0] ?? (isSigned(plan, line) ? numericDates(text)[0] : undefined);
      const key = date && slipIn(date);
      if (!date || !key) continue;
      const right = inStandardForm(date);
      const span = shift(date.span, line.start);
      yield {
        span,
        message: { key, fill: { right } },
        fixes: [{ title: { key: "fix", fill: { right } }, edits: [{ span, newText: right }], safe: true }],
      };
    }
  },
};

function slipIn(date: WrittenDate): "padded" | "hanzi" | "numeric" | undefined {
  if (date.form === "numeric") return "numeric";
  if (date.form === "hanzi") return (date.year ?? 0) >= ARABIC_SINCE ? "hanzi" : undefined;
  return /[年月]\s?0\d/.test(date.text) ? "padded" : undefined;
}

/** Numbers that stand alone on a line may be a page's own stamp: only below a signature are they the date of issue. */
function isSigned(plan: PlanDocument, { start }: Line): boolean {
  let before: Line | undefined;
  for (
    let i = lineAt(plan.starts, start) - 1;
    i >= 0 && (before === undefined || before.role === "blank");
    i--
  )
    before = lineIn(plan, i);
  return before?.role === "signature";
}
