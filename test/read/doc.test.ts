import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PARTS } from "../../server/src/read/doc/fib.js";
import { readLists } from "../../server/src/read/doc/lists.js";
import { formatName } from "../../server/src/read/doc/numberFormats.js";
import { readPieces } from "../../server/src/read/doc/pieces.js";
import { createNumberer } from "../../server/src/read/word/counters.js";
import { noteMessage, refusalMessage } from "../../server/src/read/messages.js";
import { nodeHost } from "../../server/src/read/node.js";
import { readDocument } from "../../server/src/read/readDocument.js";
import { u16, u32, u8, utf16, wordFile, zeros } from "./support/binary.js";
import { makeDocx } from "./support/docx.js";
import { CHANGED_PLAN, LISTED_PLAN } from "./support/listedPlan.js";
import { NUMBERING_CASES } from "./support/numberingCases.js";
import { read, refusal } from "./support/read.js";
import { skipBecause } from "../support/skipBecause.js";
import { bare, convertAll, hasSoffice, NO_SOFFICE, printedTexts } from "./support/soffice.js";

/** LibreOffice wrote these from the sources in support/listedPlan.ts. */
const fixture = (name: string): Buffer => readFileSync(join(process.cwd(), "test/read/fixtures", name));
const LISTS = fixture("lists.doc");
const CHANGES = fixture("changes.doc");

describe("旧版 Word 的自动编号", () => {
  it("与同一文稿的 .docx 读得一字不差", async () => {
    const docx = await read(makeDocx(LISTED_PLAN), "a.docx");
    const doc = await read(LISTS, "a.doc");
    assert.equal(doc.text, docx.text);
    assert.match(doc.text, /^二、重点任务\n（一）扩大学前教育供给\n1\.新建幼儿园$/m);
    assert.match(doc.text, /^（三）手工写的序号\n2\.接着编号\n5\.另起编号$/m);
    assert.match(doc.text, /^第二章 落实\n4\.手工写的$/m);
    assert.match(doc.text, /^1\.新建园所\t基教科\n2\.培训教师\t师训科 人事科$/m);
    assert.deepEqual(doc.notes, [{ code: "numbers-resolved", count: 17 }]);
  });

  it("破折号与引号不改成半角", async () => {
    assert.match((await read(LISTS, "a.doc")).text, /坚持稳中求进——推进“四新”建设。/);
  });

  it("修订、隐藏文字、域、目录、表中之表，也与 .docx 一致", async () => {
    const docx = await read(makeDocx(CHANGED_PLAN), "a.docx");
    const doc = await read(CHANGES, "a.doc");
    assert.equal(doc.text, docx.text);
    assert.deepEqual(doc.notes, docx.notes);
  });

  it("列表的定义坏了：正文照读，说明缺了几处序号", async () => {
    const result = await read(withoutParts(LISTS, PARTS.lists, PARTS.instances), "a.doc");
    assert.match(result.text, /^重点任务\n扩大学前教育供给$/m);
    assert.deepEqual(result.notes, [{ code: "doc-numbers-missing", count: 17 }]);
    const [note] = result.notes;
    assert.match(note ? noteMessage(note) : "", /^17 段的自动编号读不出/);
  });

  it("编号由域显示的，说明缺了几处", async () => {
    const { notes } = await read(withText(CHANGES, " HYPERLINK", " AUTONUM  "), "a.doc");
    assert.deepEqual(notes.at(-1), { code: "doc-numbers-missing", count: 1 });
  });

  it("段落的格式坏了：正文照读，说明序号可能缺失", async () => {
    const result = await read(withoutParts(LISTS, PARTS.paragraphs), "a.doc");
    assert.match(result.text, /^重点任务\n扩大学前教育供给$/m);
    assert.deepEqual(
      result.notes.map(({ code }) => code),
      ["doc-numbers-missing"],
    );
  });
});

/** The file with one text in the place of another. */
function withText(file: Buffer, before: string, after: string): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf(before, 0, "utf16le");
  assert.ok(at > 0 && before.length === after.length);
  copy.write(after, at, "utf16le");
  return copy;
}

/** The file with some parts said to be empty. */
function withoutParts(file: Buffer, ...parts: readonly number[]): Buffer {
  const copy = Buffer.from(file);
  let main = 512;
  while (copy.readUInt16LE(main) !== 0xa5ec) main += 512;
  for (const part of parts) copy.writeUInt32LE(0, main + 0x9a + 8 * part + 4);
  return copy;
}

