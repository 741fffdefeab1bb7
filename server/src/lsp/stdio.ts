import { connect, type NetConnectOpts } from "node:net";
import type { Readable, Writable } from "node:stream";
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
  serve(process.stdin, process.stdout);
}

/** Serves the client over what the arguments of the program name: `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function serveAsAsked(): void {
  const place = placeAsked(process.argv.slice(2));
  if (typeof place === "string") {
    console.error(place);
    process.exit(2);
  }
  if (place) {
    const socket = connect(place);
    socket.on("error", (error) => console.error(error.message));
    serve(socket, socket);
    return;
  }
  const gate = createMessageGate();
  startServer({ connection: createConnection(ProposedFeatures.all, gate.options), gate, own });
}

const NO_PORT = "--socket 后面应写端口号，1 到 65535。 --socket takes a port, 1 to 65535.";
const NO_CHANNEL =
  "--node-ipc 只供 VS Code 启动服务时使用；这里请用 --stdio。 --node-ipc is for programs that start the server with a channel; use --stdio.";

/**
 * Where the client listens: a port of this machine or a pipe; undefined where it is the channel of the program that started
 * this one; what to say where there is nobody.
 */
function placeAsked(given: readonly string[]): NetConnectOpts | string | undefined {
  const valueOf = (flag: string): string | undefined =>
    given.find((one) => one.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? given[given.indexOf(flag) + 1];
  if (given.some((one) => one.startsWith("--socket"))) {
    const port = Number(valueOf("--socket"));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? { host: "127.0.0.1", port } : NO_PORT;
  }
  if (given.some((one) => one.startsWith("--pipe"))) return { path: valueOf("--pipe") ?? "" };
  return process.send ? undefined : NO_CHANNEL;
}

/** Any bytes at all may come in: what is damaged is skipped and told of. */
function serve(input: Readable, output: Writable): void {
  const gate = createMessageGate();
  const writer = createStreamWriter(output);
  let count = 0;
  const reader = createStreamReader(input, (what) => {
    if (++count > MOST_COMPLAINTS) return;
    const error = { code: ErrorCodes.ParseError, message: `damaged input was skipped: ${what}` };
    const answer: ResponseMessage = { jsonrpc: "2.0", id: null, error };
    void writer.write(answer).catch(() => undefined);
    connection.console.error(error.message);
    if (count === 1) showWarning(connection, DAMAGED);
  });
  const connection = createConnection(ProposedFeatures.all, reader, writer, gate.options);
  startServer({ connection, gate, own });
  // A client that is gone without a word leaves nobody to serve, and so does one that does not listen any more.
  const leave = (): void => process.exit(gate.isEnding() ? 0 : 1);
  for (const event of ["end", "close"]) input.on(event, leave);
  for (const event of ["error", "close"]) output.on(event, leave);
}
