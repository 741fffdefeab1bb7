import type { Report } from "../check/report.js";
import { type Call, given } from "../command.js";
import { says } from "../texts/lintTexts.js";
import { editCounts } from "./summary.js";

/** The changes as one patch on standard output; what they amount to on standard error, out of the patch's way. */
export function dryRun(report: Report, { terminal, locale, ...call }: Call): void {
  terminal.out(report.files.map((file) => file.diff ?? "").join(""));
  const counts = says(locale, "wouldFix", editCounts(report));
  if (!given({ terminal, locale, ...call }, "quiet")) terminal.complain(counts);
}
