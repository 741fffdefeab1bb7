import { Disposable, EventEmitter } from "vscode";
import { comparedNotification, type ComparedNote } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";
import { createComparison } from "./compareCommands.js";
import { followDraft } from "./followedDraft.js";
import { createLedgerView } from "./ledgerView.js";
import { createOverviewTree } from "./overviewTree.js";

/** Everything that Hegao shows beside the text itself. */
export function createViews(running: Running): Disposable {
  const followed = followDraft();
  const compared = new EventEmitter<ComparedNote>();
  return Disposable.from(
    followed,
    compared,
    // A client gives each message to one listener alone.
    running.client.onNotification(comparedNotification, (note: ComparedNote) => compared.fire(note)),
    createComparison(running, compared.event),
    createOverviewTree(running, followed),
    createLedgerView(running, followed, compared.event),
  );
}
