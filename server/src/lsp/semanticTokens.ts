import {
  LRUCache,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
} from "vscode-languageserver";
import type { Tokens } from "../author/see/semanticTokens.js";
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

/** The places of the types in the legend. */
const LEGEND = author.tokenTypes.map((type) => TOKEN_TYPES.indexOf(type));

function fill(builder: SemanticTokensBuilder, plan: PlanDocument, tokens: Tokens): SemanticTokensBuilder {
  const { starts } = plan;
  let line = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0;
    // They come in reading order.
    while ((starts[line + 1] ?? Infinity) <= start) line++;
    const length = (tokens.ends[i] ?? 0) - start;
    builder.push(line, start - (starts[line] ?? 0), length, LEGEND[tokens.kinds[i] ?? 0] ?? 0, 0);
  }
  return builder;
}
