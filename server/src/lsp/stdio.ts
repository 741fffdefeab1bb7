import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createMessageGate } from "./messageGate.js";
import { type HostMaker, startServer } from "./server.js";

/** What Node gives the server, loaded when it is wanted. */
const own: HostMaker = async (connection, client) =>
  (await import("./nodeHost.js")).nodeHost(connection, client);

/** `hegao lsp --stdio`: serves the client on standard input and output until it says `exit`. */
export function serveStdio(): void {
  const gate = createMessageGate();
  const { stdin, stdout } = process;
  startServer({ connection: createConnection(ProposedFeatures.all, stdin, stdout, gate.options), gate, own });
}

/** Serves the client over what the arguments of the program name: `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsAsked(): void {
  const gate = createMessageGate();
  startServer({ connection: createConnection(ProposedFeatures.all, gate.options), gate, own });
}
