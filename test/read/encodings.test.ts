import assert from "node:assert/strict";
import iconv from "iconv-lite";
import { decodeText } from "../../server/src/read/decode.js";
import { encodeText } from "../../server/src/read/encode.js";
import type { Encoding } from "../../server/src/read/model.js";
import { nodeHost } from "../../server/src/read/node.js";
import { read, refusal, utf8 } from "./support/read.js";

const DRAFT = "云岭市2026年工作要点\r\n一、总体要求\r\n　　坚持稳中求进，办好𠮷祥、㙍里、朱镕三所学校①。\r\n";

function samples(text: string): [Encoding, Uint8Array][] {
  return [
    ["utf-8", utf8(text)],
    ["utf-8-bom", utf8(`\uFEFF${text}`)],
    ["utf-16le", iconv.encode(text, "utf-16le", { addBOM: true })],
    ["utf-16be", iconv.encode(text, "utf-16be", { addBOM: true })],
    ["utf-16le-no-bom", iconv.encode(text, "utf-16le", { addBOM: false })],
    ["utf-16be-no-bom", iconv.encode(text, "utf-16be", { addBOM: false })],
    ["gb18030", iconv.encode(text, "gb18030")],
  ];
}

describe("编码", () => {
  for (const [encoding, bytes] of samples(DRAFT)) {
    it(`${encoding}：不问即知，逐字节写回`, () => {
      for (const host of [{}, nodeHost]) {
        assert.deepEqual(decodeText(bytes, host), { text: DRAFT, encoding });
      }
      const back = encodeText(DRAFT, encoding);
      assert.deepEqual(Buffer.from(back.bytes), Buffer.from(bytes));
      assert.deepEqual(back.lost, []);
    });
  }

  for (const [encoding, bytes] of samples("关于印发工作要点的通知").filter(
    ([name]) => !name.endsWith("no-bom"),
  )) {
    it(`短句也不认错：${encoding}`, () => {
      assert.equal(decodeText(bytes).encoding, encoding);
    });
  }

  it("大段 UTF-8 与逐字解码相同", () => {
    const text = DRAFT.repeat(400);
    assert.equal(decodeText(utf8(text), nodeHost).text, text);
  });

  it("GB18030 的每个双字节字符都逐字节写回", () => {
    const misses: string[] = [];
    const decoder = new TextDecoder("gb18030", { fatal: true });
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const row: number[] = [];
      for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) row.push(lead, trail);
      const bytes = Uint8Array.from(row);
      const { bytes: back } = encodeText(decoder.decode(bytes), "gb18030");
      bytes.forEach((byte, i) => {
        if (byte !== back[i]) misses.push(`${lead.toString(16)}${byte.toString(16)}`);
      });
    }
    // A3A0 is a second spelling of the full-width blank A1A1.
    assert.deepEqual(misses, ["a3a3", "a3a0"]);
  });

  it("GB18030 写得出所有字符，只有孤立的代理项不行", () => {
    const decoder = new TextDecoder("gb18030", { fatal: true });
    for (const [first, end] of [
      [0x80, 0xd800],
      [0xe000, 0xfffe],
      [0x10000, 0x20000],
    ] as const) {
      let text = "";
      for (let code = first; code < end; code++) text += String.fromCodePoint(code);
      const { bytes, lost } = encodeText(text, "gb18030");
      const unspelled = new Set(lost.map(({ character }) => character));
      const kept = [...text].filter((character) => !unspelled.has(character)).join("");
      assert.equal(decoder.decode(bytes).replaceAll("?", ""), kept);
      assert.ok(lost.length < 30, `${lost.length} characters without bytes`);
    }
    assert.deepEqual(encodeText("甲\uD800乙", "gb18030").lost, [{ offset: 1, character: "\uD800" }]);
    assert.deepEqual(encodeText("甲\uD800乙", "utf-8").lost, [{ offset: 1, character: "\uD800" }]);
  });

  it("换行照原样", async () => {
    assert.equal((await read(utf8("甲\n乙"), "a.txt")).eol, "lf");
    assert.equal((await read(utf8("甲\r\n乙"), "a.txt")).eol, "crlf");
    assert.equal((await read(utf8("甲\r乙"), "a.txt")).eol, "cr");
    assert.equal((await read(utf8("甲\r\n乙\n"), "a.txt")).eol, "mixed");
    assert.equal((await read(utf8(""), "a.txt")).text, "");
    assert.equal((await read(utf8("# 要点"), "a.md")).format, "md");
  });

  it("损坏的 UTF-8 说出行号，不当作 GB18030 乱读", async () => {
    const bytes = Buffer.concat([
      utf8("一、总体要求\n坚持党的领导"),
      Buffer.of(0xe4, 0xb8),
      utf8("\n二、保障措施\n"),
    ]);
    const { readDocument } = await import("../../server/src/read/readDocument.js");
    const result = await readDocument(bytes, "a.txt");
    assert.deepEqual(result, {
      ok: false,
      reason: { code: "encoding-damaged", data: { encoding: "UTF-8", line: 2 } },
    });
  });

  it("Big5、半个 GB18030 和二进制不硬读", async () => {
    assert.equal(
      await refusal(iconv.encode("關於印發工作要點的通知，請認真貫徹執行。", "big5"), "a.txt"),
      "encoding-unknown",
    );
    assert.equal(await refusal(iconv.encode(DRAFT, "gb18030").subarray(0, 5), "a.txt"), "encoding-unknown");
    assert.equal(
      await refusal(iconv.encode(DRAFT.repeat(3), "gb18030").subarray(0, -3), "a.txt"),
      "encoding-cut",
    );
    assert.equal(
      await refusal(
        Uint8Array.from({ length: 4000 }, (_, i) => i % 32),
        "a.txt",
      ),
      "binary",
    );
  });

  it("一成以上是控制字符的才算二进制，无论文件多长、怎么分布", async () => {
    const mixed = (length: number, controls: number): Uint8Array =>
      utf8(Array.from({ length }, (_, i) => ((i * 7919) % 1000 < controls ? "\x02" : "甲")).join(""));
    for (const length of [50, 3000, 40_000]) {
      assert.equal(await refusal(mixed(length, 150), "a.txt"), "binary", String(length));
      const { readDocument } = await import("../../server/src/read/readDocument.js");
      assert.equal((await readDocument(mixed(length, 50), "a.txt")).ok, true, String(length));
    }
  });
});
