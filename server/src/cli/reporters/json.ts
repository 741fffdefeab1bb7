import type { Finding } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import { type LineColumn, lineColumn } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import { excerpt } from "../check/excerpt.js";
import { type CheckedFile, countFindings } from "../check/report.js";
import { boundedFixes } from "./boundedFixes.js";
import { indentedJson, jsonList } from "./jsonList.js";
import type { Reporter, View } from "./reporter.js";

export interface JsonRange {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** The range that LSP would give: zero-based lines, columns in UTF-16 units. */
export function jsonRange(plan: PlanDocument, span: Span): JsonRange {
  return { start: lineColumn(plan.starts, span.start), end: lineColumn(plan.starts, span.end) };
}

/** The years that a plan is for, as every command's JSON gives them. */
export function planYears(plan: PlanDocument): [number, number] | null {
  return plan.period ? [plan.period.from, plan.period.to] : null;
}

export function jsonFinding(plan: PlanDocument, finding: Finding): object {
  const [fix] = finding.fixes;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    range: jsonRange(plan, finding.span),
    excerpt: excerpt(plan, finding.span),
    fix: fix
      ? {
          title: fix.title,
          edits: fix.edits.map((edit) => ({ range: jsonRange(plan, edit.span), newText: edit.newText })),
        }
      : null,
  };
}

/** `lint --format json`: version 1 of the contract. */
export const jsonReport: Reporter = {
  file: (file, view) => indentedJson(jsonFile(file, view), 2),
  whole({ files, unreadable }) {
    const summary = { files: files.length, ...countFindings(files) };
    const parts = jsonList(
      files.map(({ text }) => text),
      1,
    );
    const value = { version: 1, files: [], summary, unreadable };
    // The first list of the value is that of the files: nothing before it holds one.
    return `${JSON.stringify(value, undefined, 2).replace("[]", () => parts)}\n`;
  },
};

function jsonFile(file: CheckedFile, view: View): object {
  const { plan } = file;
  return {
    path: file.path,
    kind: plan.kind,
    title: plan.title?.text ?? null,
    planYears: planYears(plan),
    findings: boundedFixes(file.findings).map((finding) => jsonFinding(plan, finding)),
    ...(view.detail === "ignored"
      ? {
          ignored: file.silenced.map(({ finding, entry }) => ({
            ...jsonFinding(plan, finding),
            reason: entry.reason ?? null,
          })),
        }
      : {}),
    ...(view.mended === "written" ? { fixed: file.edits } : {}),
    ...(file.diff === undefined ? {} : { diff: file.diff }),
  };
}
