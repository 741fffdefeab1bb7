import { readdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { type DocumentReader, wholeText } from "./documentReader.js";
import { localPath } from "./localPath.js";
import type { PlanFiles } from "./planFiles.js";
import { readRegular } from "./regularFile.js";

/** The documents of this machine, with what reads them. Other schemes (an editor's virtual folders) have none. */
export function createNodeFiles(read: DocumentReader): PlanFiles {
  return {
    ...nodeFiles,
    async read(uri) {
      const path = localPath(uri);
      if (path === undefined) return undefined;
      try {
        return await wholeText(read(await readRegular(path), basename(path)));
      } catch {
        // Gone since it was listed, or not for us to read: one earlier year fewer.
        return undefined;
      }
    },
  };
}

/** The same, unread. */
export const nodeFiles: Omit<PlanFiles, "read"> = {
  async list(folder) {
    const path = localPath(folder);
    if (path === undefined) return [];
    // A folder that has vanished or is not for us to read holds nothing.
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() || entry.isFile())
      .map((entry) => ({
        // In the spelling of the folder (`c%3A` or `C:`), which is the client's.
        uri: `${folder.replace(/\/$/, "")}/${encodeURIComponent(entry.name)}`,
        name: entry.name,
        kind: entry.isDirectory() ? "folder" : "file",
      }));
  },
  async stamp(uri) {
    const path = localPath(uri);
    if (path === undefined) return undefined;
    const found = await stat(path).catch(() => undefined);
    return found ? `${found.mtimeMs}:${found.size}` : undefined;
  },
  async write(uri, text) {
    const { writeWhole } = await import("../write/wholeFile.js");
    await writeWhole(await placeHere(uri), text);
  },
  async alone(uri, work) {
    const { withFileLock } = await import("../write/fileLock.js");
    return await withFileLock(await placeHere(uri), work);
  },
};

/**
 * What is written must have a place; who asks for it is told that it has none as of a folder that is not to be written in.
 * `.hegao` is made where it is missing, but a folder that has gone (a share, a stick) is not put back in its place, empty.
 */
async function placeHere(uri: string): Promise<string> {
  const path = localPath(uri);
  const beside = path === undefined ? undefined : dirname(path);
  const folder = beside !== undefined && basename(beside) === ".hegao" ? dirname(beside) : beside;
  const found = folder === undefined ? undefined : await stat(folder).catch(() => undefined);
  if (path === undefined || !found?.isDirectory())
    throw Object.assign(new Error(`${uri}: no place on this machine`), { code: "ENOENT" });
  return path;
}
