import {
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  type ResponseMessage,
} from "vscode-languageserver/node";
import { createMessageGate } from "./messageGate.js";
import { type HostMaker, startServer } from "./server.js";
import { showWarning } from "./showWarning.js";
import { createStreamReader } from "./streamReader.js";
import { createStreamWriter } from "./streamWriter.js";

/** What Node gives the server, loaded when it is wanted. */
const own: HostMaker = async (connection, client) =>
  (await import("./nodeHost.js")).nodeHost(connection, client);

/** Whoever has heard it so often learns nothing from hearing it again. */
const MOST_COMPLAINTS = 100;
/** Nobody knows yet in which language: it may be the first that is heard. */
const DAMAGED =
  "编辑器发来的数据有一段损坏，已跳过。如果检查结果对不上文稿，请重启语言服务。 " +
  "Part of what the editor sent was damaged and skipped; restart the language server if its findings do not fit the draft.";

/** `hegao lsp --stdio`: serves the client on standard input and output until it says `exit`. */
export function serveStdio(): void {
  const gate = createMessageGate();
  const { stdin, stdout } = process;
  const writer = createStreamWriter(stdout);
  let count = 0;
  const reader = createStreamReader(stdin, (what) => {
    if (++count > MOST_COMPLAINTS) return;
    const error = { code: ErrorCodes.ParseError, message: `damaged input was skipped: ${what}` };
    const answer: ResponseMessage = { jsonrpc: "2.0", id: null, error };
    void writer.write(answer).catch(() => undefined);
    connection.console.error(error.message);
    if (count === 1) showWarning(connection, DAMAGED);
  });
  const connection = createConnection(ProposedFeatures.all, reader, writer, gate.options);
  startServer({ connection, gate, own });
  // A client that is gone without a word leaves nobody to serve.
  for (const event of ["end", "close"]) stdin.on(event, () => process.exit(gate.isEnding() ? 0 : 1));
}

/** Serves the client over what the arguments of the program name: `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsAsked(): void {
  const gate = createMessageGate();
  startServer({ connection: createConnection(ProposedFeatures.all, gate.options), gate, own });
}
