import type { PlanDocument } from "../plan/model.js";
import { type Candidate, chooseEarlierYears } from "../service/earlierYears.js";
import { planFacts } from "../service/planFacts.js";
import type { PlanFiles } from "./planFiles.js";

/** A plan of an earlier year, read. */
export interface EarlierDocument {
  readonly uri: string;
  readonly text: string;
  readonly plan: PlanDocument;
}

export interface EarlierSearch {
  readonly uri: string;
  readonly plan: PlanDocument;
  /** Where to look, nearest first; `deep` ones with their folders. */
  readonly folders: readonly string[];
  readonly parse: (text: string) => PlanDocument;
  readonly files: PlanFiles;
  readonly isCancelled: () => boolean;
}

const READABLE = /\.(?:plan|txt|md|docx|doc|html?)$/i;
const LEFT_ALONE = /^(?:[.~]|node_modules$)/;
const MOST_FILES = 2000;
const DEEPEST = 3;
const MOST_YEARS = 4;

interface Known {
  readonly stamp: string;
  readonly document: EarlierDocument | undefined;
}

/** What was read of the folders, kept while the files stay as they are. */
export type EarlierShelf = Map<string, Known>;

/** One plan for each year before, the nearest first. */
export async function findEarlier(search: EarlierSearch, shelf: EarlierShelf): Promise<EarlierDocument[]> {
  const draft: Candidate = { path: plainUri(search.uri), ...planFacts(search.plan, plainUri(search.uri)) };
  if (!draft.years) return [];
  const found = new Map<string, EarlierDocument>();
  const candidates: Candidate[] = [];
  for (const uri of await listed(search)) {
    if (search.isCancelled()) return [];
    if (plainUri(uri) === plainUri(search.uri)) continue;
    const document = await shelved(uri, search, shelf);
    if (!document) continue;
    const path = plainUri(uri);
    found.set(path, document);
    candidates.push({ path, ...planFacts(document.plan, path) });
  }
  const { years } = chooseEarlierYears(draft, candidates);
  return years.slice(0, MOST_YEARS).flatMap((one) => {
    const document = found.get(one.path);
    return document ? [document] : [];
  });
}

async function listed({ folders, files, isCancelled }: EarlierSearch): Promise<string[]> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = async (folder: string, depth: number): Promise<void> => {
    if (seen.has(folder) || found.size >= MOST_FILES || isCancelled()) return;
    seen.add(folder);
    for (const { uri, name, kind } of await files.list(folder)) {
      if (LEFT_ALONE.test(name)) continue;
      if (kind === "folder" && depth < DEEPEST) await look(uri, depth + 1);
      else if (kind === "file" && READABLE.test(name)) found.add(uri);
    }
  };
  for (const folder of folders) await look(folder, 0);
  return [...found].slice(0, MOST_FILES);
}

async function shelved(
  uri: string,
  { files, parse }: EarlierSearch,
  shelf: EarlierShelf,
): Promise<EarlierDocument | undefined> {
  const stamp = await files.stamp(uri);
  if (stamp === undefined) return undefined;
  const known = shelf.get(uri);
  if (known?.stamp === stamp) return known.document;
  const text = await files.read(uri);
  const document = text === undefined ? undefined : { uri, text, plan: parse(text) };
  shelf.set(uri, { stamp, document });
  return document;
}

/** Editors differ in what they escape. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray per cent sign: it is compared as it is.
    return uri;
  }
}