describe("旧版 Word 里 LibreOffice 写不出的", () => {
  interface LevelBytes {
    readonly format: number;
    readonly text: string;
    readonly start?: number;
    readonly flags?: number;
    readonly suffix?: number;
    readonly restart?: number;
    readonly font?: number;
  }
  const level = ({
    format,
    text,
    start = 1,
    flags = 0,
    suffix = 0,
    restart = 0,
    font,
  }: LevelBytes): number[] => [
    ...u32(start),
    ...u8(format, flags, ...zeros(9), suffix),
    ...zeros(8),
    ...u8(font === undefined ? 0 : 4, 2, restart, 0),
    ...u8(0xee, 0xee),
    ...(font === undefined ? [] : u16(0x4a4f, font)),
    ...u16(text.length),
    ...utf16(text),
  ];
  const simple = (id: number): number[] => [
    ...u32(id, 0),
    ...u16(...Array<number>(9).fill(0x0fff)),
    ...u8(1, 0),
  ];
  const instance = (id: number, overrides = 0): number[] => [...u32(id, 0, 0), ...u8(overrides, 0, 0, 0)];
  const NONE = u32(0xffffffff);

  it("全用阿拉伯数字、只随一级重新开始、从不重新开始、号后的空格", () => {
    const deep = [
      { format: 39, text: "第\0章", suffix: 1 },
      { format: 37, text: "\0.\x01", flags: 0x04, suffix: 2 },
      { format: 0, text: "\x02）", flags: 0x08, restart: 1 },
      { format: 0, text: "（\x03）", flags: 0x08, restart: 0 },
      ...Array.from({ length: 5 }, () => ({ format: 0, text: "" })),
    ];
    const lists = readLists(
      wordFile({
        [PARTS.lists]: [
          ...u16(1),
          ...u32(7, 0),
          ...u16(...Array<number>(9).fill(0x0fff)),
          ...u8(0, 0),
          ...deep.flatMap(level),
        ],
        [PARTS.instances]: [...u32(1), ...instance(7), ...NONE],
      }),
    );
    const numberer = createNumberer(lists, () => undefined);
    const shown = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3].map(
      (each) => numberer({ numId: "1", level: each, style: undefined })?.text,
    );
    assert.deepEqual(shown, [
      "第一章",
      "1.1",
      "1）",
      "（1）",
      "1.2",
      "2）",
      "（2）",
      "第二章",
      "2.1",
      "1）",
      "（3）",
    ]);
    assert.deepEqual(
      [0, 1, 2].map((each) => lists.get("1")?.levels.get(each)?.suffix),
      ["space", "nothing", "tab"],
    );
  });

  it("覆盖起始、覆盖整个级别，后面的实例不因此错位", () => {
    const lists = readLists(
      wordFile({
        [PARTS.lists]: [
          ...u16(2),
          ...simple(7),
          ...simple(9),
          ...level({ format: 37, text: "\0、" }),
          ...level({ format: 0, text: "\0." }),
        ],
        [PARTS.instances]: [
          ...[...u32(4), ...instance(7, 1), ...instance(7, 1), ...instance(9), ...instance(404)],
          ...[...NONE, ...u32(5), ...u32(0x10)],
          ...[...NONE, ...u32(0), ...u32(0x30), ...level({ format: 18, text: "\0", start: 8 })],
          ...[...NONE, ...NONE],
        ],
      }),
    );
    assert.deepEqual([...lists.keys()], ["1", "2", "3"]);
    const numberer = createNumberer(lists, () => undefined);
    const shown = ["1", "1", "2", "2", "3", "1"].map(
      (numId) => numberer({ numId, level: 0, style: undefined })?.text,
    );
    assert.deepEqual(shown, ["五、", "六、", "⑧", "⑨", "1.", "十、"]);
  });

  it("符号字体里的字母是符号", () => {
    const font = (name: string): number[] => [
      ...u8(39 + 2 * name.length + 2),
      ...zeros(39),
      ...utf16(`${name}\0`),
    ];
    const lists = readLists(
      wordFile({
        [PARTS.fonts]: [...u16(2, 0), ...font("SimSun"), ...font("Wingdings")],
        [PARTS.lists]: [...u16(1), ...simple(7), ...level({ format: 23, text: "n", font: 1 })],
        [PARTS.instances]: [...u32(1), ...instance(7), ...NONE],
      }),
    );
    assert.equal(
      createNumberer(lists, () => undefined)({ numId: "1", level: 0, style: undefined })?.text,
      "■",
    );
  });

  it("格式的代号", () => {
    assert.deepEqual([0, 10, 11, 22, 23, 28, 30, 37, 39, 255, 200].map(formatName), [
      ...["decimal", "ideographDigital", "japaneseCounting", "decimalZero", "bullet"],
      ...[
        "decimalEnclosedCircleChinese",
        "ideographTraditional",
        "chineseCounting",
        "chineseCountingThousand",
      ],
      ...["none", "decimal"],
    ]);
  });

  it("快速保存的文稿：文字分几处存放，单字节与双字节都有", () => {
    const table = [
      ...[...u8(1), ...u16(4), ...u16(0x0800), ...u8(1, 0)],
      ...[...u8(2), ...u32(4 + 3 * 12), ...u32(0, 3, 5, 9)],
      ...[...u16(0), ...u32(6), ...u16(0)],
      ...[...u16(0), ...u32(0x40000000), ...u16((0x41 << 1) | (1 << 8))],
      ...[...u16(0), ...u32(0x40000004), ...u16(1)],
    ];
    const file = wordFile({ [PARTS.pieces]: table }, [
      ...u8(0x97, 0x97, 0x32, 0x30, 0x32, 0x37),
      ...utf16("工作要"),
    ]);
    const pieces = readPieces(file);
    assert.deepEqual(
      pieces.map(({ text, start }) => [start, text]),
      [
        [0, "工作要"],
        [3, "——"],
        [5, "2027"],
      ],
    );
    assert.deepEqual(
      pieces.map(({ changes }) => changes),
      [[], [{ code: 0x0800, value: 1 }], [{ code: 0x0800, value: 1 }]],
    );
  });
});

