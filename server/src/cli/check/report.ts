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
  /** True where --fix could not write it back: read-only, or the disk is full. */
  readonly unwritten: boolean;
  /** What --fix-dry-run would change, as a unified diff; "" where nothing. */
  readonly diff: string | undefined;
}

/**
 * What one draft adds to a report: all that is kept of it once it has been checked, so that thousands take little room
 * and a thread can hand it to another.
 */
export interface FileReport {
  readonly path: string;
  /** As the reporter words it. */
  readonly text: string;
  readonly tally: Tally;
}

/** What a draft amounts to. */
export interface Tally extends Counts {
  /** Findings that --fix mends, and findings that leave a choice. */
  readonly safe: number;
  readonly open: number;
  readonly silenced: number;
  readonly edits: number;
  /** 1 for a draft that could not be written back. */
  readonly unwritten: number;
}

export interface Report {
  /** In the order of their paths, so that the same drafts always give the same report. */
  readonly files: readonly FileReport[];
  readonly unreadable: readonly Unreadable[];
}

export interface Counts {
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<string, number>>;
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

export function tallyOf({ findings, silenced, edits, unwritten }: CheckedFile): Tally {
  const byRule = new Map<string, number>();
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 };
  let [safe, open] = [0, 0];
  for (const { severity, ruleId, fixes } of findings) {
    bySeverity[severity] += 1;
    byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
    if (fixes.some((fix) => fix.safe)) safe += 1;
    else if (fixes.length > 0) open += 1;
  }
  return {
    findings: findings.length,
    bySeverity,
    byRule: Object.fromEntries(byRule),
    safe,
    open,
    silenced: silenced.length,
    edits,
    unwritten: unwritten ? 1 : 0,
  };
}

/** Of all drafts together; the rules that have most to say come first. */
export function countFindings(files: readonly FileReport[]): Counts {
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 };
  const byRule = new Map<string, number>();
  for (const { tally } of files) {
    for (const severity of SEVERITIES) bySeverity[severity] += tally.bySeverity[severity];
    for (const [rule, count] of Object.entries(tally.byRule))
      byRule.set(rule, (byRule.get(rule) ?? 0) + count);
  }
  const ordered = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const findings = sumOf(files, "findings");
  return { findings, bySeverity, byRule: Object.fromEntries(ordered) };
}

export function sumOf(
  files: readonly FileReport[],
  what: "findings" | "safe" | "open" | "silenced" | "edits" | "unwritten",
): number {
  return files.reduce((sum, { tally }) => sum + tally[what], 0);
}

export type Threshold = "error" | "warning" | "info" | "never";

export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
