import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Finding, Severity } from "../check/rule.js";
import { type Draft, LONGEST_DRAFT } from "./drafts.js";
import { createDiagnosticMaker, type DiagnosticMaker } from "./diagnosticMaker.js";
import { sameDiagnostics } from "./sameDiagnostics.js";
import { type CheckResult, checkedDraft, guarded, type Session } from "./session.js";
import type { Run } from "./fromLsp.js";
import { toDiagnostic, toNote } from "./toLsp.js";

/** Typing comes in bursts; a draft that takes long is checked when the hand rests this long. */
const PAUSE_MS = 120;
/** A check that takes no longer than this need not wait for the hand to rest. */
const QUICK_MS = 8;

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
  { draft, findings, settings, frame }: CheckResult,
  session: Session,
  make: DiagnosticMaker = toDiagnostics,
): Diagnostic[] {
  if (draft.length > LONGEST_DRAFT) return [toNote(session.texts.tooLong(draft.length, LONGEST_DRAFT))];
  const shown = make(gravest(findings, settings.maxNumberOfProblems), frame);
  if (findings.length > shown.length)
    shown.unshift(toNote(session.texts.capped(shown.length, findings.length)));
  return shown;
}

const toDiagnostics: DiagnosticMaker = (findings, frame) =>
  findings.map((finding) => toDiagnostic(finding, frame));

const GRAVEST_FIRST: readonly Severity[] = ["error", "warning", "info", "hint"];

/** So many findings, the gravest of all, in reading order. */
function gravest(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const room = new Map<Severity, number>();
  let left = most;
  for (const severity of GRAVEST_FIRST) {
    room.set(severity, left);
    for (const finding of findings) if (finding.severity === severity) left = Math.max(0, left - 1);
  }
  return findings.filter(({ severity }) => {
    const free = room.get(severity) ?? 0;
    room.set(severity, free - 1);
    return free > 0;
  });
}

/** What a client was told last of a draft. */
interface Told {
  /** What it was told for, and the settings. */
  readonly draft: Draft;
  readonly state: string;
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  readonly make: DiagnosticMaker;
}

function startPull(session: Session): DiagnosticsFeature {
  const { connection } = session;
  const told = new Map<string, Told>();
  let answers = 0;
  const report = async (uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> => {
    const checked = await checkedDraft(session, uri);
    if (!checked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { draft, state } = checked;
    const last = told.get(uri);
    const make = last?.make ?? createDiagnosticMaker();
    const isTold = last?.draft === draft && last.state === state;
    const items = isTold ? last.items : diagnosticsOf(checked, session, make);
    // Most keystrokes leave every line and column as it was: nothing has to be sent.
    const isSame = last !== undefined && (items === last.items || sameDiagnostics(items, last.items));
    const resultId = isSame ? last.resultId : String(++answers);
    told.set(uri, { draft, state, resultId, items, make });
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
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
  const closed = (uri: string): void => void told.delete(uri);
  return { opened: nothing, edited: nothing, saved: nothing, closed, asked: refresh, refresh };
}

function startPush(session: Session): DiagnosticsFeature {
  const { connection } = session;
  const waiting = new Map<string, NodeJS.Timeout>();
  /** How long each draft was worked on when it was published last. */
  const took = new Map<string, number>();
  const publish = async (uri: string): Promise<void> => {
    const begun = performance.now();
    const checked = await checkedDraft(session, uri);
    if (!checked) return;
    const diagnostics = diagnosticsOf(checked, session);
    took.set(uri, performance.now() - begun);
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
    edited: (uri) => void when(uri, ["onType"], (took.get(uri) ?? Infinity) > QUICK_MS ? PAUSE_MS : 0),
    saved: (uri) => void when(uri, ["onType", "onSave"], 0),
    asked: (uri) => schedule(uri, 0),
    closed(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      took.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      for (const uri of session.drafts.all()) void when(uri, ["onType", "onSave"], 0);
    },
  };
}
