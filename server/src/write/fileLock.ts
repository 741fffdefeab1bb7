import { randomBytes } from "node:crypto";
import { lstat, open, readFile, rename, rm, rmdir } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makePlaceFor } from "./place.js";

/** A file is read, changed and written in far less time than this: a lock that is older was left by the dead. */
const STALE_MS = 10_000;
/** A lock says whose it is as soon as it is made: one that says nothing for so long was left between the two. */
const NAMELESS_MS = 1_000;
const PATIENCE_MS = 15_000;
const RETRY_MS = 20;

/**
 * Does the work while nobody else who asks for the same file does theirs, in this process or another: what is read, changed
 * and written back in between loses nothing of what others add. The lock is a small file beside it, gone afterwards; of the
 * folders on the way to it `.hegao` alone is made.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const token = `${process.pid} ${hostname()} ${randomBytes(6).toString("hex")}`;
  await makePlaceFor(path);
  await take(lock, token);
  try {
    return await work();
  } finally {
    // Ours, unless somebody thought us dead.
    if ((await holderOf(lock)) === token) await rm(lock, { force: true });
  }
}

async function take(lock: string, token: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let seen: Seen | undefined;
  for (;;) {
    try {
      return await create(lock, token);
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || Date.now() > end) throw error;
    }
    seen = await seenNow(lock, seen);
    if (seen && isStale(seen)) await putAside(lock, seen);
    await pause(RETRY_MS * (1 + Math.random()));
  }
}

/** Makes the file, and takes it away again where the disk is too full for what it should hold. */
async function create(lock: string, token: string): Promise<void> {
  const file = await open(lock, "wx");
  try {
    await file.writeFile(token);
  } catch (error) {
    await rm(lock, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** What stands where the lock should be: a lock of ours, or a folder, a link to nowhere, a file that we may not read. */
interface Seen {
  readonly inode: number;
  readonly modified: number;
  /** What it says; nothing for what is no file of ours to read. */
  readonly holder: string;
  /** Since when we have seen this very one, by our own clock: that of the disk may be another machine's. */
  readonly since: number;
}

/** Undefined where it is gone, which is as good as free. */
async function seenNow(lock: string, before: Seen | undefined): Promise<Seen | undefined> {
  const found = await lstat(lock).catch(() => undefined);
  if (!found) return undefined;
  // A pipe or a link to a device would never end.
  const holder = found.isFile() ? ((await holderOf(lock)) ?? "") : "";
  const now = { inode: found.ino, modified: found.mtimeMs, holder };
  return { ...now, since: before && isSame(before, now) ? before.since : Date.now() };
}

function isSame(a: Omit<Seen, "since">, b: Omit<Seen, "since">): boolean {
  return a.inode === b.inode && a.modified === b.modified && a.holder === b.holder;
}

function isStale({ holder, modified, since }: Seen): boolean {
  const [pid, host] = holder.split(" ");
  if (host === hostname() && !isAlive(Number(pid))) return true;
  const now = Date.now();
  return now - since > (holder === "" ? NAMELESS_MS : STALE_MS) || now - modified > STALE_MS;
}

/** Put out of the way rather than removed: of two who find it stale at once only one can move it. */
async function putAside(lock: string, stale: Seen): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString("hex")}`;
  try {
    await rename(lock, aside);
    const moved = await seenNow(aside, undefined);
    // Taken meanwhile by somebody else: theirs again, unless a third has come.
    if (moved && !isSame(moved, stale)) await create(lock, moved.holder);
    await remove(aside);
  } catch (error) {
    // Another has been quicker, and the next try tells; but where nothing may be moved, waiting does not help.
    if (["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "") && process.platform !== "win32")
      throw error;
  }
}

/** An empty folder too; a folder with something in it is left where it is out of the way. */
async function remove(aside: string): Promise<void> {
  await rm(aside, { force: true }).catch(() => rmdir(aside));
}

async function holderOf(lock: string): Promise<string | undefined> {
  // Gone is as good as free.
  return await readFile(lock, "utf8").catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process answers with a refusal, one that is no more not at all.
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
