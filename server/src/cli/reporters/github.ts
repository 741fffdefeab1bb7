import { relative, sep } from "node:path";
import type { Severity } from "../../check/rule.js";
import { lineColumn } from "../../text/lines.js";
import type { CheckedFile } from "../check/report.js";
import type { Reporter, View } from "./reporter.js";
import { shownFindings } from "./shown.js";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands: GitHub shows each beside the line of the draft. */
export const githubReport: Reporter = {
  file: (file, view) => annotations(file, view).join(""),
  whole: ({ files }) => files.map(({ text }) => text).join(""),
};

function annotations(file: CheckedFile, view: View): string[] {
  const path = file.file === undefined ? file.path : relative(view.cwd, file.file).split(sep).join("/");
  return shownFindings(file, view).map((finding) => {
    const start = lineColumn(file.plan.starts, finding.span.start);
    const end = lineColumn(file.plan.starts, finding.span.end);
    const properties = [
      `file=${property(path)}`,
      `line=${start.line + 1}`,
      `endLine=${end.line + 1}`,
      // GitHub takes columns only where a place stays on one line.
      ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
      `title=${property(finding.ruleId)}`,
    ];
    return `::${LEVELS[finding.severity]} ${properties.join(",")}::${data(finding.message)}\n`;
  });
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
