import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { author, type Snippet } from "../service/author.js";
import type { Draft } from "./drafts.js";
import type { Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** What may stand at the head of a line for a team's snippet to be offered: nothing, or the beginning of its name. */
const BEGUN = /^\s*([a-z]{0,12}|[\u4e00-\u9fff]{1,6})$/i;

/** The team's snippets at the head of a line. */
export async function teamSnippetItems(
  session: Session,
  { uri, plan }: Draft,
  offset: number,
): Promise<CompletionItem[]> {
  const { snippets: folder } = await session.configuration.of(uri);
  if (folder === undefined) return [];
  const { start } = toRange(plan, { start: offset, end: offset });
  const lineStart = plan.starts[start.line] ?? 0;
  const before = plan.text.slice(lineStart, offset);
  const typed = BEGUN.exec(before)?.[1];
  const after = /^[^\r\n]*/.exec(plan.text.slice(offset))?.[0] ?? "";
  if (typed === undefined || after.trim() !== "") return [];
  const range = toRange(plan, { start: offset - typed.length, end: offset });
  const all = await session.teamSnippets.of(folder);
  return all
    .map(([name, snippet]) => ({ name, snippet, prefixes: [snippet.prefix].flat() }))
    .filter(({ prefixes }) => typed === "" || prefixes.some((one) => one.startsWith(typed)))
    .map(({ name, snippet, prefixes }) => ({
      label: name,
      kind: CompletionItemKind.Module,
      sortText: `9${name}`,
      filterText: [...prefixes, ...(session.pinyin.ready()?.(name) ?? [])].join(" "),
      labelDetails: { description: snippet.description ?? session.texts.teamSnippet },
      ...bodyOf(session, snippet, range),
    }));
}

function bodyOf(
  session: Session,
  snippet: Snippet,
  range: ReturnType<typeof toRange>,
): Pick<CompletionItem, "textEdit" | "insertTextFormat"> {
  const text = [snippet.body].flat().join("\n");
  if (session.client.snippets)
    return { textEdit: { range, newText: text }, insertTextFormat: InsertTextFormat.Snippet };
  return { textEdit: { range, newText: author.expandSnippet(text, new Date().getFullYear()) } };
}
