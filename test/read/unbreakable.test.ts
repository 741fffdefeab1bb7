import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cleanText } from "../../server/src/read/clean/cleanText.js";
import { nodeHost } from "../../server/src/read/node.js";
import { readDocument } from "../../server/src/read/readDocument.js";
import { abstractList, list, makeDocx, paragraph, PLAN_LEVELS } from "./support/docx.js";
import { mutate, mutateFields, mutateMarkup, mutateUsed, random } from "./support/mutations.js";
import { read, refusal, utf8 } from "./support/read.js";
import { timed } from "../support/timed.js";

async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const result = await readDocument(bytes, name, nodeHost);
  if (!result.ok) assert.notEqual(result.reason.code, "internal", JSON.stringify(result.reason.data));
}

const DOCX = makeDocx({
  numbering: abstractList(0, PLAN_LEVELS) + list(1, 0),
  body: Array.from({ length: 40 }, (_, i) =>
    paragraph(`任务${i}，到2027年达到95%。`, { list: 1, level: i % 4 }),
  ).join(""),
});
const DOCS = ["plan.doc", "lists.doc", "changes.doc"].map((name) =>
  readFileSync(join(process.cwd(), "test/read/fixtures", name)),
);
const CASES = Number(process.env["HEGAO_FUZZ"] ?? 1) * 150;
const SEED = Number(process.env["HEGAO_SEED"] ?? 0);

