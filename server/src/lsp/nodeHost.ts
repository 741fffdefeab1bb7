import type { Connection } from "vscode-languageserver";
import type { ClientFacts } from "./clientFacts.js";
import { createClientFiles } from "./clientFiles.js";
import { createThreadComparer } from "./compareThread.js";
import type { ServerHost } from "./configuration.js";
import type { DocumentReader } from "./documentReader.js";
import { readTextFile } from "./files.js";
import { mixedFiles } from "./mixedFiles.js";
import { createNodeFiles } from "./nodeFiles.js";
import { createNodeIndex } from "./nodeIndex.js";
import { createReadThread } from "./readThread.js";
import { showWarning } from "./showWarning.js";

/**
 * What Node gives the server: this machine's files, and threads to read and to compare in. Other folders the client may
 * lend.
 */
export function nodeHost(connection: Connection, client: ClientFacts): Partial<ServerHost> {
  const read = tellingReader(connection, client);
  const own = { files: createNodeFiles(read), readText: readTextFile };
  const lends = client.options.lendsFiles === true;
  const files = lends ? mixedFiles(own, createClientFiles(connection, read)) : own;
  return { ...files, comparer: createThreadComparer, index: (plain) => createNodeIndex(plain, read) };
}

/** Somebody waits for what such a file says, and it never comes: each is told of once. */
function tellingReader(connection: Connection, { locale }: ClientFacts): DocumentReader {
  const told = new Set<string>();
  return createReadThread((name, reason) => {
    if (told.has(name)) return;
    told.add(name);
    void import("../read/messages.js").then(({ refusalMessage }) =>
      showWarning(connection, `${name}：${refusalMessage(reason, locale)}`),
    );
  });
}
