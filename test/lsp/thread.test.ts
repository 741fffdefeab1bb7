import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createThread, type Thread } from "../../server/src/lsp/thread.js";
import { ThreadError } from "../../server/src/lsp/threadError.js";
import { fileShapes } from "../fuzz/fileShapes.js";
import { type RawServer, startRaw } from "../fuzz/support/rawServer.js";

/** Does what it is told, the worst of it too. */
const WORKER = `
const { parentPort, workerData, threadId } = require("node:worker_threads");
const deeds = {
  answer: () => ({ answer: [workerData, threadId] }),
  refuse: () => ({ error: "no" }),
  turn: () => { for (;;); },
  hoard: () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); },
  throw: () => { throw new Error("broken"); },
  leave: () => process.exit(3),
};
parentPort.on("message", (deed) => parentPort.postMessage(deeds[deed]()));
`;

type Answer = readonly [data: unknown, thread: number];

describe("线程：出了事只丢手上那一件", () => {
  let folder: string;
  let thread: Thread<string, Answer>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hegao-thread-"));
    writeFileSync(join(folder, "worker.cjs"), WORKER);
    thread = threadWithin(60_000);
  });
  const threadWithin = (limitMs: number): Thread<string, Answer> =>
    createThread({ bundle: join(folder, "worker.cjs"), start: (first) => first, limitMs, heapMb: 32 });
  afterEach(() => {
    thread.dispose();
    rmSync(folder, { recursive: true });
  });

  it("一个线程接着做，一件一件来，头一件说怎样开始", async () => {
    const answers = await Promise.all([thread.ask("answer"), thread.ask("answer")]);
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(answers[0][0], "answer");
  });

  // To start a thread counts too, on a busy machine as well.
  const ends = [
    ["turn", "time", 4_000],
    ["hoard", "memory", 60_000],
    ["throw", "error", 60_000],
    ["leave", "error", 60_000],
  ] as const;
  for (const [deed, why, limitMs] of ends) {
    it(`${deed}：说得出缘故（${why}），排在后面的由新线程做`, async () => {
      thread = threadWithin(limitMs);
      const [, before] = await thread.ask("answer");
      const [lost, kept] = await Promise.allSettled([thread.ask(deed), thread.ask("answer")]);
      assert.ok(lost.status === "rejected" && lost.reason instanceof ThreadError, deed);
      assert.equal(lost.reason.why, why);
      assert.ok(kept.status === "fulfilled");
      assert.notEqual(kept.value[1], before);
    });
  }

  it("做不了的照实说，线程还在", async () => {
    const [, before] = await thread.ask("answer");
    await assert.rejects(thread.ask("refuse"), /no/);
    assert.equal((await thread.ask("answer"))[1], before);
  });

  it("停下时，等着的都有交代", async () => {
    const all = Promise.allSettled([thread.ask("turn"), thread.ask("answer")]);
    thread.dispose();
    for (const one of await all)
      assert.ok(
        one.status === "rejected" && one.reason instanceof ThreadError && one.reason.why === "stopped",
      );
  });
});

describe("语言服务：读费时的文件时照样应声", () => {
  let folder: string;
  let server: RawServer;
  const address = (name: string): string => `${pathToFileURL(folder).href}/${name}`;
  const uri = "file:///w/a.plan";
  const reading = (name: string): Promise<unknown> =>
    server.ask("workspace/executeCommand", {
      command: "hegao.server.documentText",
      arguments: [{ uri: address(name) }],
    });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "hegao-costly-"));
    server = await startRaw();
    const textDocument = { uri, languageId: "policy-plan", version: 1, text: "一、甲\n二、乙\n" };
    server.notify("textDocument/didOpen", { textDocument });
    await server.ask("textDocument/documentSymbol", { textDocument: { uri } });
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const costly = ["Word, styles, each based on the next", 'web page, "<li>甲"'];
  const write = (name: string, length: number): string => {
    const shape = fileShapes.find((one) => one.name === name);
    assert.ok(shape);
    writeFileSync(join(folder, shape.fileName), shape.make(length));
    return shape.fileName;
  };
  for (const name of costly) {
    it(`${name}：别的问题先有回答，收回的请求先有交代`, async () => {
      // So long that a server that is kept waiting by a busy machine still answers first. Nobody waits for its end.
      const file = write(name, 8_000_000);
      let isRead = false;
      void reading(file).then(() => (isRead = true));
      const taken = reading(file);
      server.notify("$/cancelRequest", { id: server.lastId() });
      const symbols = server.ask("textDocument/documentSymbol", { textDocument: { uri } });
      const [refused] = (await Promise.all([taken, symbols])) as [{ error?: unknown }, unknown];
      assert.ok(!isRead, "the file was read first");
      assert.match(JSON.stringify(refused.error), /-32800/);
    });

    it(`${name}：照样读完`, async () => {
      const { result } = (await reading(write(name, 100_000))) as { result?: unknown };
      assert.match(String(result), /甲/);
    });
  }
});
