import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./nodeHost.js";
import { startServer } from "./server.js";

/** `hegao lsp --stdio`: serves the client on standard input and output until it says `exit`. */
export function serveStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeHost);
}
