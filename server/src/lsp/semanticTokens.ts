import {
  LRUCache,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
} from "vscode-languageserver";
import type { Token } from "../author/see/semanticTokens.js";
import type { PlanDocument } from "../plan/model.js";
import { author } from "../service/author.js";
import { draftRequest } from "./draftRequest.js";
import { toSpan } from "./fromLsp.js";
import type { Session } from "./session.js";
import { TOKEN_TYPES } from "./tokenTypes.js";

/** What was sent last is kept of so many drafts, so that the next answer can be a difference. */
const KEPT = 16;

/** Markers, departments, indicators, values, years and cited documents, whole, as a difference, or of a stretch. */
export function startSemanticTokens(session: Session): void {
  const { semanticTokens } = session.connection.languages;
  const sent = new LRUCache<string, SemanticTokensBuilder>(KEPT);
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = sent.get(uri) ?? new SemanticTokensBuilder();
    sent.set(uri, builder);
    return builder;
  };
  const nothing: SemanticTokens = { data: [] };
  semanticTokens.on(
    draftRequest(session, {
      name: "semanticTokens/full",
      otherwise: nothing,
      work: ({ uri, plan }) => {
        const builder = new SemanticTokensBuilder();
        sent.set(uri, builder);
        return fill(builder, plan, author.semanticTokens(plan)).build();
      },
    }),
  );
  semanticTokens.onDelta(
    draftRequest(session, {
      name: "semanticTokens/full/delta",
      otherwise: nothing as SemanticTokens | SemanticTokensDelta,
      work: ({ uri, plan }, { previousResultId }) => {
        const builder = builderOf(uri);
        builder.previousResult(previousResultId);
        return fill(builder, plan, author.semanticTokens(plan)).buildEdits();
      },
    }),
  );
  semanticTokens.onRange(
    draftRequest(session, {
      name: "semanticTokens/range",
      otherwise: nothing,
      work: ({ plan }, { range }) =>
        fill(new SemanticTokensBuilder(), plan, author.semanticTokens(plan, toSpan(plan, range))).build(),
    }),
  );
}

function fill(
  builder: SemanticTokensBuilder,
  plan: PlanDocument,
  tokens: readonly Token[],
): SemanticTokensBuilder {
  const { starts } = plan;
  let line = 0;
  for (const { type, span } of tokens) {
    // They come in reading order.
    while ((starts[line + 1] ?? Infinity) <= span.start) line++;
    const character = span.start - (starts[line] ?? 0);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), 0);
  }
  return builder;
}
