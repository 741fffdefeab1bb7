import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file found, by its full path. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

export interface FolderSearch {
  /** Which files count, by their last name. */
  accepts(name: string): boolean;
  /** How many folders deep; 0 for the files of the folder alone. */
  readonly depth?: number;
  /** Where to stop, so that a search that was sent to the wrong place ends. */
  readonly limit?: number;
}

export interface FoundFiles {
  /** In the order of their paths. */
  readonly files: readonly FoundFile[];
  /** Folders and files that could not be looked at, with the system's word for it. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

const DEEPEST = 24;
const MOST = 20_000;

/**
 * The files of a folder and of those in it. Hidden folders, `node_modules` and what Word writes beside an open document
 * (`~$…`) are passed over; links are followed, and a circle of links is walked once. For Node only.
 */
export async function filesIn(folder: string, search: FolderSearch): Promise<FoundFiles> {
  const walk: Walk = {
    search,
    seen: new Set(),
    files: [],
    unreadable: [],
    left: search.limit ?? MOST,
  };
  await visit(folder, search.depth ?? DEEPEST, walk);
  return {
    files: walk.files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    unreadable: walk.unreadable,
  };
}

interface Walk {
  readonly search: FolderSearch;
  readonly seen: Set<string>;
  readonly files: FoundFile[];
  readonly unreadable: { path: string; reason: string }[];
  left: number;
}

async function visit(folder: string, depth: number, walk: Walk): Promise<void> {
  const real = await orComplain(folder, walk, () => realpath(folder));
  if (real === undefined || walk.seen.has(real)) return;
  walk.seen.add(real);
  const entries = (await orComplain(folder, walk, () => readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    if (walk.left <= 0) return;
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    if (await isFolder(entry, path)) {
      if (depth > 0) await visit(path, depth - 1, walk);
    } else if (walk.search.accepts(entry.name)) await take(path, walk);
  }
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  // A link that leads nowhere is no folder; as a file it will be named where it matters.
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || name === "node_modules";
}

async function take(path: string, walk: Walk): Promise<void> {
  const facts = await orComplain(path, walk, () => stat(path));
  if (!facts?.isFile()) return;
  walk.left--;
  walk.files.push({ path, size: facts.size, modified: facts.mtimeMs });
}

async function orComplain<T>(path: string, walk: Walk, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    // Not for us to read, or gone since it was listed: one line, and the others are still found.
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    walk.unreadable.push({ path, reason });
    return undefined;
  }
}
