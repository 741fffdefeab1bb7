import { keyOf } from "./folderFiles.js";
import type { PlanFiles } from "./planFiles.js";

const READABLE = /\.(?:plan|txt|md|docx|doc|html?)$/i;
const LEFT_ALONE = /^(?:[.~]|node_modules$)/;
const MOST_FILES = 5000;
const DEEPEST = 3;

export interface ListQuery {
  /** Where to look, nearest first, each with the folders in it. */
  readonly folders: readonly string[];
  /** True where the client tells of every change: only there may what was seen be believed. */
  readonly isWatched: (uri: string) => boolean;
  readonly isCancelled: () => boolean;
}

/** The documents that folders hold. With thousands of them looking anew takes longer than all else in a comparison. */
export interface FolderListing {
  uris(query: ListQuery): Promise<readonly string[]>;
  /** These files were made, changed or deleted; without a word, anything may have been. */
  changed(uris?: readonly string[]): void;
}

interface Kept {
  readonly uris: readonly string[];
  readonly keys: ReadonlySet<string>;
  /** Every folder that was looked into, with its state then: it is another once something in it comes, goes or is renamed. */
  readonly stamps: ReadonlyMap<string, string | undefined>;
}

export function createFolderListing(files: PlanFiles): FolderListing {
  const shelf = new Map<string, Kept>();
  let changes = 0;
  return {
    async uris(query) {
      const key = query.folders.join("\n");
      // The state of a folder is known of this machine's alone.
      const mayKeep = query.folders.every((folder) => folder.startsWith("file:") && query.isWatched(folder));
      const known = mayKeep ? shelf.get(key) : undefined;
      if (known && (await isAsItWas(known, files))) return known.uris;
      const before = changes;
      const fresh = await listed(query, files);
      if (mayKeep && !query.isCancelled() && changes === before) shelf.set(key, fresh);
      return fresh.uris;
    },
    changed(uris) {
      changes++;
      for (const [key, { keys }] of shelf) if (!uris?.every((uri) => keys.has(keyOf(uri)))) shelf.delete(key);
    },
  };
}

/** A folder that has vanished has no state, and few clients say more of it than that. */
async function isAsItWas({ stamps }: Kept, files: PlanFiles): Promise<boolean> {
  for (const [folder, stamp] of stamps)
    if (stamp === undefined || (await files.stamp(folder)) !== stamp) return false;
  return true;
}

async function listed({ folders, isCancelled }: ListQuery, files: PlanFiles): Promise<Kept> {
  const found = new Set<string>();
  const stamps = new Map<string, string | undefined>();
  const look = async (folder: string, depth: number): Promise<void> => {
    if (stamps.has(folder) || found.size >= MOST_FILES || isCancelled()) return;
    // First, so that what changes meanwhile is seen the next time.
    stamps.set(folder, await files.stamp(folder));
    for (const { uri, name, kind } of await files.list(folder)) {
      if (LEFT_ALONE.test(name)) continue;
      if (kind === "folder" && depth < DEEPEST) await look(uri, depth + 1);
      else if (kind === "file" && READABLE.test(name)) found.add(uri);
    }
  };
  for (const folder of folders) await look(folder, 0);
  const uris = [...found].slice(0, MOST_FILES);
  return { uris, keys: new Set(uris.map(keyOf)), stamps };
}
