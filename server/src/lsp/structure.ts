import type { DocumentSymbol, FoldingRange, SymbolInformation } from "vscode-languageserver";
import { guarded, type Session } from "./session.js";
import { toFlatSymbols, toFoldingRange, toSymbol } from "./toLsp.js";
import type { PlanService } from "../service/planService.js";

/** The outline and the folds: both follow from the text alone, so no settings are waited for. */
export function startStructure(session: Session, service: PlanService): void {
  const { connection, drafts } = session;
  connection.onDocumentSymbol(
    guarded(session, {
      name: "textDocument/documentSymbol",
      otherwise: [] as DocumentSymbol[] | SymbolInformation[],
      work: async ({ textDocument: { uri } }) => {
        const plan = drafts.get(uri)?.plan;
        if (!plan) return [];
        const nodes = service.outline(plan);
        if (session.client.nestedSymbols) return nodes.map((node) => toSymbol(plan, node));
        return toFlatSymbols({ uri, plan, rulesBase: session.rulesBase }, nodes);
      },
    }),
  );
  connection.onFoldingRanges(
    guarded(session, {
      name: "textDocument/foldingRange",
      otherwise: [] as FoldingRange[],
      work: async ({ textDocument: { uri } }) => {
        const plan = drafts.get(uri)?.plan;
        return plan ? service.folds(plan).map((fold) => toFoldingRange(plan, fold)) : [];
      },
    }),
  );
}
