import { commands, Disposable, l10n, type Uri, window } from "vscode";
import { State } from "vscode-languageclient";
import { ignoreCommands, type IgnoredEntry, type Ignores } from "../../server/src/lsp/protocol.js";
import { listIgnored } from "./ignoredList.js";
import { createStruck } from "./ignoredStruck.js";
import { LANGUAGE, type Running } from "./running.js";

const restoreCommand = "_hegao.restoreIgnored";

/** What is silenced: struck in the draft, listed, taken back one by one, cleared of what answers to nothing. */
export function registerIgnored(running: Running): Disposable {
  const entriesOf = async (draft: Uri, only?: "draft"): Promise<readonly IgnoredEntry[]> => {
    const uri = running.client.code2ProtocolConverter.asUri(draft);
    return (await ask<Ignores>(running, ignoreCommands.list, { uri, only }))?.entries ?? [];
  };
  const struck = createStruck({ restoreCommand, entriesOf: (draft) => entriesOf(draft, "draft") });
  const restore = async (entry: IgnoredEntry): Promise<boolean> => {
    const done = await ask<boolean>(running, ignoreCommands.restore, entry);
    struck.refresh();
    return done === true;
  };
  const onDraft =
    <T>(work: (draft: Uri) => Promise<T>) =>
    async (): Promise<T | undefined> => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId === LANGUAGE) return work(document.uri);
      void window.showInformationMessage(l10n.t("Open a plan first."));
      return undefined;
    };
  return Disposable.from(
    struck,
    running.client.onDidChangeState(() => struck.refresh()),
    commands.registerCommand("hegao.showIgnored", () => struck.toggle()),
    commands.registerCommand(
      "hegao.listIgnored",
      onDraft(async (draft) => listIgnored(await entriesOf(draft), restore)),
    ),
    commands.registerCommand(
      "hegao.pruneIgnored",
      onDraft((draft) => prune(running, draft)),
    ),
    commands.registerCommand(restoreCommand, restore),
  );
}

async function prune(running: Running, draft: Uri): Promise<number> {
  const uri = running.client.code2ProtocolConverter.asUri(draft);
  const count = (await ask<number>(running, ignoreCommands.prune, { uri })) ?? 0;
  const said =
    count === 0
      ? l10n.t("Nothing to clear: every ignored problem is still there.")
      : l10n.t("Cleared {0} entries that no problem answers to any more.", count);
  void window.showInformationMessage(said);
  return count;
}

async function ask<T>({ client }: Running, command: string, params: object): Promise<T | null> {
  if (client.state !== State.Running) return null;
  return client.sendRequest<T | null>("workspace/executeCommand", { command, arguments: [params] });
}
