import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Position,
} from "vscode-languageserver";
import type { Completion, CompletionKind } from "../author/complete/completion.js";
import { author } from "../service/author.js";
import { offsetOf, draftRequest } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { folderWords } from "./folderWords.js";
import { teamSnippetItems } from "./teamSnippetItems.js";
import type { Session } from "./session.js";
import { toTextEdit } from "./toLsp.js";

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  department: CompletionItemKind.Class,
  year: CompletionItemKind.Constant,
  indicator: CompletionItemKind.Value,
  marker: CompletionItemKind.Keyword,
  title: CompletionItemKind.File,
  // Not as a snippet: an editor that brings the same snippets itself can leave those out, and keep ours.
  section: CompletionItemKind.Module,
};

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** Departments, years, indicators, markers, sections and titles, where the place asks for them. */
export function startCompletion(session: Session): void {
  session.connection.onCompletion(
    draftRequest(session, {
      name: "completion",
      otherwise: NOTHING,
      work: (draft, { position }: { textDocument: { uri: string }; position: Position }) =>
        completions(session, draft, position),
    }),
  );
}

async function completions(session: Session, draft: Draft, position: Position): Promise<CompletionList> {
  const settings = await session.configuration.of(draft.uri);
  const offset = offsetOf(draft, position);
  const pinyin = session.pinyin.ready();
  const context = {
    folder: folderWords(session.folder.known(draft.uri), settings.settings.roster),
    sections: author.sections,
    ...(pinyin ? { pinyin } : {}),
  };
  const found = author.completionsAt(draft.plan, offset, context);
  const items = found.map((one, place) => itemOf(session, draft, { one, place, offset }));
  items.push(...(await teamSnippetItems(session, draft, offset)));
  // The latin spellings are on their way: the client is to ask again with the next letter.
  return { isIncomplete: !pinyin && items.length > 0, items };
}

interface Placed {
  readonly one: Completion;
  readonly place: number;
  readonly offset: number;
}

function itemOf(session: Session, draft: Draft, { one, place, offset }: Placed): CompletionItem {
  const { plan } = draft;
  const { span, newText } = one.edit;
  // What the edit replaces before the word (a separator unlike the draft's) is part of what a client filters by.
  const lead = /^[、，,；;：:\s]*/.exec(plan.text.slice(span.start, offset))?.[0] ?? "";
  const snippet = one.snippet === undefined ? undefined : snippetText(session, one.snippet);
  return {
    label: one.label,
    kind: KINDS[one.kind],
    sortText: String(place).padStart(4, "0"),
    filterText: lead + one.filters.join(" "),
    textEdit: toTextEdit(plan, { span, newText: snippet ?? newText }),
    ...(one.detail === "" ? {} : { labelDetails: { description: one.detail }, detail: one.detail }),
    ...(snippet !== undefined && session.client.snippets
      ? { insertTextFormat: InsertTextFormat.Snippet }
      : {}),
  };
}

/** As plain text for a client without tab stops. */
function snippetText({ client }: Session, snippet: string): string {
  return client.snippets ? snippet : author.expandSnippet(snippet, new Date().getFullYear());
}
