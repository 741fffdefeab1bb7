import { type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { authorCommands } from "./authorProtocol.js";
import type { ClientFacts } from "./clientFacts.js";
import { compareCommands } from "./compareProtocol.js";
import { checkFolderCommand } from "./folderProtocol.js";
import { fixAllKind, ownFixKind, serverCommands } from "./protocol.js";
import { ignoreCommands, silenceCommands } from "./silenceProtocol.js";
import { TOKEN_TYPES } from "./tokenTypes.js";

/** Behind these a list may be due; on ordinary prose nothing is offered whatever is typed. */
export const completionTriggers = ["：", ":", "《", "、", "到", "，", "（", "第"];

/** What the server can do for the one who writes, beside checking. */
const authoringCapabilities: InitializeResult["capabilities"] = {
  completionProvider: {
    triggerCharacters: completionTriggers,
    completionItem: { labelDetailsSupport: true },
  },
  hoverProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] },
    full: { delta: true },
    range: true,
  },
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  renameProvider: { prepareProvider: true },
  selectionRangeProvider: true,
  documentLinkProvider: {},
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  workspaceSymbolProvider: true,
};

/** What the server says of itself. Loads nothing of what it says: the answer is all that a client waits for at first. */
export function capabilities(client: ClientFacts): InitializeResult["capabilities"] {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    ...(client.pulls
      ? {
          diagnosticProvider: {
            identifier: "hegao",
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    documentSymbolProvider: { label: "核稿" },
    foldingRangeProvider: true,
    ...(client.codeActionLiterals
      ? { codeActionProvider: { codeActionKinds: ["quickfix", ownFixKind, fixAllKind] } }
      : {}),
    ...authoringCapabilities,
    ...(client.options.continuesItems
      ? {}
      : { documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" } }),
    executeCommandProvider: {
      commands: [
        ...Object.values(serverCommands),
        ...Object.values(authorCommands),
        ...Object.keys(compareCommands),
        ...Object.values(silenceCommands),
        ...Object.values(ignoreCommands),
        checkFolderCommand,
      ],
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
