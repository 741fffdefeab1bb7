import type { ServerCapabilities } from "vscode-languageserver";
import { startCodeLenses } from "./codeLenses.js";
import { completionTriggers, startCompletion } from "./completion.js";
import { startFormatting } from "./formatting.js";
import { startHover } from "./hover.js";
import { startInlayHints } from "./inlayHints.js";
import { startPlaces } from "./places.js";
import { startRename } from "./rename.js";
import { semanticTokensLegend, startSemanticTokens } from "./semanticTokens.js";
import type { Session } from "./session.js";
import { startWorkspaceSymbols } from "./workspaceSymbols.js";

/** What the server can do for the one who writes, beside checking. */
export const authoringCapabilities: ServerCapabilities = {
  completionProvider: {
    triggerCharacters: completionTriggers,
    completionItem: { labelDetailsSupport: true },
  },
  hoverProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
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

export function startAuthoring(session: Session): void {
  startCompletion(session);
  startHover(session);
  startInlayHints(session);
  startCodeLenses(session);
  startSemanticTokens(session);
  startPlaces(session);
  startRename(session);
  startFormatting(session);
  startWorkspaceSymbols(session);
}
