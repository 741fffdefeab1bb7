import {
  commands,
  ConfigurationTarget,
  Disposable,
  env,
  l10n,
  Range,
  TabInputTextDiff,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { State } from "vscode-languageclient";
import { authorCommands, type CleanedText } from "../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "./running.js";

const SCHEME = "hegao-paste";
const OFFERED = "typing.offerCleaning";
/** Shorter pieces, and those within one line, are typed rather than pasted. */
const SHORTEST = 40;
/** An insertion of an older state (undo, redo) is no paste. */
type Insertion = TextDocumentChangeEvent["contentChanges"][number];

/** A stretch of a draft, or the clipboard on its way there, with what cleaning makes of it. */
interface Pasted {
  readonly document: TextDocument;
  readonly range: Range;
  readonly raw: string;
  readonly cleaned: CleanedText;
}

/** 整理粘贴文本: as a command, and offered when a block has been pasted. */
export function registerPaste(running: Running): Disposable {
  const shown = new Map<string, string>();
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => shown.get(uri.path) ?? "",
    }),
    commands.registerCommand("hegao.cleanPaste", () => cleanHere(running, shown)),
    workspace.onDidChangeTextDocument((event) => {
      const insertion = pastedBlock(event);
      if (insertion)
        offer(running, event.document, { insertion, shown }).catch((error: unknown) =>
          running.log.warn(`paste: ${String(error)}`),
        );
    }),
  );
}

function pastedBlock({ document, contentChanges, reason }: TextDocumentChangeEvent): Insertion | undefined {
  const [change] = contentChanges;
  if (document.languageId !== LANGUAGE || contentChanges.length !== 1 || !change || reason) return undefined;
  if (document !== window.activeTextEditor?.document) return undefined;
  if (!workspace.getConfiguration("hegao", document).get(OFFERED)) return undefined;
  return change.text.length >= SHORTEST && /[\r\n]/.test(change.text.trim()) ? change : undefined;
}

/** The selection where there is one, else the clipboard. */
async function cleanHere(running: Running, shown: Map<string, string>): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) return;
  const { document, selection } = editor;
  const raw = selection.isEmpty ? await env.clipboard.readText() : document.getText(selection);
  const { version } = document;
  const cleaned = await clean(running, raw);
  // Whoever wrote on meanwhile has moved the place: what was selected is looked for, the clipboard goes to the cursor.
  const { active } = editor.selection;
  const moved = selection.isEmpty ? new Range(active, active) : whereNow(document, raw);
  const range = document.version === version ? selection : moved;
  if (!range) return;
  if (cleaned) {
    await preview({ document, range, raw, cleaned }, shown);
    return;
  }
  if (selection.isEmpty && raw !== "") await put(document, range, raw);
  else void window.showInformationMessage(l10n.t("There is nothing to clean in this text."));
}

async function clean({ client }: Running, text: string): Promise<CleanedText | null> {
  if (client.state !== State.Running) return null;
  const params = { command: authorCommands.cleanPaste, arguments: [{ text }] };
  return client.sendRequest("workspace/executeCommand", params);
}

async function offer(
  running: Running,
  document: TextDocument,
  { insertion, shown }: { readonly insertion: Insertion; readonly shown: Map<string, string> },
): Promise<void> {
  const start = insertion.range.start;
  const end = document.positionAt(document.offsetAt(start) + insertion.text.length);
  const range = new Range(start, end);
  const raw = document.getText(range);
  const { version } = document;
  const cleaned = await clean(running, raw);
  if (!cleaned) return;
  const [look, make, never] = [l10n.t("Preview"), l10n.t("Clean"), l10n.t("Do Not Offer Again")];
  const told = l10n.t("The pasted text can be cleaned: {0}.", summary(cleaned));
  const answer = await window.showInformationMessage(told, look, make, never);
  if (answer === never) {
    await workspace.getConfiguration("hegao").update(OFFERED, false, ConfigurationTarget.Global);
    return;
  }
  if (answer === undefined) return;
  const now = document.version === version ? range : whereNow(document, raw);
  if (!now) return;
  if (answer === look) await preview({ document, range: now, raw, cleaned }, shown);
  else await put(document, now, cleaned.text);
}

function summary({ repairs }: CleanedText): string {
  return repairs.map(({ name, count }) => `${name} ×${count}`).join(l10n.t(", "));
}

/** Somebody has gone on writing: the block is where its words are, if they still are. */
function whereNow(document: TextDocument, raw: string): Range | undefined {
  const at = document.getText().indexOf(raw);
  return at === -1 ? undefined : new Range(document.positionAt(at), document.positionAt(at + raw.length));
}

/** Both texts side by side; the draft changes when somebody says so. */
async function preview(pasted: Pasted, shown: Map<string, string>): Promise<void> {
  const { document, range, raw, cleaned } = pasted;
  const { version } = document;
  const [before, after] = ["before", "after"].map((side) =>
    Uri.from({ scheme: SCHEME, path: `/${Date.now()}/${side}.txt` }),
  );
  if (!before || !after) return;
  shown.set(before.path, raw).set(after.path, cleaned.text);
  try {
    await commands.executeCommand(
      "vscode.diff",
      before,
      after,
      l10n.t("Pasted Text, Before and After Cleaning"),
    );
    const [make, keep] = [l10n.t("Use the Cleaned Text"), l10n.t("Leave It as It Is")];
    const answer = await window.showInformationMessage(summary(cleaned), make, keep);
    await window.showTextDocument(document);
    // The question does not keep anybody from writing on. What comes from the clipboard stands nowhere yet.
    const now = document.version === version || range.isEmpty ? range : whereNow(document, raw);
    if (answer === make && now) await put(document, now, cleaned.text);
  } finally {
    await closeTab(after);
    shown.delete(before.path);
    shown.delete(after.path);
  }
}

/** The two texts have served once the question is answered. */
async function closeTab(after: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const tab = tabs.find(
    ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === after.toString(),
  );
  if (tab) await window.tabGroups.close(tab, true);
}

/** One change, and so one step to undo. */
async function put(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await workspace.applyEdit(edit);
}
