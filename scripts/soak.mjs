/**
 * `npm run soak [minutes]`: random editing, comparing and changes of settings against the real server over stdio. Each
 * tenth of the time one line: requests, latency (p50, p95, worst), memory of the server. Ends with JSON.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at, build, ensureInstalled } from "./steps.mjs";

const minutes = Number(process.argv[2] ?? 60);
ensureInstalled();
build("--only=server,compareWorker,readWorker");
const child = spawn(process.execPath, [at("dist", "server.js"), "--stdio"], {
  stdio: ["pipe", "pipe", "inherit"],
});
let died;
child.on("exit", (code, signal) => (died = `${code ?? signal}`));
child.stdin.on("error", () => {});

const waiting = new Map();
let held = Buffer.alloc(0);
child.stdout.on("data", (chunk) => {
  held = Buffer.concat([held, chunk]);
  for (;;) {
    const head = held.indexOf("\r\n\r\n");
    if (head === -1) return;
    const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(held.toString("latin1", 0, head))[1]);
    if (held.length < end) return;
    hear(JSON.parse(held.toString("utf8", head + 4, end)));
    held = held.subarray(end);
  }
});
function hear(message) {
  if (message.method && message.id !== undefined) {
    const result =
      message.method === "workspace/configuration" ? message.params.items.map(() => settings) : null;
    send({ id: message.id, result });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message);
    waiting.delete(message.id);
  }
}
function send(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
let count = 0;
const latencies = [];
const totals = { requests: 0, errors: 0, edits: 0, settings: 0, worst: 0 };
async function ask(method, params) {
  const id = ++count;
  const start = performance.now();
  send({ id, method, params });
  const answer = await new Promise((done, lost) => {
    waiting.set(id, done);
    setTimeout(
      () =>
        waiting.delete(id) && lost(new Error(`${method}: no answer in a minute (server ${died ?? "alive"})`)),
      60_000,
    ).unref();
  });
  const took = performance.now() - start;
  latencies.push(took);
  totals.worst = Math.max(totals.worst, took);
  totals.requests++;
  if (answer.error) totals.errors++;
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const folder = at("examples", "bureau");
const names = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".plan"));
const scraps = [
  "一、",
  "（二）",
  "\n",
  "责任科室：",
  "到2030年，",
  "95%",
  "。",
  "《",
  "”",
  "甲乙丙",
  "\ud83d",
  "",
  "",
  "",
];
let settings = {};
await ask("initialize", {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bureau" }],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { diagnostic: {} },
  },
});
send({ method: "initialized", params: {} });
const drafts = names.map((name) => {
  const text = readFileSync(at("examples", "bureau", name), "utf8");
  const uri = pathToFileURL(at("examples", "bureau", name)).href;
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "policy-plan", version: 1, text } },
  });
  return { uri, lines: text.split("\n").length, version: 1, text };
});

function edit(draft) {
  draft.version++;
  totals.edits++;
  const line = Math.floor(Math.random() * draft.lines);
  const start = { line, character: Math.floor(Math.random() * 40) };
  const range = { start, end: { line, character: start.character + Math.floor(Math.random() * 6) } };
  // Once in a while all is put back, so that the draft stays one.
  const change = Math.random() < 0.002 ? { text: draft.text } : { range, text: pick(scraps) };
  const textDocument = { uri: draft.uri, version: draft.version };
  send({ method: "textDocument/didChange", params: { textDocument, contentChanges: [change] } });
}

function memory() {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    );
  } catch {
    return NaN; // Not Linux, or the server is gone.
  }
}

const began = Date.now();
const until = began + minutes * 60_000;
const rows = [];
while (Date.now() < until && died === undefined) {
  const tenth = Math.min(until, Date.now() + minutes * 6_000);
  latencies.length = 0;
  while (Date.now() < tenth && died === undefined) {
    const draft = pick(drafts);
    const textDocument = { uri: draft.uri };
    edit(draft);
    const asked = [
      ask("textDocument/diagnostic", { textDocument }),
      ask("textDocument/documentSymbol", { textDocument }),
    ];
    if (Math.random() < 0.1) asked.push(ask("textDocument/foldingRange", { textDocument }));
    if (Math.random() < 0.02) asked.push(ask("hegao/compare", { uri: draft.uri }));
    if (Math.random() < 0.01) {
      settings = { rules: { "target-year": pick(["off", "error", "hint"]) } };
      totals.settings++;
      send({ method: "workspace/didChangeConfiguration", params: { settings: { hegao: settings } } });
    }
    await Promise.all(asked);
  }
  latencies.sort((a, b) => a - b);
  const share = (part) => Number((latencies[Math.floor(latencies.length * part)] ?? 0).toFixed(2));
  const row = {
    minute: Number(((Date.now() - began) / 60_000).toFixed(1)),
    answers: latencies.length,
    p50: share(0.5),
    p95: share(0.95),
    megabytes: memory(),
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}
console.log(JSON.stringify({ minutes, died: died ?? null, ...totals, rows }));
child.kill();
process.exit(died === undefined ? 0 : 1);
