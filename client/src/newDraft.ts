import {
  commands,
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Range,
  type QuickPickItem,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode";
import {
  authorCommands,
  type KnownDraft,
  type NewDraftParams,
  type NewDraftText,
} from "../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "./running.js";

/** 新建文稿: of a kind, for a year, from last year's draft or from the skeleton of the kind. */
export function registerNewDraft(running: Running): Disposable {
  const attention = languages.createDiagnosticCollection("hegao.attention");
  return Disposable.from(
    attention,
    commands.registerCommand("hegao.newDraft", (asked?: NewDraftParams) => begin(running, attention, asked)),
    workspace.onDidChangeTextDocument((event) => follow(attention, event)),
    workspace.onDidCloseTextDocument(({ uri }) => attention.delete(uri)),
  );
}

async function begin(
  running: Running,
  attention: DiagnosticCollection,
  asked: NewDraftParams | undefined,
): Promise<TextDocument | undefined> {
  const params = asked ?? (await chosen(running));
  if (!params) return undefined;
  const made = await execute<NewDraftText | null>(running, authorCommands.newDraft, params);
  if (!made) {
    void window.showWarningMessage(l10n.t("Last year's draft cannot be read."));
    return undefined;
  }
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: made.text });
  await window.showTextDocument(document);
  attention.set(document.uri, made.attention.map(note));
  if (made.attention.length > 0)
    void window.showInformationMessage(
      l10n.t(
        "{0} places were carried over and are to be looked at; F8 leads from one to the next.",
        made.attention.length,
      ),
    );
  return document;
}

function execute<R>({ client }: Running, command: string, argument?: object): Promise<R> {
  return client.sendRequest("workspace/executeCommand", { command, arguments: argument ? [argument] : [] });
}

async function chosen(running: Running): Promise<NewDraftParams | undefined> {
  const kind = await chosenKind();
  if (!kind) return undefined;
  const year = await chosenYear();
  if (year === undefined) return undefined;
  const from = await chosenSource(running, kind.id, year);
  return from && { kind: kind.id, year, ...(from.uri === undefined ? {} : { from: from.uri }) };
}

function chosenKind(): Thenable<(QuickPickItem & { readonly id: string }) | undefined> {
  const kinds = [
    { id: "annual-points", label: l10n.t("Annual work points") },
    { id: "opinion", label: l10n.t("Work opinion") },
    { id: "implementation-plan", label: l10n.t("Implementation plan") },
    { id: "long-term-plan", label: l10n.t("Five-year plan") },
    { id: "notice", label: l10n.t("Notice") },
  ];
  return window.showQuickPick(kinds, {
    title: l10n.t("New Draft (1/3)"),
    placeHolder: l10n.t("Which kind?"),
  });
}

async function chosenYear(): Promise<number | undefined> {
  const now = new Date();
  // Plans for a year are written from the autumn before it on.
  const value = String(now.getFullYear() + (now.getMonth() >= 8 ? 1 : 0));
  const typed = await window.showInputBox({
    title: l10n.t("New Draft (2/3)"),
    prompt: l10n.t("For which year? For a period, its first year."),
    value,
    validateInput: (text) => (/^20\d\d$/.test(text) ? undefined : l10n.t("A year, such as {0}", value)),
  });
  return typed === undefined ? undefined : Number(typed);
}

async function chosenSource(
  running: Running,
  kind: string,
  year: number,
): Promise<{ readonly uri: string | undefined } | undefined> {
  const drafts = await execute<KnownDraft[] | null>(running, authorCommands.drafts);
  const same = (drafts ?? []).filter((draft) => draft.kind === kind);
  const isEarlier = ({ years }: KnownDraft): boolean => years !== null && years[1] < year;
  // The latest comes first, and among the earlier ones that is last year's.
  const inOrder = [...same.filter(isEarlier), ...same.filter((draft) => !isEarlier(draft))];
  const items = [
    ...inOrder.map(({ uri, title, years }) => ({ label: title, description: spanOf(years), uri })),
    { label: l10n.t("From the skeleton of the kind"), description: "", uri: undefined },
  ];
  const placeHolder = l10n.t("From which draft? Its structure is kept and its years move on.");
  return window.showQuickPick(items, { title: l10n.t("New Draft (3/3)"), placeHolder });
}

function spanOf(years: KnownDraft["years"]): string {
  return [...new Set(years ?? [])].join("—");
}

function note({ range: { start, end }, note: message }: NewDraftText["attention"][number]): Diagnostic {
  const range = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Information);
  diagnostic.source = l10n.t("Carried over");
  return diagnostic;
}

/** A place that somebody has touched has been looked at; the others move along with the text. */
function follow(
  attention: DiagnosticCollection,
  { document, contentChanges }: TextDocumentChangeEvent,
): void {
  const notes = attention.get(document.uri);
  if (!notes || notes.length === 0) return;
  const left = contentChanges.reduce<Diagnostic[]>(
    (kept, change) =>
      kept
        .filter(({ range }) => !touches(range, change.range))
        .map((one) => moved(one, change.range, change.text)),
    [...notes],
  );
  attention.set(document.uri, left);
}

function touches(a: Range, b: Range): boolean {
  return a.intersection(b) !== undefined;
}

function moved(one: Diagnostic, { start, end }: Range, text: string): Diagnostic {
  if (one.range.start.isBefore(end)) return one;
  const lines = text.split(/\r\n|\r|\n/);
  const by = lines.length - 1 - (end.line - start.line);
  const lastLength = (lines.at(-1) ?? "").length + (lines.length === 1 ? start.character : 0);
  const shift = (at: Range["start"]): Range["start"] =>
    at.translate(by, at.line === end.line ? lastLength - end.character : 0);
  one.range = new Range(shift(one.range.start), shift(one.range.end));
  return one;
}
