import type { Diagnostic } from "vscode-languageserver";
import { originOf } from "../service/findingOrigin.js";
import type { Finding } from "../check/rule.js";
import type { LineStarts } from "../text/lines.js";
import { type DiagnosticFrame, isAt, toDiagnostic } from "./toLsp.js";

export type DiagnosticMaker = (finding: Finding, frame: DiagnosticFrame) => Diagnostic;

/**
 * Makes the diagnostics of one draft from version to version. Most edits move what stands behind them and leave its line
 * and column: what was made of it then is given again.
 */
export function createDiagnosticMaker(): DiagnosticMaker {
  const made = new WeakMap<Finding, Diagnostic>();
  return (finding, frame) => {
    const origin = originOf(finding);
    const known = made.get(origin);
    if (known && holds(known, finding, frame.plan.starts)) return known;
    const diagnostic = Object.freeze(toDiagnostic(finding, frame));
    made.set(origin, diagnostic);
    return diagnostic;
  };
}

/** Whether all places are what they were, as lines and columns. */
function holds(
  { range, relatedInformation = [] }: Diagnostic,
  finding: Finding,
  starts: LineStarts,
): boolean {
  if (!isAt(range, finding.span, starts)) return false;
  return relatedInformation.every(({ location }, i) => {
    const place = finding.related[i];
    return place !== undefined && isAt(location.range, place.span, starts);
  });
}
