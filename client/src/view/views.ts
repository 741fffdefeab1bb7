import { Disposable } from "vscode";
import type { Running } from "../running.js";
import { createComparison } from "./compareCommands.js";
import { followDraft } from "./followedDraft.js";
import { createLedgerView } from "./ledgerView.js";
import { createOverviewTree } from "./overviewTree.js";

/** Everything that Hegao shows beside the text itself. */
export function createViews(running: Running): Disposable {
  const followed = followDraft();
  return Disposable.from(
    followed,
    createComparison(running),
    createOverviewTree(running, followed),
    createLedgerView(running, followed),
  );
}
