import type { Finding } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import { parsePlan } from "../plan/parsePlan.js";
import { composeEdits } from "../text/composeEdits.js";
import { applyEdits, type Edit } from "../text/span.js";
import { safeEdits } from "./safeEdits.js";

/** One fix may uncover another (a number, then the reference to it); more rounds than this would be a rule's fault. */
const ROUNDS = 16;

export interface Fixed {
  /** The draft with all of them made. */
  readonly plan: PlanDocument;
  /** Edits of the draft as it was, none overlapping another. */
  readonly edits: readonly Edit[];
}

/** 全部修正: a draft with every safe fix applied, until none is left. `findingsOf` says what is to be mended. */
export function fixAll(plan: PlanDocument, findingsOf: (plan: PlanDocument) => readonly Finding[]): Fixed {
  let now = plan;
  let edits: readonly Edit[] = [];
  const seen = new Set([plan.text]);
  for (let round = 0; round < ROUNDS; round++) {
    const found = safeEdits(findingsOf(now));
    const text = applyEdits(now.text, found);
    // Two rules that undo each other would go on for ever: the text that has been there before ends it.
    if (found.length === 0 || seen.has(text)) break;
    seen.add(text);
    edits = round === 0 ? found : composeEdits(edits, now.text, found);
    now = parsePlan(text, now);
  }
  return { plan: now, edits: edits.filter((edit) => changes(plan.text, edit)) };
}

/** What one round wrote another may have put back. */
function changes(text: string, { span, newText }: Edit): boolean {
  return text.slice(span.start, span.end) !== newText;
}
