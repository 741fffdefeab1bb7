import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PlanFacts } from "../service/planFacts.js";
import type { FileStamp, PlanIndex } from "../service/planIndex.js";
import type { DocumentReader } from "./documentReader.js";
import type { EarlierIndex, FactsQuery, IndexKept } from "./earlierIndex.js";
import { isWatchedFile, keyOf } from "./folderFiles.js";
import { localPath } from "./localPath.js";
import { nodeFiles } from "./nodeFiles.js";
import { readRegular } from "./regularFile.js";

/** What is known of the documents of one home, and the state of the file that it was last read from. */
interface Shelf {
  index: PlanIndex;
  /** Undefined while there is no `.hegao/index.json`. */
  stamp: string | undefined;
  /** What stands there. */
  text: string | undefined;
}

/**
 * An index that outlives the server where somebody has asked for it: where `.hegao/index.json` is there (`hegao compare
 * --index` makes it) it is read and kept up to date, elsewhere nothing is written. Folders that are not of this machine are left to `plain`.
 */
export function createNodeIndex(plain: EarlierIndex, read: DocumentReader): EarlierIndex {
  const shelves = new Map<string, Shelf>();
  const stamps: Stamps = { known: new Map(), changes: 0 };
  let last: Promise<unknown> = Promise.resolve();
  // One at a time: two drafts of one folder need the same files.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const isHere = ({ home, uris }: FactsQuery): boolean =>
    [home, ...uris].every((uri) => localPath(uri) !== undefined);
  return {
    facts: (query) =>
      isHere(query) ? inTurn(() => lookedUp(query, { shelves, stamps, read })) : plain.facts(query),
    keep: async (query) => (isHere(query) ? inTurn(() => kept(query, { shelves, stamps, read })) : undefined),
    changed(uris) {
      plain.changed(uris);
      stamps.changes++;
      if (!uris) stamps.known.clear();
      for (const uri of uris ?? []) stamps.known.delete(keyOf(uri));
    },
  };
}

interface Memory {
  readonly shelves: Map<string, Shelf>;
  readonly stamps: Stamps;
  readonly read: DocumentReader;
}

async function lookedUp(
  query: FactsQuery,
  { shelves, stamps, read }: Memory,
): Promise<ReadonlyMap<string, PlanFacts>> {
  // Loaded when the first draft is compared: a server that starts has nothing to index.
  const { unknownTo } = await import("../service/planIndex.js");
  const shelf = await shelfOf(query.home, shelves);
  const files = await stampsOf(query, stamps);
  const waiting = unknownTo(shelf.index, files).length;
  if (waiting > 0 && query.progress) {
    await query.progress.begin(waiting);
    await refresh(shelf, { query, files, waiting, read });
    await keep(shelf, query.home);
  }
  return factsOf(shelf.index, files);
}

/** The same, written even where there was no such file; but one that was not there is not begun by halves. */
async function kept(query: FactsQuery, { shelves, stamps, read }: Memory): Promise<IndexKept> {
  const { unknownTo } = await import("../service/planIndex.js");
  const shelf = await shelfOf(query.home, shelves);
  const files = await stampsOf(query, stamps);
  const waiting = unknownTo(shelf.index, files).length;
  if (waiting > 0) await query.progress?.begin(waiting);
  await refresh(shelf, { query, files, waiting, read });
  const isStopped = query.progress?.isCancelled() === true;
  const isKept = !isStopped || shelf.stamp !== undefined;
  const reason = isKept ? await write(shelf, query.home) : undefined;
  const entries = files.flatMap(({ path }) => shelf.index.entries.get(path) ?? []);
  return {
    file: fileOf(query.home),
    isWritten: isKept && reason === undefined,
    isStopped,
    ...(reason === undefined ? {} : { reason }),
    documents: entries.length,
    withYears: entries.filter(({ facts }) => facts?.years).length,
    unreadable: entries.filter(({ refusal }) => refusal).length,
    read: waiting - unknownTo(shelf.index, files).length,
  };
}

