import type { Connection } from "vscode-languageserver";
import { version } from "../../../package.json";
import { capabilities } from "./capabilities.js";
import { type ClientFacts, clientFacts } from "./clientFacts.js";
import type { ServerHost } from "./configuration.js";
import type { MessageGate } from "./messageGate.js";
import { turn } from "./turn.js";

/** What a program gives the server, once it is known who asks. */
export type HostMaker = (connection: Connection, client: ClientFacts) => Promise<Partial<ServerHost>>;

/** A connection, and the gate that it was made with. */
export interface Served {
  readonly connection: Connection;
  readonly gate: MessageGate;
  readonly own?: HostMaker;
}

/**
 * Serves one client on a connection, over whatever it runs, until the client ends it. What does the work is loaded while
 * the client reads the answer to `initialize`; messages that come earlier wait for it.
 */
export function startServer({ connection, gate, own = async () => ({}) }: Served): void {
  connection.onInitialize((params) => {
    const client = clientFacts(params);
    gate.close();
    void (async () => {
      // The answer is written when what waits has had its turn.
      await turn();
      const { serve } = await import("./serve.js");
      serve(connection, client, await own(connection, client));
    })().finally(() => gate.open());
    return { serverInfo: { name: "hegao", version }, capabilities: capabilities(client) };
  });
  connection.listen();
}
