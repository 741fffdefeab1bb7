import type { Finding } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import type { PlanService } from "../../service/planService.js";
import { applyEdits } from "../../text/span.js";

/** One fix may uncover another (a number, then the reference to it); more rounds than this would be a rule's fault. */
const ROUNDS = 8;

export interface Fixed {
  readonly plan: PlanDocument;
  readonly edits: number;
}

/** The draft with every safe fix applied, until none is left. `findingsOf` leaves out what has been silenced. */
export function applyFixes(
  plan: PlanDocument,
  service: PlanService,
  findingsOf: (plan: PlanDocument) => readonly Finding[],
): Fixed {
  let now = plan;
  let edits = 0;
  const seen = new Set([plan.text]);
  for (let round = 0; round < ROUNDS; round++) {
    const found = service.safeEdits(findingsOf(now));
    const text = applyEdits(now.text, found);
    // Two rules that undo each other would go on for ever: the text that has been there before ends it.
    if (found.length === 0 || seen.has(text)) break;
    seen.add(text);
    edits += found.length;
    now = service.parse(text);
  }
  return { plan: now, edits };
}
