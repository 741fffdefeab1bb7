import { startCodeLenses } from "./codeLenses.js";
import { startCompletion } from "./completion.js";
import { startFormatting } from "./formatting.js";
import { startHover } from "./hover.js";
import { startInlayHints } from "./inlayHints.js";
import { startPlaces } from "./places.js";
import { startRename } from "./rename.js";
import { startSemanticTokens } from "./semanticTokens.js";
import type { Session } from "./session.js";
import { startWorkspaceSymbols } from "./workspaceSymbols.js";

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
