import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { fileRequests } from "../../server/src/lsp/fileProtocol.js";
import { gapDraft } from "../cli/hegao.js";

interface Message {
  /** A way out, from the watch. */
  readonly tried?: string;
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Every way that a worker of a browser has to the network, to code from elsewhere, or to something that stays. */
const WAYS_OUT = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "BroadcastChannel",
  "importScripts",
  "Worker",
  "indexedDB",
  "caches",
  "localStorage",
  "navigator",
] as const;

/** Makes of a thread of Node what a worker in a browser is, as far as our bundle can see, and runs the bundle in it. */
const WORLD = `
const { parentPort, workerData } = require("node:worker_threads");
const { runInThisContext } = require("node:vm");
for (const way of workerData.waysOut)
  Object.defineProperty(globalThis, way, { get: () => void parentPort.postMessage({ tried: way }) });
for (const name of ["process", "Buffer", "setImmediate", "clearImmediate", "global"]) globalThis[name] = undefined;
globalThis.self = globalThis;
globalThis.addEventListener = () => undefined;
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on("message", (data) => globalThis.onmessage?.({ data }));
runInThisContext(workerData.code);
`;

interface BrowserWorker {
  /** Which of the ways out were so much as looked at. */
  readonly tried: readonly string[];
  /** What was asked of the editor, by its method. */
  readonly asked: readonly string[];
  ask(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  end(): Promise<unknown>;
}

type Answer = (method: string, params: Message["params"]) => unknown;

function startWorker(answer: Answer, code = readFileSync("dist/browserServer.js", "utf8")): BrowserWorker {
  const tried: string[] = [];
  const asked: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const worker = new Worker(WORLD, { eval: true, workerData: { code, waysOut: WAYS_OUT } });
  const send = (message: object): void => worker.postMessage({ jsonrpc: "2.0", ...message });
  worker.on("message", (message: Message) => {
    const { id, method, params } = message;
    if (message.tried !== undefined) tried.push(message.tried);
    else if (method !== undefined && id !== undefined) {
      asked.push(method);
      send({ id, result: answer(method, params) ?? null });
    } else if (id !== undefined) waiting.get(id)?.(message);
  });
  let count = 0;
  let fail = (_: Error): void => undefined;
  worker.on("error", (error) => fail(error));
  const ask: BrowserWorker["ask"] = (method, params) =>
    new Promise((done, failed) => {
      const id = ++count;
      fail = failed;
      waiting.set(id, ({ result, error }) =>
        error === undefined ? done(result) : failed(new Error(`${method}: ${JSON.stringify(error)}`)),
      );
      send({ id, method, params });
    });
  const notify = (method: string, params: unknown): void => send({ method, params });
  return { tried, asked, ask, notify, end: () => worker.terminate() };
}

describe("浏览器里的语言服务关得住", () => {
  const root = "vscode-vfs://somewhere/repo";
  const folders = [{ uri: root, name: "repo" }];
  const uri = `${root}/云岭市2027年教育工作要点.txt`;
  const text = `云岭市2027年教育工作要点\n${gapDraft}\n（一）到2027年，覆盖率达到90%。\n责任科室：办公室\n`;
  const lastYear = `${root}/往年/云岭市2026年教育工作要点.doc`;
  const files: Readonly<Record<string, string | Uint8Array>> = {
    [uri]: text,
    [lastYear]: readFileSync("test/read/fixtures/plan.doc"),
    [`${root}/hegao.config.json`]: JSON.stringify({ earlier: ["往年"] }),
  };
  const answers = (method: string, params: Message["params"]): unknown => {
    const asked = decodeURIComponent(String(params?.["uri"]));
    if (method === "workspace/configuration") return [null];
    if (method === "workspace/workspaceFolders") return folders;
    if (method === fileRequests.list)
      return Object.keys(files)
        .filter((name) => name.startsWith(`${asked}/`) && !name.slice(asked.length + 1).includes("/"))
        .map((name) => ({ uri: name, name: name.slice(asked.length + 1), kind: "file" }));
    if (method === fileRequests.stamp) return files[asked] === undefined ? null : "1";
    const file = files[asked];
    if (method === fileRequests.read) return typeof file === "string" ? new TextEncoder().encode(file) : file;
    if (method === fileRequests.segmenter) return readFileSync("dist/jieba_rs_wasm_bg.wasm");
    return null;
  };

  let worker: BrowserWorker;
  afterEach(() => worker.end());

  it("打开、核对、大纲、补全、改排、对照、表格：不碰网络，不存东西，文件只经编辑器", async () => {
    worker = startWorker(answers);
    const textDocument = { uri };
    const position = { line: 2, character: 2 };
    await worker.ask("initialize", {
      processId: null,
      rootUri: root,
      workspaceFolders: folders,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { diagnostic: {} },
      },
    });
    worker.notify("initialized", {});
    worker.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "policy-plan", version: 1, text },
    });
    const found = await worker.ask("textDocument/diagnostic", { textDocument });
    assert.match(JSON.stringify(found), /numbering-gap/);
    for (const method of [
      "documentSymbol",
      "foldingRange",
      "semanticTokens/full",
      "hover",
      "completion",
      "formatting",
      "documentLink",
    ])
      await worker.ask(`textDocument/${method}`, { textDocument, position, options: { tabSize: 2 } });
    const compared = await worker.ask("hegao/compare", { uri });
    assert.match(JSON.stringify(compared), /云岭市2026年教育工作要点/, "an old .doc is read too");
    await worker.ask("hegao/tasks", { uri });
    await worker.ask("hegao/targets", { uri });
    assert.deepEqual(worker.tried, []);
    assert.ok(worker.asked.includes(fileRequests.read), "earlier years were read through the editor");
    assert.ok(worker.asked.includes(fileRequests.segmenter), "the words came through the editor");
    assert.deepEqual(
      worker.asked.filter((method) => method === fileRequests.write),
      [],
    );
  });

  it("看守看得见：真去碰网络，就记下来", async () => {
    worker = startWorker(
      () => null,
      `onmessage = ({ data }) => { try { fetch("https://example.invalid"); } catch { postMessage({ id: data.id, result: 1 }); } };`,
    );
    await worker.ask("fetch", {});
    assert.deepEqual(worker.tried, ["fetch"]);
  });
});
