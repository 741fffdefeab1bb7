import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { LONGEST_DRAFT } from "./drafts.js";
import { type CheckedDraft, checkedDraft, guarded, type Session } from "./session.js";
import type { Run } from "./fromLsp.js";
import { toDiagnostic, toNote } from "./toLsp.js";

/** Typing comes in bursts; a draft is checked when the hand rests this long. */
const PAUSE_MS = 120;

export interface DiagnosticsFeature {
  opened(uri: string): void;
  edited(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Somebody wants it checked now, whatever the settings say. */
  asked(uri: string): void;
  /** Settings have changed: every open draft is to be looked at again. */
  refresh(): void;
}

/** Findings as diagnostics: pulled by a client that can, pushed to any other, never both. */
export function startDiagnostics(session: Session): DiagnosticsFeature {
  return session.client.pulls ? startPull(session) : startPush(session);
}

/** The findings as they are listed: no more than were asked for, and what is left out is said. */
export function diagnosticsOf(
  { draft, findings, settings, frame }: CheckedDraft,
  session: Session,
): Diagnostic[] {
  if (draft.length > LONGEST_DRAFT) return [toNote(session.texts.tooLong(draft.length, LONGEST_DRAFT))];
  const shown = findings
    .slice(0, settings.maxNumberOfProblems)
    .map((finding) => toDiagnostic(finding, frame));
  if (findings.length > shown.length)
    shown.unshift(toNote(session.texts.capped(shown.length, findings.length)));
  return shown;
}

function startPull(session: Session): DiagnosticsFeature {
  const { connection, configuration, comparisons } = session;
  const report = async (uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> => {
    const checked = await checkedDraft(session, uri);
    if (!checked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = [configuration.generation(), comparisons.generation(uri), checked.draft.version].join(
      ":",
    );
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(checked, session) };
  };
  connection.languages.diagnostics.on(
    guarded(session, {
      name: "textDocument/diagnostic",
      otherwise: { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport,
      work: (params) => report(params.textDocument.uri, params.previousResultId),
    }),
  );
  const nothing = (): void => undefined;
  const refresh = (): void => {
    if (session.client.refreshes) connection.languages.diagnostics.refresh().catch(nothing);
  };
  return { opened: nothing, edited: nothing, saved: nothing, closed: nothing, asked: refresh, refresh };
}

function startPush(session: Session): DiagnosticsFeature {
  const { connection } = session;
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async (uri: string): Promise<void> => {
    const checked = await checkedDraft(session, uri);
    if (!checked) return;
    const diagnostics = diagnosticsOf(checked, session);
    await connection.sendDiagnostics({ uri, version: checked.draft.version, diagnostics });
  };
  const schedule = (uri: string, delay: number): void => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        publish(uri).catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
      }, delay),
    );
  };
  const when = async (uri: string, modes: readonly Run[], delay: number): Promise<void> => {
    if (modes.includes((await session.configuration.of(uri)).run)) schedule(uri, delay);
  };
  return {
    opened: (uri) => void when(uri, ["onType", "onSave"], 0),
    edited: (uri) => void when(uri, ["onType"], PAUSE_MS),
    saved: (uri) => void when(uri, ["onType", "onSave"], 0),
    asked: (uri) => schedule(uri, 0),
    closed(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      for (const uri of session.drafts.all()) void when(uri, ["onType", "onSave"], 0);
    },
  };
}
