import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readDocument } from "../../server/src/read/readDocument.js";
import {
  emptyIndex,
  type FileStamp,
  type IndexHost,
  readIndex,
  refreshIndex,
  writeIndex,
} from "../../server/src/service/planIndex.js";
import { timed } from "../support/timed.js";

interface Disk extends IndexHost {
  readonly reads: string[];
}

function disk(files: Readonly<Record<string, string | undefined>>): Disk {
  const reads: string[] = [];
  return {
    reads,
    read: (path) => {
      reads.push(path);
      const text = files[path];
      if (text === undefined) return Promise.reject(Object.assign(new Error("locked"), { code: "EBUSY" }));
      return Promise.resolve(new TextEncoder().encode(text));
    },
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    text: (bytes, path) => readDocument(bytes, path),
  };
}

const text = "云岭市教育局2025年工作要点\n一、总体要求\n抓好落实。\n";
const stamp = (path: string, modified = 1): FileStamp => ({ path, size: text.length, modified });

describe("往年文稿的索引", () => {
  it("没有变的不再读，变了的才读", async () => {
    const first = disk({ "a.txt": text, "b.txt": text });
    const index = await refreshIndex(emptyIndex, [stamp("a.txt"), stamp("b.txt")], first);
    assert.deepEqual(first.reads, ["a.txt", "b.txt"]);
    const second = disk({ "a.txt": text, "b.txt": text.replace("2025", "2024") });
    const next = await refreshIndex(index, [stamp("a.txt"), stamp("b.txt", 2)], second);
    assert.deepEqual(second.reads, ["b.txt"]);
    assert.deepEqual(next.entries.get("b.txt")?.facts?.years, [2024, 2024]);
  });

  it("删去的文件不再在索引里", async () => {
    const index = await refreshIndex(emptyIndex, [stamp("a.txt")], disk({ "a.txt": text }));
    assert.equal((await refreshIndex(index, [], disk({}))).entries.size, 0);
  });

  it("写出再读回，一字不差；别的版本、坏的、没有的，从头来", async () => {
    const index = await refreshIndex(
      emptyIndex,
      [stamp("a.txt"), stamp("坏.docx")],
      disk({ "a.txt": text, "坏.docx": "PK\u0003\u0004x" }),
    );
    const written = writeIndex(index);
    assert.equal(writeIndex(readIndex(written)), written);
    assert.equal(readIndex(written).entries.get("坏.docx")?.refusal?.code, "zip-damaged");
    for (const damaged of [
      undefined,
      "",
      "{",
      '{"version":2,"entries":[]}',
      '{"version":1,"entries":[{"path":1}]}',
    ])
      assert.equal(readIndex(damaged).entries.size, 0);
  });

  it("占用中的文件记下原因，下次再试", async () => {
    const index = await refreshIndex(emptyIndex, [stamp("a.txt")], disk({}));
    assert.equal(index.entries.get("a.txt")?.refusal?.data.detail, "EBUSY");
    const again = disk({ "a.txt": text });
    await refreshIndex(readIndex(writeIndex(index)), [stamp("a.txt")], again);
    assert.deepEqual(again.reads, ["a.txt"]);
  });

  it("中途取消，已读的留下", async () => {
    let asked = 0;
    const host = { ...disk({ "a.txt": text, "b.txt": text }), cancelled: () => ++asked > 1 };
    const index = await refreshIndex(emptyIndex, [stamp("a.txt"), stamp("b.txt")], host);
    assert.deepEqual([...index.entries.keys()], ["a.txt"]);
  });

  timed("200 份八千字的文稿，几秒之内", async () => {
    const long = `${text}${"（一）扩大学位供给。新建小学3所，增加学位2700个，学前教育毛入园率达到95%以上。\n责任科室：基教科、计财科\n".repeat(140)}`;
    assert.ok(long.length >= 8000);
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i): [string, string] => [`${i}.txt`, `${long}${i}\n`]),
    );
    const stamps = Object.keys(files).map((path) => stamp(path));
    const start = performance.now();
    const index = await refreshIndex(emptyIndex, stamps, disk(files));
    const took = performance.now() - start;
    assert.equal(index.entries.size, 200);
    assert.ok(took < 5000, `${took.toFixed(0)} ms`);
  });
});
