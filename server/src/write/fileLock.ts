import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A file is read, changed and written in far less time than this: a lock that is older was left by the dead. */
const STALE_MS = 10_000;
const PATIENCE_MS = 15_000;
const RETRY_MS = 20;

/**
 * Does the work while nobody else who asks for the same file does theirs, in this process or another: what is read, changed
 * and written back in between loses nothing of what others add. The lock is a small file beside it, gone afterwards.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const token = `${process.pid} ${hostname()} ${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(path), { recursive: true });
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
  for (;;) {
    try {
      return await create(lock, token);
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST" || Date.now() > end)
        throw error;
    }
    await breakStale(lock);
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

/** Put out of the way rather than removed: of two who find it stale at once only one can move it. */
async function breakStale(lock: string): Promise<void> {
  const holder = await holderOf(lock);
  if (holder === undefined || !(await isStale(lock, holder))) return;
  const aside = `${lock}.${randomBytes(6).toString("hex")}`;
  try {
    await rename(lock, aside);
    // Taken meanwhile by somebody else: theirs again, unless a third has come.
    if ((await holderOf(aside)) !== holder) await create(lock, await readFile(aside, "utf8"));
  } catch {
    // Another has been quicker; the next try tells.
  }
  await rm(aside, { force: true });
}

async function holderOf(lock: string): Promise<string | undefined> {
  // Gone is as good as free.
  return await readFile(lock, "utf8").catch(() => undefined);
}

async function isStale(lock: string, holder: string): Promise<boolean> {
  const [pid, host] = holder.split(" ");
  if (host === hostname() && !isAlive(Number(pid))) return true;
  const found = await stat(lock).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > STALE_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process answers with a refusal, one that is no more not at all.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
