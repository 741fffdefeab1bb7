import type { Finding } from "../../check/rule.js";

/** So many edits of one file a report writes out, and those of the first fix, however many. */
const MOST_EDITS = 20_000;

/**
 * The findings of one file, those beyond the bound without their fixes. One slip of numbering may be told at hundreds of items,
 * each with the fix that renumbers all of them: written out with each, the report would grow with the square of the draft.
 */
export function boundedFixes(findings: readonly Finding[]): Finding[] {
  let written = 0;
  return findings.map((finding) => {
    const edits = finding.fixes.reduce((count, fix) => count + fix.edits.length, 0);
    if (edits === 0) return finding;
    if (written > 0 && written + edits > MOST_EDITS) return { ...finding, fixes: [] };
    written += edits;
    return finding;
  });
}
