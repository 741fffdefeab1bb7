import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Configuration, DraftSettings } from "./configuration.js";
import type { Draft, Drafts } from "./drafts.js";
import type { Folder } from "./folder.js";
import type { ClientFacts } from "./clientFacts.js";
import type { PinyinShelf } from "./pinyin.js";
import type { TeamSnippets } from "./teamSnippets.js";
import type { Comparisons } from "./comparisons.js";
import { type ServerTexts } from "./texts.js";
import type { Finding } from "../check/rule.js";
import { siftFindings } from "../service/silenceMatch.js";
import type { DiagnosticFrame } from "./toLsp.js";
import { turn } from "./turn.js";

/** One client, from its `initialize` to its `exit`: everything that a handler needs. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly texts: ServerTexts;
  readonly drafts: Drafts;
  readonly configuration: Configuration;
  readonly comparisons: Comparisons;
  /** The drafts of the workspace, open or not. */
  readonly folder: Folder;
  readonly pinyin: PinyinShelf;
  readonly teamSnippets: TeamSnippets;
  readonly rulesBase: string;
}

/** A draft with its settings and findings, of one and the same version. */
export interface CheckResult {
  readonly draft: Draft;
  readonly settings: DraftSettings;
  /** Without those that are silenced. */
  readonly findings: readonly Finding[];
  readonly frame: DiagnosticFrame;
}

/** A draft that is open, checked. */
export interface CheckedDraft extends CheckResult {
  /** Changes whenever the same draft, at the same version, may have other findings: compared anew, other settings. */
  readonly state: string;
}

/** The draft of a URI checked now; undefined where it is not open (any more). */
export async function checkedDraft(session: Session, uri: string): Promise<CheckedDraft | undefined> {
  if (!session.drafts.get(uri)) return undefined;
  const settings = await session.configuration.of(uri);
  // Read after the settings have come: the draft may have been edited or closed meanwhile.
  const draft = session.drafts.get(uri);
  if (!draft) return undefined;
  const earlier = session.comparisons.earlierOf(draft);
  // A huge draft takes its time, and another edit or other settings make it a vain one.
  const isReady = await session.drafts.prepare(draft, settings.service, earlier);
  if (!isReady || !session.configuration.holds(settings)) return await checkedDraft(session, uri);
  const findings = findingsOf(session, draft, settings);
  const state = `${settings.generation}:${session.comparisons.generation(uri)}`;
  return { draft, settings, findings, state, frame: { uri, plan: draft.plan, rulesBase: session.rulesBase } };
}

/** What is to be said of a draft, or of what a fix would make of it. */
export function findingsOf(session: Session, draft: Draft, settings: DraftSettings): readonly Finding[] {
  const all = session.drafts.findings(draft, settings.service, session.comparisons.earlierOf(draft));
  return siftFindings(draft.plan, all, settings.silenced).kept;
}

const STOPPED = Symbol("stopped");

/**
 * A request handler that never takes the server with it: what it throws is logged and the client gets `otherwise`,
 * and a request that was cancelled meanwhile is not worked on at all.
 */
export function guarded<P, R>(
  session: Session,
  request: { readonly name: string; readonly otherwise: R; readonly work: (params: P) => Promise<R> },
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    await turn();
    if (token.isCancellationRequested) return cancelled();
    try {
      // Where the work takes several turns, who has cancelled need not wait for the rest of it.
      const stopped = new Promise<typeof STOPPED>((stop) => {
        token.onCancellationRequested(() => stop(STOPPED));
      });
      const result = await Promise.race([request.work(params), stopped]);
      return result === STOPPED || token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      // Meant for the reader: why it cannot be done.
      if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
      session.connection.console.error(
        `${request.name}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      return request.otherwise;
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
