import { readFile, stat } from "node:fs/promises";

/** A larger file is nothing that a server reads while somebody types. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The bytes of a file of this machine. What a workspace names may be a link to a device or a pipe, of which there is no
 * end, or that never begins: such are refused before they are opened.
 */
export async function readRegular(path: string): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile() || found.size > MOST_BYTES)
    throw Object.assign(new Error(`${path}: no file, or too large`), { code: "EFBIG" });
  return await readFile(path);
}
