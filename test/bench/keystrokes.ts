import { type ChildProcess, spawn } from "node:child_process";
import { now, quantile, type Row, spread } from "./measure.js";
import { seeded } from "./texts.js";

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
}

/** A client of the server that speaks plain JSON-RPC over its real standard input and output. */
interface Client {
  ask(method: string, params: unknown): Promise<void>;
  tell(method: string, params: unknown): void;
  end(): void;
}

function connect(server: ChildProcess): Client {
  const waiting = new Map<number, () => void>();
  let buffered = Buffer.alloc(0);
  let id = 0;
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const receive = (answer: Answer): void => {
    if (answer.id === undefined) return;
    if (answer.method === undefined) waiting.get(answer.id)?.();
    else send({ id: answer.id, result: answer.params?.items?.map(() => null) ?? null });
  };
  server.stdout?.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let head = buffered.indexOf("\r\n\r\n"); head !== -1; head = buffered.indexOf("\r\n\r\n")) {
      const length = Number(/Content-Length: (\d+)/i.exec(buffered.toString("ascii", 0, head))?.[1]);
      if (buffered.length < head + 4 + length) return;
      const body = buffered.toString("utf8", head + 4, head + 4 + length);
      buffered = buffered.subarray(head + 4 + length);
      receive(JSON.parse(body) as Answer);
    }
  });
  return {
    ask: (method, params) =>
      new Promise((resolve) => {
        waiting.set(++id, resolve);
        send({ id, method, params });
      }),
    tell: (method, params) => send({ method, params }),
    end: () => server.kill(),
  };
}

const uri = "file:///bench.plan";
const textDocument = { uri };
const capabilities = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Times from a change sent to its answer read: characters put in and taken out at random places of a draft. */
export async function keystrokes(size: string, text: string, edits: number): Promise<Row[]> {
  const start = now();
  const server = spawn(process.execPath, ["dist/server.js", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const client = connect(server);
  await client.ask("initialize", { processId: process.pid, rootUri: null, capabilities });
  const started = now() - start;
  client.tell("initialized", {});
  client.tell("textDocument/didOpen", {
    textDocument: { uri, languageId: "policy-plan", version: 1, text },
  });
  await client.ask("textDocument/diagnostic", { textDocument });
  const lengths = text.split("\n").map((line) => line.length);
  const random = seeded(3);
  const times = { diagnostics: [] as number[], symbols: [] as number[] };
  for (let n = 0; n < edits; n++) {
    const line = Math.floor(random() * lengths.length);
    const character = Math.floor(random() * (lengths[line] ?? 0));
    for (const removing of [false, true]) {
      const end = { line, character: removing ? character + 1 : character };
      const change = { range: { start: { line, character }, end }, text: removing ? "" : "育" };
      const method = n % 2 === 0 ? "diagnostics" : "symbols";
      const sent = now();
      client.tell("textDocument/didChange", {
        textDocument: { uri, version: 2 + n * 2 + Number(removing) },
        contentChanges: [change],
      });
      await client.ask(method === "diagnostics" ? "textDocument/diagnostic" : "textDocument/documentSymbol", {
        textDocument,
      });
      times[method].push(now() - sent);
    }
  }
  client.end();
  const rowOf = (name: keyof typeof times): Row => ({
    ...spread("keystroke", `${name}, ${size}`, times[name]),
    note: `p95 ${quantile(times[name], 0.95).toFixed(1)} ms`,
  });
  return [
    rowOf("diagnostics"),
    rowOf("symbols"),
    { ...spread("keystroke", `start of the server, ${size}`, [started]) },
  ];
}
