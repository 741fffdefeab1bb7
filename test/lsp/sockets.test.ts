import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { framed } from "../fuzz/support/rawServer.js";
import { GAP } from "./drafts.js";

const uri = "file:///w/a.plan";
const PATIENCE_MS = 60_000;

/** A client that listens, and the server that was told where. */
interface Met {
  readonly child: ChildProcess;
  readonly socket: Socket;
  send(message: unknown): void;
  /** Resolves when the server has said so. */
  heard(what: RegExp): Promise<void>;
  ended(): number | null | undefined;
}

async function meet(listening: Server, flags: readonly string[]): Promise<Met> {
  const child = spawn(process.execPath, [resolve("dist/server.js"), ...flags], { stdio: "ignore" });
  let end: number | null | undefined;
  child.on("exit", (code) => (end = code));
  const socket = await new Promise<Socket>((done) => listening.once("connection", done));
  let said = "";
  socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
  socket.on("error", () => undefined);
  return {
    child,
    socket,
    send: (message) => void socket.write(framed(JSON.stringify(message))),
    async heard(what) {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until && end === undefined; await pause(10))
        if (what.test(said)) return;
      assert.match(said, what, `ended: ${String(end)}`);
    },
    ended: () => end,
  };
}

describe("语言服务：--socket 与 --pipe", function () {
  this.timeout(2 * PATIENCE_MS);
  const folder = mkdtempSync(join(tmpdir(), "hegao-pipe-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const pipe = process.platform === "win32" ? "\\\\.\\pipe\\hegao-test" : join(folder, "p");
  let listening: Server;
  let met: Met;
  beforeEach(() => (listening = createServer()));
  afterEach(() => {
    met.child.kill("SIGKILL");
    met.socket.destroy();
    listening.close();
  });

  for (const [name, flags] of [
    ["--socket=端口", (port: number) => [`--socket=${port}`]],
    ["--socket 端口", (port: number) => ["--socket", String(port)]],
    ["--pipe=管道", () => [`--pipe=${pipe}`]],
  ] as const) {
    const start = async (): Promise<void> => {
      await new Promise<void>((done) => listening.listen(name.startsWith("--pipe") ? pipe : 0, done));
      const place = listening.address();
      met = await meet(listening, flags(typeof place === "object" && place ? place.port : 0));
      met.send({
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: { processId: null, rootUri: null, capabilities: {} },
      });
      await met.heard(/"id":1/);
      met.send({ jsonrpc: "2.0", method: "initialized", params: {} });
    };

    it(`${name}：收到坏的字节，跳过，接着应答`, async () => {
      await start();
      const textDocument = { uri, languageId: "policy-plan", version: 1, text: GAP };
      met.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
      for (const bad of [
        "X: 1\r\n\r\n{}",
        "Content-Length: -5\r\n\r\n{}",
        "Content-Length: 99999999999\r\n\r\n{}",
      ])
        met.socket.write(bad);
      met.send({ jsonrpc: "2.0", id: 2, method: "textDocument/documentSymbol", params: { textDocument } });
      await met.heard(/"id":2,"result":\[\{/);
    });

    it(`${name}：客户端一条没有发完就走了，服务自己结束`, async () => {
      await start();
      met.socket.write("Content-Length: 100\r\n\r\n{");
      await pause(20);
      met.socket.destroy();
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until && met.ended() === undefined;)
        await pause(10);
      assert.notEqual(met.ended(), undefined, "the server outlived its client");
    });
  }
});
