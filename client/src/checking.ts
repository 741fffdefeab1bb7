import {
  commands,
  type Diagnostic,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  DocumentDiagnosticRequest,
  type Middleware,
  vsdiag,
} from "vscode-languageclient";
import { LANGUAGE } from "./running.js";
import { isConverted } from "./wordText.js";

/** A line that was typed in so recently is not judged yet: half a sentence always lacks something. */
const RESTS_MS = 900;

/** When a draft is checked, as `hegao.run` says, and what of it is shown while the hand still types. */
export interface Checking {
  readonly middleware: Middleware;
  /** True for a draft that is not to be checked now. */
  isLeftAlone(document: TextDocument, mode: DiagnosticPullMode): boolean;
  start(client: BaseLanguageClient): Disposable;
}

export function createChecking(): Checking {
  /** Drafts that are checked by hand and have been, with the version that was. */
  const asked = new Map<string, number>();
  const typing = watchTyping();
  const waits = (document: TextDocument): boolean =>
    runOf(document) === "manual" && asked.get(String(document.uri)) !== document.version;
  return {
    middleware: {
      async provideDiagnostics(target, previous, token, next) {
        const document = target instanceof Uri ? undefined : target;
        if (document && (isOldRevision(document) || waits(document))) return unchanged(previous);
        // “Unchanged” would leave standing what the line that is being typed has on it.
        const known = document && typing.isJudged(document) ? undefined : previous;
        const report = await next(target, known, token);
        if (!document || report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
        const items = typing.settled(document, report.items);
        // Without an id the next answer comes in full again, with what was held back.
        return items.length === report.items.length ? report : { kind: report.kind, items };
      },
    },
    isLeftAlone(document, mode) {
      if (isOldRevision(document)) return true;
      const run = runOf(document);
      return run === "manual" || (run === "onSave" && mode === DiagnosticPullMode.onType);
    },
    start(client) {
      const again = (document: TextDocument): void => {
        const feature = client.getFeature(DocumentDiagnosticRequest.method);
        feature.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
      };
      return Disposable.from(
        typing.start(again),
        commands.registerCommand("hegao.check", () => {
          const document = window.activeTextEditor?.document;
          if (document?.languageId !== LANGUAGE) return;
          asked.set(String(document.uri), document.version);
          again(document);
        }),
        workspace.onDidCloseTextDocument(({ uri }) => asked.delete(String(uri))),
      );
    },
  };
}

/** What git shows beside a draft was checked in its time; so was what lies there as a Word document. */
function isOldRevision(document: TextDocument): boolean {
  return document.uri.scheme === "git" || isConverted(document);
}

function runOf(document: TextDocument): string {
  return workspace.getConfiguration("hegao", document).get("run", "onType");
}

function unchanged(previous: string | undefined): vsdiag.DocumentDiagnosticReport {
  if (previous === undefined) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
  return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previous };
}

interface Typing {
  /** True where a finding is shown on the line that is being typed. */
  isJudged(document: TextDocument): boolean;
  /** Without what stands on the line that is being typed. */
  settled(document: TextDocument, found: Diagnostic[]): Diagnostic[];
  /** `again` is called once the hand has come to rest. */
  start(again: (document: TextDocument) => void): Disposable;
}

function watchTyping(): Typing {
  let last: { readonly document: TextDocument; readonly line: number; readonly at: number } | undefined;
  let heldBack = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lineTypedIn = (document: TextDocument): number | undefined =>
    last?.document === document && Date.now() - last.at < RESTS_MS ? last.line : undefined;
  const isOn = ({ range }: Diagnostic, line: number): boolean =>
    range.start.line <= line && line <= range.end.line;
  return {
    isJudged(document) {
      const line = lineTypedIn(document);
      return line !== undefined && languages.getDiagnostics(document.uri).some((one) => isOn(one, line));
    },
    settled(document, found) {
      const line = lineTypedIn(document);
      if (line === undefined) return found;
      const kept = found.filter((one) => !isOn(one, line));
      heldBack ||= kept.length < found.length;
      return kept;
    },
    start(again) {
      const rested = (document: TextDocument): void => {
        last = undefined;
        if (heldBack) again(document);
        heldBack = false;
      };
      const watch = workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        const [change, ...more] = contentChanges;
        // A hand changes one place, a letter or a word; a fix, an undo or a paste is done at once.
        const typed = change && more.length === 0 && reason === undefined && !change.text.includes("\n");
        if (!typed || window.activeTextEditor?.document !== document) return;
        if (change.range.start.line !== window.activeTextEditor.selection.active.line) return;
        last = { document, line: change.range.start.line, at: Date.now() };
        clearTimeout(timer);
        timer = setTimeout(() => rested(document), RESTS_MS);
      });
      return Disposable.from(watch, new Disposable(() => clearTimeout(timer)));
    },
  };
}
