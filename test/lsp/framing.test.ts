import assert from "node:assert/strict";
import { createFrames } from "../../server/src/lsp/frames.js";
import { framed, type RawServer, startRaw } from "../fuzz/support/rawServer.js";

const uri = "file:///w/a.plan";
const lost = JSON.stringify({ jsonrpc: "2.0", id: 7, method: "hegao/nothing", params: { text: "工作要点" } });
const header = (length: number | string): string => `Content-Length: ${length}\r\n\r\n`;
const bytesOf = (text: string): number => Buffer.byteLength(text);

/** What a broken client, a wrapper that prints, or a cable may put between two messages. */
const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
  ["没有写长度", `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${lost}`],
  ["长度不是数", header("abc") + lost],
  ["长度是负数", header(-5) + lost],
  ["长度是小数", header("1e3") + lost],
  ["长度空着", header("") + lost],
  ["长度大得出奇", header("99999999999999999999") + lost],
  ["长度大到装不下", header(4_000_000_000) + lost],
  ["长度写多了，吞到下一条之中", header(bytesOf(lost) + 7) + lost],
  ["长度写多了，吞掉后面许多条", header(bytesOf(lost) + 200_000_000) + lost],
  ["长度写少了", header(bytesOf(lost) - 3) + lost],
  ["长度数的是字数，不是字节", header(lost.length) + lost],
  ["长度是零", header(0) + lost],
  ["只有换行没有回车的头", `Content-Length: ${bytesOf(lost)}\n\n${lost}`],
  ["前面有一句话", "Debugger attached.\n"],
  ["前面有几段话", "warning:\r\n\r\nnothing\r\n\r\n: :\r\n\r\n"],
  ["字节序标记", "\uFEFF"],
  ["没有尽头的一行", "x".repeat(300_000)],
  ["任意的字节", Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251)],
  ["不成 JSON", framed('{"jsonrpc":"2.0","id":7,')],
  ["不成 UTF-8", Buffer.concat([Buffer.from(header(3)), Uint8Array.of(0xff, 0xfe, 0xc0)])],
  [
    "括号一层套一层",
    framed(`{"jsonrpc":"2.0","method":"x","params":${"[".repeat(50_000)}${"]".repeat(50_000)}}`),
  ],
  ["零件多得出奇", framed(`{"jsonrpc":"2.0","method":"x","params":[${"{},".repeat(500_001)}{}]}`)],
  ["不是消息：null", framed("null")],
  ["不是消息：数", framed("5")],
  ["不是消息：字", framed('"x"')],
  ["不是消息：一批", framed("[]")],
];

describe("语言服务：与客户端之间的字节乱了，跳过乱的，接着作答", () => {
  let server: RawServer;
  before(async () => {
    server = await startRaw({ capabilities: { textDocument: { diagnostic: {} } } });
    const textDocument = { uri, languageId: "policy-plan", version: 1, text: "一、甲\n三、乙\n" };
    server.notify("textDocument/didOpen", { textDocument });
  });
  after(() => server.stop());

  const complaints = (): number => server.heard.filter(({ error }) => error?.code === -32700).length;

  for (const [name, raw] of BROKEN) {
    it(`${name}：下一条照样作答，并说有一段损坏`, async () => {
      const before = complaints();
      server.bytes(raw);
      const { result } = await server.ask("textDocument/diagnostic", { textDocument: { uri } });
      assert.match(JSON.stringify(result), /numbering-gap/);
      assert.ok(complaints() > before);
    });
  }

  it("一个字节一个字节地来，好的坏的都一样", async () => {
    const before = complaints();
    const raw = Buffer.from(`Debugger attached.\n${header("abc")}${lost}${header(5_000_000)}${framed(lost)}`);
    for (const byte of raw) {
      server.bytes(Uint8Array.of(byte));
      await new Promise((next) => setImmediate(next));
    }
    const { result } = await server.ask("textDocument/diagnostic", { textDocument: { uri } });
    assert.match(JSON.stringify(result), /numbering-gap/);
    assert.ok(complaints() >= before + 2);
    // The message that the last header stands before has been read.
    assert.ok(
      server.heard.some(({ id, error }) => id === 7 && error?.code === -32601),
      JSON.stringify(server.heard.filter((m) => m.id === 7)),
    );
  });

  it("文稿里写着消息头，不当作消息头", async () => {
    const before = complaints();
    const text = `一、甲\r\nContent-Length: 5\r\n\r\n{}\r\n${"二、乙\r\n".repeat(10_000)}四、丙\r\n`;
    const textDocument = { uri: "file:///w/b.plan", languageId: "policy-plan", version: 1, text };
    server.notify("textDocument/didOpen", { textDocument });
    const { result } = await server.ask("textDocument/documentSymbol", { textDocument });
    assert.ok(JSON.stringify(result).includes("丙"));
    assert.equal(complaints(), before);
  });

  it("告诉用户一次，不多说", () => {
    const told = server.heard.filter(({ method }) => method === "window/showMessage");
    assert.equal(told.length, 1);
  });
});

describe("语言服务：好的字节在哪里断开都一样", () => {
  const typed = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed(lost)}`;
  const bytes = Buffer.from(framed(lost) + typed + framed(lost));

  it("每一处断成两截，连回车与换行之间，一条不少，不说损坏", () => {
    for (let at = 0; at <= bytes.length; at++) {
      const heard: (object | string)[] = [];
      const take = createFrames({ message: (one) => heard.push(one), damaged: (what) => heard.push(what) });
      take(bytes.subarray(0, at));
      take(bytes.subarray(at));
      const one: unknown = JSON.parse(lost);
      assert.deepEqual(heard, [one, one, one], `断在第 ${at} 个字节`);
    }
  });
});
