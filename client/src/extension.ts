import {
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  type LanguageClientOptions,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.js";
import { askReason } from "./askReason.js";
import { registerCommands } from "./commands.js";
import { registerFirstSteps } from "./firstSteps.js";
import { registerIgnored } from "./ignored.js";
import { registerNewDraft } from "./newDraft.js";
import { registerPaste } from "./paste.js";
import { createStatus } from "./status.js";
import { registerTyping } from "./typing.js";
import { createViews } from "./view/views.js";
import { LANGUAGE, type Running } from "./running.js";

/** Starts the client that an entry makes, with all that is the same on a desktop and in a browser. */
export async function startExtension(
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
  const log = window.createOutputChannel("核稿", { log: true });
  const client = makeClient(clientOptions(context.extensionUri, log));
  const { extensionUri, globalStorageUri: storageUri } = context;
  const running: Running = { client, log, extensionUri, storageUri };
  context.subscriptions.push(log, registerCommands(running), createStatus(running), createViews(running), {
    dispose: () => void client.stop(),
  });
  for (const register of [
    registerTyping,
    registerPaste,
    registerNewDraft,
    registerFirstSteps,
    registerIgnored,
  ])
    context.subscriptions.push(register(running));
  await client.start();
  log.info(`hegao ${context.extension.packageJSON.version}`);
  return running;
}

function clientOptions(extensionUri: Uri, log: LogOutputChannel): LanguageClientOptions {
  const options: InitializationOptions = {
    rulesBase: `${Uri.joinPath(extensionUri, "docs", "rules").toString()}/`,
    showsPlaces: true,
    continuesItems: true,
  };
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions: options,
    outputChannel: log,
    middleware: { executeCommand: askReason },
    diagnosticPullOptions: { onChange: true, onSave: true, filter: isLeftAlone },
  };
}

/** True for a draft that is not to be checked now: an older revision beside its draft, or one that waits for a save. */
function isLeftAlone(document: TextDocument, mode: DiagnosticPullMode): boolean {
  if (document.uri.scheme === "git") return true;
  if (mode !== DiagnosticPullMode.onType) return false;
  return workspace.getConfiguration("hegao", document).get("run") === "onSave";
}
