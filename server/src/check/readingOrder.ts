import type { Finding } from "./rule.js";

/** Findings as one reads them: by where they begin, the shorter first, by their rule where both are the same. */
export function inReadingOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compareIds(a.ruleId, b.ruleId);
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