describe("打不坏", function () {
  this.timeout(600_000);

  it("改坏的 .docx：整体与各部分", async () => {
    const next = random(SEED + 1);
    const parts = unzipSync(DOCX);
    const names = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];
    for (let i = 0; i < CASES; i++) {
      await survives(mutate(DOCX, next), `mutated${i}.docx`);
      const name = names[next(names.length)] ?? "";
      const part = parts[name];
      if (part) await survives(zipSync({ ...parts, [name]: mutate(part, next) }), `part${i}.docx`);
    }
  });

  it("改坏的 .doc", async () => {
    const next = random(SEED + 2);
    for (let i = 0; i < CASES; i++) {
      for (const doc of DOCS) {
        await survives(mutate(doc, next), `mutated${i}.doc`);
        await survives(mutateUsed(doc, next), `mutated${i}.doc`);
      }
    }
  });

  it("改坏的 .docx：标签错位、重复、交换，数字离奇", async () => {
    const next = random(SEED + 4);
    const parts = unzipSync(DOCX);
    const names = Object.keys(parts).filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
    for (let i = 0; i < CASES; i++) {
      const name = names[next(names.length)] ?? "";
      const xml = mutateMarkup(strFromU8(parts[name] ?? new Uint8Array()), next);
      await survives(zipSync({ ...parts, [name]: strToU8(xml) }, { level: 1 }), `markup${i}.docx`);
    }
  });

  it("改坏的 .docx 与 .doc：长度、位置、个数成了极端的数", async () => {
    const next = random(SEED + 5);
    for (let i = 0; i < CASES; i++) {
      await survives(mutateFields(DOCX, next), `fields${i}.docx`);
      for (const doc of DOCS) await survives(mutateFields(doc, next), `fields${i}.doc`);
    }
  });

  it("改坏的网页与文本", async () => {
    const next = random(SEED + 3);
    const page = utf8(
      "<html><body><div><p>一、总体要求</p><table><tr><td>甲</td><td>乙</td></tr></table></div></body></html>",
    );
    for (let i = 0; i < CASES; i++) {
      await survives(mutate(page, next), `mutated${i}.html`);
      await survives(
        Uint8Array.from({ length: next(200) }, () => next(256)),
        `random${i}.txt`,
      );
    }
  });

  it("截断在任何一处的 .docx 都说得出原因", async () => {
    for (let end = 0; end < DOCX.length; end += 97) {
      const cut = DOCX.subarray(0, end);
      if (end >= 4)
        assert.ok(["zip-damaged", "not-word"].includes((await refusal(cut, "a.docx")) ?? ""), String(end));
    }
  });

  it("压缩炸弹、文档类型声明、嵌套过深都回绝", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(120 * 1024 * 1024) });
    assert.equal(await refusal(bomb, "a.docx"), "zip-bomb");
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    // The size that the directory states is made small: the bomb must be found by what comes out.
    for (let at = 0; at + 46 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    assert.equal(await refusal(lying, "a.docx"), "zip-bomb");
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    assert.equal(await refusal(zipSync({ "word/document.xml": strToU8(laughs) }), "a.docx"), "xml-doctype");
    const nested = `${"<w:tbl><w:tr><w:tc>".repeat(1000)}${"</w:tc></w:tr></w:tbl>".repeat(1000)}`;
    assert.equal(await refusal(makeDocx({ body: nested }), "a.docx"), "xml-too-deep");
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(120)}${paragraph("底")}${"</w:tc></w:tr></w:tbl>".repeat(120)}`;
    assert.equal((await read(makeDocx({ body: deep }), "a.docx")).text, "底");
    const pages = `<html><body>${"<div>".repeat(100_000)}底层的文字</body></html>`;
    assert.equal((await read(utf8(pages), "a.html")).text, "底层的文字");
  });

  it("一个元素几万个属性、密密套着的元素都回绝；一个文本框十几万段照读", async () => {
    const attributes = Array.from({ length: 30_000 }, (_, i) => `a${i}=""`).join(" ");
    assert.equal(await refusal(makeDocx({ body: `<w:p ${attributes}/>` }), "a.docx"), "xml-too-large");
    const spaces = Array.from({ length: 30_000 }, (_, i) => `xmlns:a${i}="u"`).join(" ");
    assert.equal(await refusal(makeDocx({ body: `<w:p ${spaces}/>` }), "a.docx"), "xml-too-large");
    assert.equal(await refusal(utf8(`<html><p ${attributes}>甲`), "a.html"), "xml-too-large");
    const dense = `${"<w:sdt>".repeat(390)}${"<w:p/>".repeat(160_000)}${"</w:sdt>".repeat(390)}`;
    assert.equal(await refusal(makeDocx({ body: dense }), "a.docx"), "xml-too-large");
    const box = `<w:pict><w:txbxContent>${"<w:p/>".repeat(150_000)}</w:txbxContent></w:pict>`;
    const boxed = await read(makeDocx({ body: `<w:p><w:r><w:t>甲</w:t>${box}</w:r></w:p>` }), "a.docx");
    assert.equal(boxed.text.length, 150_001);
  });

  it("序号的样子写了几千个字、罗马数字大到三万：序号不过百字", async () => {
    const level = `<w:lvl w:ilvl="0"><w:start w:val="32000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${"%1".repeat(5_000)}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>${list(1, 0)}`;
    const { text } = await read(
      makeDocx({ body: paragraph("甲", { list: 1, level: 0 }), numbering }),
      "a.docx",
    );
    assert.match(text, /^M{32}M*\S?\s?甲$/);
    assert.ok(text.length < 110, String(text.length));
  });

  it("几千个没有关上的元素：文字一个不少，次序不变", async () => {
    const numbers = Array.from({ length: 9_000 }, (_, i) => `甲${i}`);
    const lineOf = async (tag: string): Promise<string> => {
      const inside = numbers.map((one) => `<${tag}>${one}`).join("");
      return (await read(utf8(`<html><body>${inside}`), "a.html")).text.replaceAll("\n", "");
    };
    for (const tag of ["b", "div"]) assert.ok((await lineOf(tag)) === numbers.join(""), tag);
    // What never holds text does not swallow all that comes after.
    assert.equal((await read(utf8(`${"<object>".repeat(2_000)}甲`), "a.html")).text, "甲");
  });

  it("几千个样式一个接一个：编号照样继承，绕成一圈的没有编号", async () => {
    const based = (i: number, on: number, more = ""): string =>
      `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${on}"/>${more}</w:style>`;
    const chain = Array.from({ length: 5_000 }, (_, i) => based(i, i + 1)).join("");
    const listed = based(5_000, 5_000, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    const numbering = abstractList(0, PLAN_LEVELS) + list(1, 0);
    const body = paragraph("甲", { style: "s4000" }) + paragraph("乙", { style: "s0" });
    const inherited = await read(makeDocx({ body, styles: chain + listed, numbering }), "a.docx");
    assert.equal(inherited.text, "一、甲\n二、乙");
    const circle = await read(makeDocx({ body, styles: chain + based(5_000, 0), numbering }), "a.docx");
    assert.equal(circle.text, "甲\n乙");
  });

  timed("十倍的文本至多花十几倍的时间", async () => {
    const cost = (make: (size: number) => string, run: (text: string) => unknown): number => {
      const time = (size: number): number => {
        const text = make(size);
        const start = performance.now();
        run(text);
        return performance.now() - start;
      };
      time(1e5);
      return time(1e6) / Math.max(time(1e5), 20);
    };
    const shapes: Readonly<Record<string, string>> = {
      一长行: "坚持",
      空行: "\n",
      空格: " ",
      括号: "（",
      数字: "1",
      序号: "一、(一)1.",
      引号: "“",
      零: "1o",
      换行: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸\n",
      页码: "- 1 -\n",
      百分: "%o甲",
      书签: "[bookmark: ",
      符号: "&nbsp",
      回车: "\r",
    };
    for (const [name, unit] of Object.entries(shapes)) {
      const ratio = cost((size) => unit.repeat(Math.ceil(size / unit.length)), cleanText);
      assert.ok(ratio < 30, `${name}: ${ratio.toFixed(1)}`);
    }
  });

  it("10 MB 的一行与一百万个空行", async () => {
    for (const text of ["坚持稳中求进，".repeat(500_000), "\n".repeat(1_000_000), "<p>".repeat(300_000)]) {
      await survives(utf8(text), "a.txt");
      await survives(utf8(`<html>${text}`), "a.html");
    }
  });
});
