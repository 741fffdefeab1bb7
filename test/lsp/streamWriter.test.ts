import assert from "node:assert/strict";
import { PassThrough, Writable } from "node:stream";
import type { Message } from "vscode-languageserver/node";
import { createStreamWriter } from "../../server/src/lsp/streamWriter.js";

const answer = (result: unknown): Message => ({ jsonrpc: "2.0", id: 1, result }) as Message;

describe("语言服务：写出消息", () => {
  it("消息立即写出，头与正文一次写完", () => {
    const stream = new PassThrough();
    const written: string[] = [];
    stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
    void createStreamWriter(stream).write(answer("（一）抓落实"));
    const body = '{"jsonrpc":"2.0","id":1,"result":"（一）抓落实"}';
    assert.deepEqual(written, [`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`]);
  });

  it("写不出去的，说出来，调用的人也知道", async () => {
    const gone = new Error("gone");
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    const writer = createStreamWriter(stream);
    const heard: unknown[] = [];
    writer.onError(([error, message]) => heard.push([error, message]));
    await assert.rejects(writer.write(answer(1)), gone);
    assert.deepEqual(heard, [
      [gone, undefined],
      [gone, answer(1)],
    ]);
  });

  it("流关上了，说一声", async () => {
    const stream = new PassThrough();
    const writer = createStreamWriter(stream);
    const closed = new Promise<void>((done) => writer.onClose(done));
    stream.destroy();
    await closed;
  });
});
