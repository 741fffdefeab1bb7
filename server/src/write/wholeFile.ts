import { randomBytes } from "node:crypto";
import { type FileHandle, lstat, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makePlaceFor } from "./place.js";

/** Nobody takes so long to write a file: one that stands beside it for longer was left by a program that was ended. */
const LEFT_MS = 60_000;
/** So much of a name, that with what is put around it the name is no longer than a disk allows (255 bytes). */
const NAME_LENGTH = 60;
const ANY_MODE = 0o666;
const WRITABLE = 0o222;

/** What is lost with the power or is not: waiting for the disk is for what nobody can make again by asking once more. */
export type Worth = "kept" | "made again";

/**
 * Writes a file so that nobody ever sees half of it, not even after the power has failed: beside it under another name,
 * handed to the disk, then renamed. A link stays a link, and the file keeps its mode.
 * Its folder must be there, but for `.hegao`, which is made.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  worth: Worth = "kept",
): Promise<void> {
  await makePlaceFor(path);
  const known = await stat(path).catch(() => undefined);
  // A rename would go past what its owner has forbidden.
  if (known && (known.mode & WRITABLE) === 0) throw Object.assign(new Error("read-only"), { code: "EACCES" });
  // A device or a pipe (/dev/stdout) is written to; a rename would put a file in its place.
  if (known && !known.isFile() && !known.isDirectory()) return await writeFile(path, content);
  const target = known ? await realpath(path) : path;
  const { name, file } = await openBeside(target, known?.mode ?? ANY_MODE);
  try {
    try {
      // What the system takes from the mode of a new file is no business of one that is there.
      if (known) await file.chmod(known.mode).catch(() => undefined);
      await file.writeFile(content);
      if (worth === "kept") await handToDisk(file);
    } finally {
      await file.close();
    }
    await rename(name, target);
  } catch (error) {
    await rm(name, { force: true });
    throw error;
  }
}

interface Beside {
  readonly name: string;
  readonly file: FileHandle;
}

/**
 * Always the same name, so that what a program left when it was ended is found by the next without a look at the whole
 * folder; another one while somebody is at it.
 */
async function openBeside(target: string, mode: number): Promise<Beside> {
  const base = join(dirname(target), `.${basename(target).slice(0, NAME_LENGTH)}`);
  const usual = `${base}.tmp`;
  try {
    return { name: usual, file: await open(usual, "wx", mode) };
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  const left = await lstat(usual).catch(() => undefined);
  // What cannot be taken away stays; it is in nobody's way.
  if (left && Date.now() - left.mtimeMs > LEFT_MS) await rm(usual, { force: true }).catch(() => undefined);
  const name = `${base}.${randomBytes(6).toString("hex")}.tmp`;
  return { name, file: await open(name, "wx", mode) };
}

/** A name must not stand for bytes that only the memory has. Some disks of other machines cannot be asked. */
async function handToDisk(file: FileHandle): Promise<void> {
  try {
    await file.datasync();
  } catch (error) {
    if (!["EINVAL", "ENOSYS", "ENOTSUP", "EPERM"].includes(codeOf(error) ?? "")) throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
