import type { Connection } from "vscode-languageserver";
import type { ReadHost } from "../read/model.js";
import { createClientFiles } from "./clientFiles.js";
import { createThreadComparer } from "./compareThread.js";
import type { ServerHost } from "./configuration.js";
import { readTextFile } from "./files.js";
import type { ClientFacts } from "./clientFacts.js";
import { mixedFiles } from "./mixedFiles.js";
import { nodeFiles } from "./nodeFiles.js";
import { createNodeIndex } from "./nodeIndex.js";

const reading = async (): Promise<ReadHost> => (await import("../read/node.js")).nodeHost;

/** What Node gives the server: this machine's files, and a thread to compare in. Other folders the client may lend. */
export function nodeHost(connection: Connection, client: ClientFacts): Partial<ServerHost> {
  const own = { files: nodeFiles, readText: readTextFile };
  const lends = client.options.lendsFiles === true;
  const files = lends ? mixedFiles(own, createClientFiles(connection, reading)) : own;
  return { ...files, comparer: createThreadComparer, index: createNodeIndex };
}
