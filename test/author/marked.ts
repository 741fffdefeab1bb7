import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import type { Typed } from "../../server/src/author/typing/typed.js";
import { applyEdits, type Span } from "../../server/src/text/span.js";

/** The caret in a case. Full-width, so that the columns of a case stay in line. */
export const CARET = "｜";

/** A draft with its caret mark taken out, and where it stood. */
export function marked(text: string): { readonly plan: PlanDocument; readonly offset: number } {
  const offset = text.indexOf(CARET);
  return { plan: parsePlan(text.replace(CARET, "")), offset: Math.max(0, offset) };
}

/** The draft after a key, the caret marked; "—" where the key does nothing of its own. */
export function afterKey(
  key: (plan: PlanDocument, offset: number) => Typed | undefined,
  text: string,
): string {
  const { plan, offset } = marked(text);
  const typed = key(plan, offset);
  if (!typed) return "—";
  const result = applyEdits(plan.text, typed.edits);
  return result.slice(0, typed.caret) + CARET + result.slice(typed.caret);
}

/** The draft with spans marked ⟦ ⟧, as one reads them. */
export function withMarks(text: string, spans: readonly Span[]): string {
  const edits = spans.map((span) => ({ span, newText: `⟦${text.slice(span.start, span.end)}⟧` }));
  return applyEdits(text, edits);
}
