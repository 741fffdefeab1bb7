import { readdir, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentReader, wholeText } from "./documentReader.js";
import type { PlanFiles } from "./planFiles.js";
import { readRegular } from "./regularFile.js";

/** The documents of this machine, with what reads them. Other schemes (an editor's virtual folders) have none. */
export function createNodeFiles(read: DocumentReader): PlanFiles {
  return {
    ...nodeFiles,
    async read(uri) {
      if (!uri.startsWith("file:")) return undefined;
      const path = fileURLToPath(uri);
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
    if (!folder.startsWith("file:")) return [];
    const path = fileURLToPath(folder);
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
    if (!uri.startsWith("file:")) return undefined;
    const found = await stat(fileURLToPath(uri)).catch(() => undefined);
    return found ? `${found.mtimeMs}:${found.size}` : undefined;
  },
  async write(uri, text) {
    const { writeWhole } = await import("../write/wholeFile.js");
    await writeWhole(fileURLToPath(uri), text);
  },
  async alone(uri, work) {
    const { withFileLock } = await import("../write/fileLock.js");
    return await withFileLock(fileURLToPath(uri), work);
  },
};
