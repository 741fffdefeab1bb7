import type { Finding } from "../../check/rule.js";
import { type CheckedFile, reaches } from "../check/report.js";
import type { View } from "./reporter.js";

/** The findings of a draft that are wanted; a quiet report has only those that count. */
export function shownFindings({ findings }: CheckedFile, { detail, threshold }: View): readonly Finding[] {
  return detail === "quiet" ? findings.filter((finding) => reaches(finding.severity, threshold)) : findings;
}
