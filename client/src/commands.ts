import { commands, Disposable, l10n, languages, Uri, window } from "vscode";
import { fixAllKind } from "../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "./running.js";

export function registerCommands(running: Running): Disposable {
  return Disposable.from(
    commands.registerCommand("hegao.showLog", () => running.log.show(true)),
    commands.registerCommand("hegao.restart", () => restart(running)),
    commands.registerCommand("hegao.fixAll", fixAll),
    commands.registerCommand("hegao.showRule", (ruleId?: unknown) => showRule(running, ruleId)),
  );
}

async function restart({ client, log }: Running): Promise<void> {
  // A server that has crashed cannot be stopped any more, and is to be started all the same.
  await client.stop().catch((error: unknown) => log.warn(`stop: ${String(error)}`));
  await client.start();
}

/** Through the editor's own command, so that the change is one step to undo. */
async function fixAll(): Promise<void> {
  if (window.activeTextEditor?.document.languageId !== LANGUAGE) return;
  await commands.executeCommand("editor.action.codeAction", { kind: fixAllKind, apply: "first" });
}

/** The bundled page of a rule: the one asked for, else that of the problem at the cursor, else one that is chosen. */
async function showRule(running: Running, asked: unknown): Promise<void> {
  const rule = typeof asked === "string" ? asked : (ruleAtCursor() ?? (await chosenRule()));
  if (rule === undefined) return;
  const page = Uri.joinPath(running.extensionUri, "docs", "rules", `${rule}.md`);
  await commands.executeCommand("markdown.showPreview", page);
}

/** Rule and place of every finding in the active draft. */
function rulesHere(): { readonly rule: string; readonly atCursor: boolean; readonly message: string }[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => diagnostic.source === "hegao");
  return found.flatMap(({ code, range, message }) => {
    const rule =
      typeof code === "object" ? String(code.value) : code === undefined ? undefined : String(code);
    return rule === undefined ? [] : [{ rule, atCursor: range.contains(editor.selection.active), message }];
  });
}

function ruleAtCursor(): string | undefined {
  return rulesHere().find((one) => one.atCursor)?.rule;
}

async function chosenRule(): Promise<string | undefined> {
  const byRule = new Map(rulesHere().map((one) => [one.rule, one.message]));
  if (byRule.size === 0) {
    await window.showInformationMessage(
      l10n.t("No problem was found in this draft, so there is no rule to show."),
    );
    return undefined;
  }
  const items = [...byRule].map(([label, description]) => ({ label, description }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Which rule?") }))?.label;
}
