import type { Diagnostic, Range } from "vscode-languageserver";

/** True where two lists say the same of the same places. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return sameLists(a, b, sameDiagnostic);
}

/** The code tells the rule's page, and the server's own remarks have neither. */
function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  if (a === b) return true;
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    sameRange(a.range, b.range) &&
    sameLists(
      a.relatedInformation ?? [],
      b.relatedInformation ?? [],
      (one, other) => one.message === other.message && sameRange(one.location.range, other.location.range),
    )
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function sameLists<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => same(one, b[i] as T));
}
