import { countFindings, type Report } from "../check/report.js";
import { says } from "../texts/lintTexts.js";
import type { View } from "./reporters.js";

/** What a report amounts to, and what can be done about it. */
export function summaryLines(report: Report, { locale, mended, detail }: View): string[] {
  const findings = report.files.flatMap((file) => file.findings);
  const silenced = report.files.reduce((sum, file) => sum + file.silenced.length, 0);
  const safe = findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
  const open = findings.filter(
    (finding) => finding.fixes.length > 0 && !finding.fixes.some((fix) => fix.safe),
  );
  const { bySeverity, byRule } = countFindings(findings);
  const lines = [
    says(locale, "summary", { files: report.files.length, findings: findings.length, ...bySeverity }),
  ];
  const rules = Object.entries(byRule).map(([rule, count]) => `${rule} ${count}`);
  if (rules.length > 0) lines.push(`  ${rules.join(" · ")}`);
  if (mended === "written") lines.push(says(locale, "fixed", editCounts(report)));
  if (silenced > 0) {
    lines.push(says(locale, detail === "ignored" ? "shownSilenced" : "silencedCount", { count: silenced }));
  }
  const ways = [
    ...(safe > 0 ? [says(locale, "fixable", { count: safe })] : []),
    ...(open.length > 0 ? [says(locale, "choosable", { count: open.length })] : []),
    ...(rules.length > 0 ? [says(locale, "ruleHelp")] : []),
  ];
  return ways.length > 0 ? [...lines, ways.join(locale === "en" ? " " : "")] : lines;
}

export function editCounts(report: Report): { readonly count: number; readonly files: number } {
  const touched = report.files.filter((file) => file.edits > 0);
  return { count: touched.reduce((sum, file) => sum + file.edits, 0), files: touched.length };
}
