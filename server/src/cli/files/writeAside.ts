import { randomBytes } from "node:crypto";
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that nobody ever sees half of it: beside it under another name, then renamed. A link stays a link,
 * and the file keeps its mode.
 */
export function writeAside(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const known = statSync(path, { throwIfNoEntry: false });
  // A device or a pipe (/dev/stdout) is written to; a rename would put a file in its place.
  if (known && !known.isFile() && !known.isDirectory()) return writeFileSync(path, content);
  const target = known ? realpathSync(path) : path;
  const aside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeFileSync(aside, content, known ? { mode: known.mode } : {});
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
