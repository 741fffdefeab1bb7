import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import type { DraftFacts, ItemFact } from "./draftFacts.js";
import { isDraftFile } from "./folderFiles.js";
import { guarded, type Session } from "./session.js";

/** More are no answer to a question. */
const MOST = 300;

/** Any task of any year, by words of its heading, by a department, by its draft or year; several words narrow down. */
export function startWorkspaceSymbols(session: Session): void {
  session.connection.onWorkspaceSymbol(
    guarded(session, {
      name: "workspace/symbol",
      otherwise: [] as WorkspaceSymbol[],
      work: async ({ query }) => {
        const words = query.split(/[\s\u3000]+/).filter((word) => word !== "");
        const drafts = (await session.folder.all()).filter((draft) => isDraftFile(draft.fileName));
        drafts.sort((a, b) => (b.years?.[1] ?? 0) - (a.years?.[1] ?? 0));
        const found: WorkspaceSymbol[] = [];
        for (const draft of drafts) {
          for (const item of draft.items) {
            const symbol = symbolOf(draft, item, words);
            if (symbol) found.push(symbol);
            if (found.length >= MOST) return found;
          }
        }
        return found;
      },
    }),
  );
}

function symbolOf(draft: DraftFacts, item: ItemFact, words: readonly string[]): WorkspaceSymbol | undefined {
  const year = draft.years ? String(draft.years[1]) : "";
  // Clients sift what they get once more by its name, so what else has answered a word is written there too.
  const beside = new Set<string>();
  for (const word of words) {
    if (hasLetters(item.name, word)) continue;
    const department = item.departments.find((one) => hasLetters(one, word));
    const other = department ?? [year, draft.title, item.within].find((one) => one.includes(word));
    if (other === undefined) return undefined;
    beside.add(other);
  }
  const name = beside.size === 0 ? item.name : `${item.name} 〔${[...beside].join("、")}〕`;
  return {
    name,
    kind: item.level === 1 ? SymbolKind.Module : SymbolKind.Method,
    containerName: [draft.title, item.within].filter((one) => one !== "").join(" › "),
    location: { uri: draft.uri, range: item.range },
  };
}

/** All characters of the word in their order, as one types the initials of a phrase: 学前资源 in 扩大学前教育资源. */
function hasLetters(text: string, word: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}
