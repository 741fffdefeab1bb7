import { createThreadComparer } from "./compareThread.js";
import type { ServerHost } from "./configuration.js";
import { readTextFile } from "./files.js";
import { nodeFiles } from "./nodeFiles.js";

/** What Node gives the server: this machine's files, and a thread to compare in. */
export const nodeHost: Partial<ServerHost> = {
  readText: readTextFile,
  files: nodeFiles,
  comparer: createThreadComparer,
};
