import type { Snippet } from "../service/author.js";
import { isRecord } from "./clientFacts.js";

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