async function shelfOf(home: string, shelves: Map<string, Shelf>): Promise<Shelf> {
  const { emptyIndex, readIndex, renamedIndex } = await import("../service/planIndex.js");
  const shelf = shelves.get(home) ?? { index: emptyIndex, stamp: undefined, text: undefined };
  shelves.set(home, shelf);
  const stamp = await nodeFiles.stamp(fileOf(home));
  if (stamp === undefined || stamp === shelf.stamp) return Object.assign(shelf, { stamp });
  const text = await readRegular(fileURLToPath(fileOf(home))).then(String, () => undefined);
  const folder = fileURLToPath(home);
  const stored = renamedIndex(readIndex(text), (path) => resolve(folder, path));
  shelf.index = { entries: new Map([...stored.entries, ...shelf.index.entries]) };
  return Object.assign(shelf, { stamp, text });
}

/** A file with the URI that the client knows it by. */
interface NamedFile extends FileStamp {
  readonly uri: string;
}

interface Stamps {
  /** The files as they were last seen, by the key of their URI. */
  readonly known: Map<string, NamedFile>;
  /** How often the client has told of changes. */
  changes: number;
}

async function stampsOf({ uris, isWatched }: FactsQuery, stamps: Stamps): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  for (const uri of uris) {
    const key = keyOf(uri);
    const isKept = isWatched(uri) && isWatchedFile(uri);
    const { changes } = stamps;
    const known = (isKept ? stamps.known.get(key) : undefined) ?? (await stamped(uri));
    if (!known) continue;
    found.push(known);
    // What was changed while it was looked at may have been seen as it was before.
    if (isKept && stamps.changes === changes) stamps.known.set(key, known);
  }
  return found;
}

async function stamped(uri: string): Promise<NamedFile | undefined> {
  const path = fileURLToPath(uri);
  const known = await stat(path).catch(() => undefined);
  return known && { uri, path, size: known.size, modified: known.mtimeMs };
}

interface Refreshing {
  readonly query: FactsQuery;
  readonly files: readonly FileStamp[];
  readonly waiting: number;
  readonly read: DocumentReader;
}

async function refresh(shelf: Shelf, { query, files, waiting, read }: Refreshing): Promise<void> {
  const { refreshIndex, unknownTo } = await import("../service/planIndex.js");
  const stale = unknownTo(shelf.index, files);
  const fresh = await refreshIndex(shelf.index, stale, {
    read: readRegular,
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    text: (bytes, path) => read(bytes, basename(path)),
    progress: (done) => query.progress?.step(done, waiting),
    cancelled: () => query.progress?.isCancelled() === true,
  });
  const there = new Set(files.map(({ path }) => path));
  const folders = query.folders.flatMap((folder) => {
    const path = localPath(folder);
    return path === undefined ? [] : [path + sep];
  });
  const kept = [...shelf.index.entries].filter(
    ([path]) => there.has(path) || !folders.some((folder) => path.startsWith(folder)),
  );
  shelf.index = { entries: new Map([...kept, ...fresh.entries]) };
}

/** Only where the file is there already: it is made when somebody asks for it. */
async function keep(shelf: Shelf, home: string): Promise<void> {
  if (shelf.stamp !== undefined) await write(shelf, home);
}

/** Undefined where it went well, else the system's word for why not. */
async function write(shelf: Shelf, home: string): Promise<string | undefined> {
  const { renamedIndex, writeIndex } = await import("../service/planIndex.js");
  const folder = fileURLToPath(home);
  const stored = renamedIndex(shelf.index, (path) => relative(folder, path).split(sep).join("/"));
  const text = writeIndex(stored);
  if (text === shelf.text && shelf.stamp !== undefined) return undefined;
  try {
    await nodeFiles.write(fileOf(home), text);
    Object.assign(shelf, { text, stamp: await nodeFiles.stamp(fileOf(home)) });
    return undefined;
  } catch (error) {
    // A folder that is not ours to write in: what is known stays in memory.
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

function fileOf(home: string): string {
  return pathToFileURL(join(fileURLToPath(home), ".hegao", "index.json")).href;
}

function factsOf({ entries }: PlanIndex, files: readonly NamedFile[]): Map<string, PlanFacts> {
  return new Map(
    files.flatMap(({ uri, path, size, modified }): [string, PlanFacts][] => {
      const entry = entries.get(path);
      const isCurrent = entry?.size === size && entry.modified === modified;
      return entry?.facts && isCurrent ? [[uri, entry.facts]] : [];
    }),
  );
}
