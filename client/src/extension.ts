import { type ExtensionContext, type LogOutputChannel, Uri, window } from "vscode";
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.js";
import { askReason } from "./askReason.js";
import { createChecking, type Checking } from "./checking.js";
import { registerCommands } from "./commands.js";
import { registerFirstSteps } from "./firstSteps.js";
import { registerIgnored } from "./ignored.js";
import { registerNewDraft } from "./newDraft.js";
import { registerPaste } from "./paste.js";
import { createStatus } from "./status.js";
import { registerTyping } from "./typing.js";
import { registerTasks } from "./tasks.js";
import { createViews } from "./view/views.js";
import { LANGUAGE, type Running } from "./running.js";
import { registerWordText, wordMiddleware } from "./wordText.js";

/** Starts the client that an entry makes, with all that is the same on a desktop and in a browser. */
export async function startExtension(
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
  const log = window.createOutputChannel("核稿", { log: true });
  const checking = createChecking();
  const client = makeClient(clientOptions(context.extensionUri, log, checking));
  const { extensionUri, globalStorageUri: storageUri } = context;
  const running: Running = { client, log, extensionUri, storageUri };
  context.subscriptions.push(
    log,
    checking.start(client),
    registerCommands(running),
    createStatus(running),
    createViews(running),
    { dispose: () => void client.stop() },
  );
  for (const register of [
    registerTyping,
    registerPaste,
    registerNewDraft,
    registerFirstSteps,
    registerIgnored,
    registerTasks,
    registerWordText,
  ])
    context.subscriptions.push(register(running));
  await client.start();
  log.info(`hegao ${context.extension.packageJSON.version}`);
  return running;
}

function clientOptions(extensionUri: Uri, log: LogOutputChannel, checking: Checking): LanguageClientOptions {
  const options: InitializationOptions = {
    rulesBase: `${Uri.joinPath(extensionUri, "docs", "rules").toString()}/`,
    showsPlaces: true,
    continuesItems: true,
    showsRules: true,
    lendsFiles: true,
  };
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions: options,
    outputChannel: log,
    // Nobody who writes a plan wants a log to push itself in front of it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: true, filter: checking.isLeftAlone },
    middleware: { ...checking.middleware, ...wordMiddleware, executeCommand: askReason },
  };
}
