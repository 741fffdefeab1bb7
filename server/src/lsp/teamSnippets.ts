import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { author, type Snippet } from "../service/author.js";
import { isRecord } from "./clientFacts.js";
import type { Draft } from "./drafts.js";
import type { Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** What may stand at the head of a line for a team's snippet to be offered: nothing, or the beginning of its name. */
const BEGUN = /^\s*([a-z]{0,12}|[\u4e00-\u9fff]{1,6})$/i;
const SNIPPET_FILE = /\.(?:json|code-snippets)$/i;

/** No team writes so much (characters) into one file of snippets. */
const LONGEST = 1_000_000;

/** The snippets of the folder that the team's file names, read once and again when it changes. */
export interface TeamSnippets {
  of(folder: string): Promise<readonly (readonly [string, Snippet])[]>;
  changed(): void;
}

export function createTeamSnippets(read: {
  /** Asks to be told when a file of the folder changes. */
  watch(folder: string): void;
  list(folder: string): Promise<readonly { readonly uri: string }[]>;
  text(uri: string): Promise<string | undefined>;
  complain(message: string): void;
}): TeamSnippets {
  const watched = new Set<string>();
  const known = new Map<string, Promise<readonly (readonly [string, Snippet])[]>>();
  const load = async (folder: string): Promise<readonly (readonly [string, Snippet])[]> => {
    const files = (await read.list(folder)).map(({ uri }) => uri).filter((uri) => SNIPPET_FILE.test(uri));
    const texts = await Promise.all(files.map(async (uri) => [uri, await read.text(uri)] as const));
    return texts.flatMap(([uri, text]) => {
      const snippets = text === undefined ? undefined : snippetsIn(text);
      if (!snippets) read.complain(`snippets: ${uri} is not a list of snippets, or too long`);
      return snippets ?? [];
    });
  };
  return {
    of(folder) {
      if (!watched.has(folder)) read.watch(folder);
      watched.add(folder);
      const snippets = known.get(folder) ?? load(folder);
      known.set(folder, snippets);
      return snippets;
    },
    changed: () => known.clear(),
  };
}

function snippetsIn(text: string): [string, Snippet][] | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    return Object.entries(value).flatMap(([name, one]): [string, Snippet][] =>
      isSnippet(one) ? [[name, one]] : [],
    );
  } catch {
    // Not JSON: the caller says so, and the other files still count.
    return undefined;
  }
}

function isSnippet(value: unknown): value is Snippet {
  if (!isRecord(value)) return false;
  const isText = (one: unknown): boolean =>
    typeof one === "string" || (Array.isArray(one) && one.every((line) => typeof line === "string"));
  return isText(value["prefix"]) && isText(value["body"]);
}

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
