import type { Finding, Severity } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import type { SilencedFinding } from "../../service/silenceMatch.js";
import type { Unreadable } from "../inputs/findInputs.js";

/** One draft as it was checked. */
export interface CheckedFile {
  readonly path: string;
  /** The file itself; undefined for standard input. */
  readonly file: string | undefined;
  readonly plan: PlanDocument;
  readonly findings: readonly Finding[];
  /** Shown only where that is asked for. */
  readonly silenced: readonly SilencedFinding[];
  /** How many edits were made, or would be. */
  readonly edits: number;
  /** What --fix-dry-run would change, as a unified diff; "" where nothing. */
  readonly diff: string | undefined;
}

export interface Report {
  /** In the order of their paths, so that the same drafts always give the same report. */
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
}

export interface Counts {
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<string, number>>;
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

export function countFindings(findings: readonly Finding[]): Counts {
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 };
  const byRule = new Map<string, number>();
  for (const { severity, ruleId } of findings) {
    bySeverity[severity] += 1;
    byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
  }
  const ordered = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { findings: findings.length, bySeverity, byRule: Object.fromEntries(ordered) };
}

export type Threshold = "error" | "warning" | "info" | "never";

export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