describe("旧版 Word 与 LibreOffice 对照", function () {
  this.timeout(300_000);

  before(function () {
    if (!hasSoffice()) skipBecause(this, NO_SOFFICE);
  });

  it("它写出的 .doc，序号与它打印的一致；样本也还是它写的那样", async () => {
    const cases = Object.values(NUMBERING_CASES).map(({ source }) => source);
    const sources = [...cases, LISTED_PLAN, CHANGED_PLAN].map((source) => makeDocx(source));
    const files = convertAll(sources, "docx", "doc:MS Word 97");
    const printed = printedTexts(files.slice(0, cases.length), "doc");
    for (const [i, file] of files.entries()) {
      const stored = i === cases.length ? LISTS : CHANGES;
      const expected = printed[i] ?? (await read(stored, "a.doc")).text;
      assert.equal(bare((await read(file, "a.doc")).text), bare(expected));
    }
  });
});

describe("坏了的旧版 Word", () => {
  it("加密的、Word 95 的，各说各的原因", async () => {
    const patched = (at: number, value: number): Buffer => {
      const copy = Buffer.from(LISTS);
      let main = 512;
      while (copy.readUInt16LE(main) !== 0xa5ec) main += 512;
      copy.writeUInt16LE(value, main + at);
      return copy;
    };
    assert.equal(await refusal(patched(10, 0x0300), "a.doc"), "encrypted");
    assert.equal(await refusal(patched(0, 0xa5dc), "a.doc"), "old-office");
    assert.equal(await refusal(patched(0, 0x1234), "a.doc"), "doc-damaged");
  });

  it("截断、改写后读不出的，中文的说明里没有文件格式的行话", async () => {
    const told = new Set<string>();
    for (const from of [0, 512, 1024]) {
      for (let at = from; at < from + 160; at += 2) {
        const copy = Buffer.from(LISTS);
        copy.writeUInt16LE(0x1234, at);
        const result = await readDocument(copy, "a.doc", nodeHost);
        if (!result.ok && result.reason.code === "doc-damaged") told.add(refusalMessage(result.reason));
      }
    }
    for (const end of [600, 2000, 6000]) {
      const result = await readDocument(LISTS.subarray(0, end), "a.doc", nodeHost);
      if (!result.ok && result.reason.code === "doc-damaged") told.add(refusalMessage(result.reason));
    }
    assert.ok(told.size > 1, [...told].join());
    for (const message of told) assert.doesNotMatch(message.replaceAll(/\.docx?|Word|WPS/g, ""), /[A-Za-z]/);
  });

  it("扇区首尾相接成圈，也读得完", async () => {
    const copy = Buffer.from(LISTS);
    const table = (copy.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 40; sector++) {
      const circle = Buffer.from(copy);
      circle.writeUInt32LE(sector, table + 4 * sector);
      const result = await readDocument(circle, "a.doc", nodeHost);
      assert.ok(result.ok || result.reason.code === "doc-damaged", JSON.stringify(result));
    }
  });

  it("截断在任何一处，读得出的照读，读不出的说明", async () => {
    for (let end = 0; end < LISTS.length; end += 211) {
      const result = await readDocument(LISTS.subarray(0, end), "a.doc", nodeHost);
      if (!result.ok)
        assert.notEqual(result.reason.code, "internal", `${end} ${JSON.stringify(result.reason)}`);
    }
  });
});
