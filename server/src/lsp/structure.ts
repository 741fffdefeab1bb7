import type { DocumentSymbol, FoldingRange, SymbolInformation } from "vscode-languageserver";
import { guarded, type Session } from "./session.js";
import { createSymbolMaker, type SymbolMaker } from "./symbolMaker.js";
import { toFlatSymbols, toFoldingRange } from "./toLsp.js";
import type { PlanDocument } from "../plan/model.js";
import type { PlanService } from "../service/planService.js";
import { turn } from "./turn.js";

/** The outline and the folds: both follow from the text alone, so no settings are waited for. */
export function startStructure(session: Session, service: PlanService): void {
  const { connection } = session;
  const makers = new WeakMap<object, SymbolMaker>();
  const symbolsOf = (plan: PlanDocument): DocumentSymbol[] => {
    const make = makers.get(plan.lineage) ?? createSymbolMaker();
    makers.set(plan.lineage, make);
    return make(plan);
  };
  connection.onDocumentSymbol(
    guarded(session, {
      name: "textDocument/documentSymbol",
      otherwise: [] as DocumentSymbol[] | SymbolInformation[],
      work: async ({ textDocument: { uri } }) => {
        const plan = await assembled(session, uri);
        if (!plan) return [];
        if (session.client.nestedSymbols) return symbolsOf(plan);
        return toFlatSymbols({ uri, plan, rulesBase: session.rulesBase }, service.outline(plan));
      },
    }),
  );
  connection.onFoldingRanges(
    guarded(session, {
      name: "textDocument/foldingRange",
      otherwise: [] as FoldingRange[],
      work: async ({ textDocument: { uri } }) => {
        const plan = await assembled(session, uri);
        return plan ? service.folds(plan).map((fold) => toFoldingRange(plan, fold)) : [];
      },
    }),
  );
}

/** Of a draft of this length putting the tree together takes so long that there should be a turn behind it. */
const LONG = 100_000;

/** The newest version of a draft, its tree put together; undefined where it is not open. */
async function assembled(
  { drafts }: Pick<Session, "drafts">,
  uri: string,
): Promise<PlanDocument | undefined> {
  const plan = drafts.get(uri)?.plan;
  if (!plan || plan.text.length < LONG || plan.items.length === 0) return plan;
  // Who has taken the question back meanwhile is answered now.
  await turn();
  const newest = drafts.get(uri)?.plan;
  return newest === plan ? plan : await assembled({ drafts }, uri);
}
