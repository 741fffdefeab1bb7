import { countFindings, type Report, sumOf } from "../check/report.js";
import { says } from "../texts/lintTexts.js";
import type { View } from "./reporter.js";

/** What a report amounts to, and what can be done about it. */
export function summaryLines(report: Report, { locale, mended, detail }: View): string[] {
  const { files } = report;
  const [silenced, safe, open] = [sumOf(files, "silenced"), sumOf(files, "safe"), sumOf(files, "open")];
  const { findings, bySeverity, byRule } = countFindings(files);
  const lines = [says(locale, "summary", { files: files.length, findings, ...bySeverity })];
  const rules = Object.entries(byRule).map(([rule, count]) => `${rule} ${count}`);
  if (rules.length > 0) lines.push(`  ${rules.join(" · ")}`);
  if (mended === "written") lines.push(says(locale, "fixed", editCounts(report)));
  if (silenced > 0) {
    lines.push(says(locale, detail === "ignored" ? "shownSilenced" : "silencedCount", { count: silenced }));
  }
  const ways = [
    ...(safe > 0 ? [says(locale, "fixable", { count: safe })] : []),
    ...(open > 0 ? [says(locale, "choosable", { count: open })] : []),
    ...(rules.length > 0 ? [says(locale, "ruleHelp")] : []),
  ];
  return ways.length > 0 ? [...lines, ways.join(locale === "en" ? " " : "")] : lines;
}

export function editCounts(report: Report): { readonly count: number; readonly files: number } {
  const touched = report.files.filter(({ tally }) => tally.edits > 0);
  return { count: sumOf(touched, "edits"), files: touched.length };
}
