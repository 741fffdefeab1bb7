import type { Diagnostic } from "vscode-languageserver";
import { originOf, standingOf } from "../service/findingOrigin.js";
import type { Finding } from "../check/rule.js";
import type { LineStarts } from "../text/lines.js";
import { type DiagnosticFrame, isAt, toDiagnostic } from "./toLsp.js";

export type DiagnosticMaker = (findings: readonly Finding[], frame: DiagnosticFrame) => Diagnostic[];

/** What was made of a list of findings, by their origins. */
interface Made {
  readonly origins: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the diagnostics of one draft from version to version. Most edits move what stands behind them and leave its line
 * and column: what was made of it then is given again.
 */
export function createDiagnosticMaker(): DiagnosticMaker {
  let made: Made = { origins: [], diagnostics: [] };
  return (findings, frame) => {
    const { starts } = frame.plan;
    const origins = findings.map(originOf);
    const known = knownIn(made);
    const diagnostics = findings.map((finding, i) => {
      const before = known(origins[i] as Finding);
      return before && holds(before, finding, starts) ? before : Object.freeze(toDiagnostic(finding, frame));
    });
    made = { origins, diagnostics };
    return [...diagnostics];
  };
}

/** Gives what was made of an origin. Asked in the order in which it was made, as it mostly is, it need not search. */
function knownIn({ origins, diagnostics }: Made): (origin: Finding) => Diagnostic | undefined {
  let next = 0;
  let places: Map<Finding, number> | undefined;
  return (origin) => {
    if (origins[next] !== origin) {
      places ??= new Map(origins.map((one, i) => [one, i]));
      const at = places.get(origin);
      if (at === undefined) return undefined;
      next = at;
    }
    return diagnostics[next++];
  };
}

/** Whether all places are what they were, as lines and columns. */
function holds(
  { range, relatedInformation = [] }: Diagnostic,
  finding: Finding,
  starts: LineStarts,
): boolean {
  const { span, related, by } = standingOf(finding);
  if (!isAt(range, span, starts, by)) return false;
  return relatedInformation.every(({ location }, i) => {
    const place = related[i];
    return place !== undefined && isAt(location.range, place.span, starts, by);
  });
}
