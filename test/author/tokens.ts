import { semanticTokens, STRENGTH, type TokenType } from "../../server/src/author/see/semanticTokens.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import type { Span } from "../../server/src/text/span.js";

/** The tokens of a draft one by one. */
export function tokensOf(plan: PlanDocument): { readonly type: TokenType; readonly span: Span }[] {
  const { count, starts, ends, kinds } = semanticTokens(plan);
  return Array.from({ length: count }, (_, i) => ({
    type: STRENGTH[kinds[i] ?? 0] as TokenType,
    span: { start: starts[i] ?? 0, end: ends[i] ?? 0 },
  }));
}
