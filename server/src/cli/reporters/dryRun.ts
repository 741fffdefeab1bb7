import type { Report } from "../check/report.js";
import { type Call, given } from "../command.js";
import { says } from "../texts/lintTexts.js";
import type { Reporter } from "./reporter.js";
import { editCounts } from "./summary.js";

/** The changes as one patch. */
export const patch: Reporter = {
  file: ({ diff }) => diff ?? "",
  whole: ({ files }) => files.map(({ text }) => text).join(""),
};

/** What the patch amounts to, on standard error, out of its way. */
export function sayPatched(report: Report, call: Call): void {
  const { terminal, locale } = call;
  if (!given(call, "quiet")) terminal.complain(says(locale, "wouldFix", editCounts(report)));
}
