import { createConnection, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";
import { createMessageGate } from "./messageGate.js";
import { type HostMaker, startServer } from "./server.js";
import { createStreamWriter } from "./streamWriter.js";

/** What Node gives the server, loaded when it is wanted. */
const own: HostMaker = async (connection, client) =>
  (await import("./nodeHost.js")).nodeHost(connection, client);

/** `hegao lsp --stdio`: serves the client on standard input and output until it says `exit`. */
export function serveStdio(): void {
  const gate = createMessageGate();
  const { stdin, stdout } = process;
  const [reader, writer] = [new StreamMessageReader(stdin), createStreamWriter(stdout)];
  startServer({
    connection: createConnection(ProposedFeatures.all, reader, writer, gate.options),
    gate,
    own,
  });
  // A client that is gone without a word leaves nobody to serve.
  for (const event of ["end", "close"]) stdin.on(event, () => process.exit(gate.isEnding() ? 0 : 1));
}

/** Serves the client over what the arguments of the program name: `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsAsked(): void {
  const gate = createMessageGate();
  startServer({ connection: createConnection(ProposedFeatures.all, gate.options), gate, own });
}
