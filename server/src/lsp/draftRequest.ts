import type { CancellationToken, Position, ResponseError } from "vscode-languageserver";
import type { RosterEntry } from "../check/rule.js";
import type { Draft } from "./drafts.js";
import { toSpan } from "./fromLsp.js";
import { guarded, type Session } from "./session.js";

interface OfDraft {
  readonly textDocument: { readonly uri: string };
}

/** A handler for a request about an open draft; one about any other document gets `otherwise`. */
export function draftRequest<P extends OfDraft, R>(
  session: Session,
  request: {
    readonly name: string;
    readonly otherwise: R;
    readonly work: (draft: Draft, params: P) => R | Promise<R>;
  },
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  const { name, otherwise, work } = request;
  return guarded(session, {
    name: `textDocument/${name}`,
    otherwise,
    work: async (params: P) => {
      const draft = session.drafts.get(params.textDocument.uri);
      return draft ? await work(draft, params) : otherwise;
    },
  });
}

/** 科室名册 as it holds for a draft. */
export async function rosterOf(session: Session, uri: string): Promise<readonly RosterEntry[]> {
  return (await session.configuration.of(uri)).settings.roster;
}

export function offsetOf({ plan }: Draft, position: Position): number {
  return toSpan(plan, { start: position, end: position }).start;
}
