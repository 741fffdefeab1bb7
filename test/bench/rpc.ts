import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { now } from "./measure.js";

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

/** A client of a language server that speaks plain JSON-RPC over its real standard input and output. */
export interface Client {
  readonly pid: number;
  ask(method: string, params: unknown): Promise<unknown>;
  /** Asks, takes the question back so many milliseconds later, and resolves with how long the answer then took. */
  askInVain(method: string, params: unknown, after: number): Promise<number>;
  tell(method: string, params: unknown): void;
  /** Resolves with the next notification of this name. */
  hear(method: string): Promise<unknown>;
  end(): void;
}

export function connect(args: readonly string[]): Client {
  const server = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map<number, (result: unknown) => void>();
  const listening = new Map<string, (params: unknown) => void>();
  let id = 0;
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  readMessages(server, (answer) => {
    if (answer.id === undefined) {
      listening.get(answer.method ?? "")?.(answer.params);
      listening.delete(answer.method ?? "");
    } else if (answer.method === undefined) {
      waiting.get(answer.id)?.(answer.result);
      waiting.delete(answer.id);
    } else send({ id: answer.id, result: answer.params?.items?.map(() => null) ?? null });
  });
  const ask = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.set(++id, resolve);
      send({ id, method, params });
    });
  return {
    pid: server.pid ?? 0,
    ask,
    async askInVain(method, params, after) {
      const answer = ask(method, params);
      const asked = id;
      await setTimeout(after);
      const start = now();
      send({ method: "$/cancelRequest", params: { id: asked } });
      await answer;
      return now() - start;
    },
    tell: (method, params) => send({ method, params }),
    hear: (method) => new Promise((resolve) => listening.set(method, resolve)),
    end: () => server.kill(),
  };
}

function readMessages(server: ChildProcess, receive: (answer: Answer) => void): void {
  let chunks: Buffer[] = [];
  let length = 0;
  let need = 0;
  server.stdout?.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    // A long answer comes in many pieces; they are put together once.
    if (length < need) return;
    let held = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (;;) {
      const head = held.indexOf("\r\n\r\n");
      const size = Number(/Content-Length: (\d+)/i.exec(held.toString("ascii", 0, head))?.[1]);
      need = head === -1 ? 0 : head + 4 + size;
      if (head === -1 || held.length < need) break;
      receive(JSON.parse(held.toString("utf8", head + 4, need)) as Answer);
      held = held.subarray(need);
    }
    chunks = [held];
    length = held.length;
  });
}

export const capabilities = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    semanticTokens: { requests: { full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
};

export async function initialize(client: Client, folder?: string): Promise<void> {
  const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: "bench" }];
  await client.ask("initialize", { processId: process.pid, rootUri: null, capabilities, workspaceFolders });
  client.tell("initialized", {});
}
