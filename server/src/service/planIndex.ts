import { parsePlan } from "../plan/parsePlan.js";
import type { Refusal } from "../read/model.js";
import { endsOf } from "./endsOf.js";
import { type PlanFacts, planFacts } from "./planFacts.js";

/** A file as the file system tells of it, unread. */
export interface FileStamp {
  readonly path: string;
  readonly size: number;
  /** Milliseconds; whatever the file system counts in, compared for equality only. */
  readonly modified: number;
}

/** What is known of one file: the facts of its plan, or why it cannot be read. */
export interface IndexEntry extends FileStamp {
  /** Of the bytes, so that a file copied or touched is not read again. */
  readonly hash: string;
  readonly facts: PlanFacts | undefined;
  readonly refusal: Refusal | undefined;
}

/** What is known of many plans. A value: refreshing it gives another. */
export interface PlanIndex {
  readonly entries: ReadonlyMap<string, IndexEntry>;
}

export const emptyIndex: PlanIndex = { entries: new Map() };

/** What the place where the index is made adds to it. */
export interface IndexHost {
  read(path: string): Promise<Uint8Array>;
  hash(bytes: Uint8Array): string;
  /** The text of a document of any kind; of a long one its ends (`endsOf`) suffice. */
  text(
    bytes: Uint8Array,
    path: string,
  ): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Refusal }>;
  /** Called now and then, and at the end. */
  progress?(done: number, total: number): void;
  /** Asked between two files; what has been read until then is kept. */
  cancelled?(): boolean;
}

/**
 * The index of exactly these files. Of those that are as they were nothing is read; of those whose bytes are known
 * (renamed, copied, touched) nothing is parsed. A file that cannot be read has an entry that says why.
 */
export async function refreshIndex(
  known: PlanIndex,
  files: readonly FileStamp[],
  host: IndexHost,
): Promise<PlanIndex> {
  const byHash = new Map([...known.entries.values()].map((entry) => [entry.hash, entry]));
  const entries = new Map<string, IndexEntry>();
  for (const [done, file] of files.entries()) {
    if (host.cancelled?.()) break;
    const old = known.entries.get(file.path);
    const same = old?.size === file.size && old.modified === file.modified;
    entries.set(file.path, same ? old : await entryOf(file, byHash, host));
    host.progress?.(done + 1, files.length);
  }
  return { entries };
}

async function entryOf(
  file: FileStamp,
  byHash: ReadonlyMap<string, IndexEntry>,
  host: IndexHost,
): Promise<IndexEntry> {
  const stamp = { path: file.path, size: file.size, modified: file.modified };
  try {
    const bytes = await host.read(file.path);
    const hash = host.hash(bytes);
    const known = byHash.get(hash);
    // The name of the file is a witness too, so that the facts hold for the same name only.
    if (known && lastName(known.path) === lastName(file.path)) return { ...known, ...stamp };
    const result = await host.text(bytes, file.path);
    return result.ok
      ? { ...stamp, hash, facts: planFacts(parsePlan(endsOf(result.text)), file.path), refusal: undefined }
      : { ...stamp, hash, facts: undefined, refusal: result.reason };
  } catch (error) {
    // Locked, gone, or not for us to read; the modification time 0 makes it be tried again next time.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const refusal = { code: "internal", data: { detail } } as const;
    return { ...stamp, modified: 0, hash: "", facts: undefined, refusal };
  }
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Which of the files are not as the index knows them. */
export function unknownTo({ entries }: PlanIndex, files: readonly FileStamp[]): FileStamp[] {
  return files.filter(({ path, size, modified }) => {
    const known = entries.get(path);
    return known?.size !== size || known.modified !== modified;
  });
}

/** The same index under other names: on disk the paths are those from the folder that holds it. */
export function renamedIndex(index: PlanIndex, name: (path: string) => string): PlanIndex {
  const entries = [...index.entries.values()].map((entry): [string, IndexEntry] => {
    const path = name(entry.path);
    return [path, { ...entry, path }];
  });
  return { entries: new Map(entries) };
}

const VERSION = 1;

/** The index as it is kept on disk. The same index gives the same text. */
export function writeIndex({ entries }: PlanIndex): string {
  const ordered = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `{"version":${VERSION},"entries":[\n${ordered.map((entry) => JSON.stringify(entry)).join(",\n")}\n]}\n`;
}

/** The index that a text holds; an empty one where there is none, or one of another version, or a damaged one. */
export function readIndex(text: string | undefined): PlanIndex {
  if (text === undefined) return emptyIndex;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value.version !== VERSION || !Array.isArray(value.entries)) return emptyIndex;
    const entries = (value.entries as unknown[]).filter(isEntry);
    return { entries: new Map(entries.map((entry) => [entry.path, entry])) };
  } catch {
    // Not JSON: it is made anew, nothing is lost but a second.
    return emptyIndex;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is IndexEntry {
  if (!isRecord(value)) return false;
  const { path, size, modified, hash, facts, refusal } = value;
  const stamped = typeof path === "string" && typeof size === "number" && typeof modified === "number";
  return stamped && typeof hash === "string" && (isFacts(facts) || (isRecord(refusal) && "code" in refusal));
}

function isFacts(value: unknown): value is PlanFacts {
  if (!isRecord(value) || typeof value.kind !== "string") return false;
  const { years, title, issuer } = value;
  const timed =
    years === undefined || (Array.isArray(years) && years.every((one) => typeof one === "number"));
  const texts = [title, issuer].every((one) => one === undefined || typeof one === "string");
  return timed && texts;
}
