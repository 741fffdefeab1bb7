import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

/** What the server said, as it stands on the wire. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The built server over stdio with nothing between: a test may send bytes that no client library would. */
export interface RawServer {
  readonly process: ChildProcess;
  readonly heard: readonly Message[];
  /** Any bytes at all. */
  bytes(raw: string | Uint8Array): void;
  send(message: unknown): void;
  notify(method: string, params: unknown): void;
  /** Resolves with the answer; rejects where the server dies or says nothing in time. */
  ask(method: string, params: unknown, patience?: number): Promise<Message>;
  /** The id of what was asked last, to cancel it. */
  lastId(): number;
  /** Where the server has died, how. */
  ended(): string | undefined;
  stop(): Promise<void>;
}

export interface RawOptions {
  readonly args?: readonly string[];
  readonly capabilities?: unknown;
  readonly folder?: string;
}

export async function startRaw({
  args = [],
  capabilities = {},
  folder,
}: RawOptions = {}): Promise<RawServer> {
  const child = spawn(process.execPath, [...args, resolve("dist/server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const heard: Message[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  let end: string | undefined;
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)));
  child.on("exit", (code, signal) => (end = `code ${code}, signal ${signal}\n${complaints}`));
  // A pipe to a server that has died is what some of the tests are about.
  child.stdin.on("error", () => undefined);
  readMessages(child, (message) => {
    heard.push(message);
    if (message.method !== undefined && message.id !== undefined) {
      send({
        jsonrpc: "2.0",
        id: message.id,
        result: message.method === "workspace/configuration" ? [null] : null,
      });
    } else if (typeof message.id === "number") waiting.get(message.id)?.(message);
  });
  let count = 1_000_000;
  const send = (message: unknown): void => bytes(framed(JSON.stringify(message)));
  const bytes = (raw: string | Uint8Array): void => void child.stdin.write(raw);
  const ask: RawServer["ask"] = (method, params, patience = 120_000) =>
    new Promise((done, failed) => {
      const id = ++count;
      const late = setTimeout(
        () => failed(new Error(`${method}: no answer; server ${end ?? "alive"}`)),
        patience,
      );
      waiting.set(id, (message) => {
        clearTimeout(late);
        waiting.delete(id);
        done(message);
      });
      send({ jsonrpc: "2.0", id, method, params });
    });
  const server: RawServer = {
    process: child,
    heard,
    bytes,
    send,
    ask,
    notify: (method, params) => send({ jsonrpc: "2.0", method, params }),
    ended: () => end,
    lastId: () => count,
    async stop() {
      if (end === undefined) {
        const gone = new Promise((done) => child.once("exit", done));
        child.kill("SIGKILL");
        await gone;
      }
    },
  };
  const folders = folder === undefined ? null : [{ uri: folder, name: "w" }];
  await ask("initialize", { processId: null, rootUri: null, capabilities, workspaceFolders: folders });
  server.notify("initialized", {});
  return server;
}

/** A message as the wire has it. */
export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

export function readMessages(child: ChildProcess, take: (message: Message) => void): void {
  let chunks: Buffer[] = [];
  let need: number | undefined;
  child.stdout?.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if (need !== undefined && chunks.reduce((sum, one) => sum + one.length, 0) < need) return;
    let held = Buffer.concat(chunks);
    for (;;) {
      const head = held.indexOf("\r\n\r\n");
      const length =
        head === -1
          ? undefined
          : Number(/Content-Length: (\d+)/i.exec(held.toString("latin1", 0, head))?.[1]);
      need = length === undefined ? undefined : head + 4 + length;
      if (need === undefined || held.length < need) break;
      take(JSON.parse(held.toString("utf8", head + 4, need)) as Message);
      held = held.subarray(need);
      need = undefined;
    }
    chunks = [held];
  });
}
