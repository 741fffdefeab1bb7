import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import fc from "fast-check";
import { CancellationTokenSource, ResponseError } from "vscode-languageserver/node";
import { framed } from "../fuzz/support/rawServer.js";
import { GAP } from "./drafts.js";
import * as lsp from "./lspClient.js";

const uri = "file:///w/a.plan";

describe("语言服务：经得起折腾", () => {
  let client: lsp.LspClient;
  beforeEach(async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
  });
  afterEach(async () => {
    if (client.process.exitCode === null) await client.stop();
  });

  it("取消了的请求不再作答", async () => {
    await lsp.open(client, uri, GAP);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, (error: unknown) => error instanceof ResponseError && error.code === -32800);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
  });

  it("残缺的参数不会让服务停下", async () => {
    await lsp.open(client, uri, GAP);
    const requests = ["diagnostic", "documentSymbol", "foldingRange", "codeAction"].map(
      (name) => `textDocument/${name}`,
    );
    for (const method of [...requests, "hegao/status", "workspace/executeCommand"]) {
      for (const params of [null, {}, { textDocument: null }, { textDocument: { uri: 7 } }, { uri: [] }]) {
        await client.connection.sendRequest(method, params).catch(() => undefined);
      }
    }
    await client.connection.sendNotification("textDocument/didOpen", {});
    await client.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 } });
    await client.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: "file:///never" },
    });
    await client.connection.sendNotification("workspace/didChangeConfiguration", {});
    await assert.rejects(Promise.resolve(client.connection.sendRequest("hegao/nothing", {})));
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
  });

  it("不等 initialize 的回答就接连发来的，一条不丢，照次序做", async () => {
    const server = spawn(process.execPath, [resolve("dist/server.js"), "--stdio"]);
    const opened = { uri, languageId: "policy-plan", version: 1, text: "一、甲\n" };
    // Of a client that is asked nothing.
    const capabilities = { textDocument: { diagnostic: {} } };
    const change = { textDocument: { uri, version: 2 }, contentChanges: [{ text: GAP }] };
    const messages = [
      { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities } },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument: opened } },
      { method: "textDocument/didChange", params: change },
      { id: 2, method: "textDocument/diagnostic", params: { textDocument: { uri } } },
    ];
    server.stdin.write(messages.map((one) => framed(JSON.stringify({ jsonrpc: "2.0", ...one }))).join(""));
    let heard = "";
    for await (const chunk of server.stdout) {
      heard += String(chunk);
      if (/"id":2,.*\}$/s.test(heard)) break;
    }
    server.kill();
    assert.ok(heard.indexOf('"id":1,') < heard.indexOf('"id":2,'));
    assert.match(heard, /"id":2,.*numbering-gap/s);
  });

  it("没有保存过的文稿不在任何文件夹，照样检查", async () => {
    await lsp.open(client, "untitled:Untitled-1", GAP);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, "untitled:Untitled-1")), ["numbering-gap"]);
  });

  it("越界的范围按文稿首尾截取", async () => {
    await lsp.open(client, uri, GAP);
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 9999 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
    const found = await client.connection.sendRequest<unknown[]>("textDocument/codeAction", params);
    assert.ok(found.length > 0);
  });

  it("任意的增量改动之后，与重新打开的结果一致", async () => {
    const piece = fc.constantFrom(
      "",
      "二、",
      "（三）",
      "1.",
      "\n",
      "\r\n",
      "责任科室：",
      "甲",
      "到2027年",
      "。",
      "𠮷",
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(4), piece), { minLength: 1, maxLength: 12 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        run += 1;
        const [edited, fresh] = [`file:///w/edited${run}.plan`, `file:///w/fresh${run}.plan`];
        await lsp.open(client, edited, GAP);
        let text = GAP;
        for (const [i, [seed, length, piece]] of steps.entries()) {
          const start = lsp.outsideLineEnd(text, seed % (text.length + 1));
          const end = lsp.outsideLineEnd(text, Math.min(text.length, start + length));
          const range = { start: lsp.positionAt(text, start), end: lsp.positionAt(text, end) };
          await lsp.change(client, edited, { version: i + 2, range, text: piece });
          text = text.slice(0, start) + piece + text.slice(end);
        }
        await lsp.open(client, fresh, text);
        const [left, right] = [await lsp.pulled(client, edited), await lsp.pulled(client, fresh)];
        const plain = (found: unknown, of: string): string => JSON.stringify(found).replaceAll(of, "");
        assert.equal(plain(left, edited), plain(right, fresh));
      }),
      { numRuns: 60 },
    );
  });

  it("客户端离开，服务随之结束", async () => {
    const gone = once(client.process, "exit");
    client.connection.end();
    client.process.stdin?.end();
    assert.equal((await gone)[0], 1);
  });

  it("道过别再离开，不算出错", async () => {
    const gone = once(client.process, "exit");
    await client.connection.sendRequest("shutdown");
    client.process.stdin?.end();
    assert.equal((await gone)[0], 0);
  });
});
