import type { Finding } from "../check/rule.js";
import { countPassing } from "../text/bisect.js";
import { type Edit, overlaps } from "../text/span.js";

/**
 * The edits of 全部修正: of every finding the first fix that is safe, in reading order, as long as none of its edits
 * clashes with one taken before. What is left over shows up again once these are applied.
 */
export function safeEdits(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const edits = finding.fixes.find((one) => one.safe)?.edits ?? [];
    if (edits.some((edit) => clashes(edit, taken))) continue;
    for (const edit of edits) taken.splice(placeOf(edit, taken), 0, edit);
  }
  return taken;
}

/** Where an edit belongs among edits in order: before the first that begins after it. */
function placeOf(edit: Edit, ordered: readonly Edit[]): number {
  return countPassing(ordered.length, (i) => (ordered[i]?.span.start ?? 0) <= edit.span.start);
}

function clashes(edit: Edit, taken: readonly Edit[]): boolean {
  const place = placeOf(edit, taken);
  // What is taken never overlaps itself, so only its neighbours can clash (two before: an insertion may stand between).
  return taken.slice(Math.max(0, place - 2), place + 1).some((other) => overlaps(edit.span, other.span));
}
