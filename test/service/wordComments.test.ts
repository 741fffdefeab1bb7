import assert from "node:assert/strict";
import { SaxesParser } from "saxes";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { reasonOf } from "../../server/src/read/refuse.js";
import type { Span } from "../../server/src/text/span.js";
import {
  type Annotated,
  annotateDocx,
  type Remark,
} from "../../server/src/service/wordComments/annotateDocx.js";
import { writeDocx } from "../../server/src/write/docx/writeDocx.js";
import { abstractList, list, makeDocx, paragraph, PLAN_LEVELS, run } from "../read/support/docx.js";
import { read } from "../read/support/read.js";
import { convertAll, hasSoffice, NO_SOFFICE } from "../read/support/soffice.js";
import { skipBecause } from "../support/skipBecause.js";

const quote = (words: string): string => `所指：“${words}”`;

async function annotate(bytes: Uint8Array, text: string, remarks: readonly Remark[]): Promise<Annotated> {
  return await annotateDocx(bytes, { text, remarks, quote });
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Every part is XML that a parser takes, namespaces too; the main part has only been added to. */
function assertSound(before: Uint8Array, after: Uint8Array): void {
  const [old, now] = [partsOf(before), partsOf(after)];
  for (const [name, xml] of Object.entries(now)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => assert.fail(`${name}: ${error.message}`));
    parser.write(xml).close();
  }
  const changed = new Set([
    "[Content_Types].xml",
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
  ]);
  for (const [name, xml] of Object.entries(old)) {
    if (!changed.has(name)) assert.equal(now[name], xml, name);
    assert.ok(isWithin(xml, now[name] ?? ""), `${name} 不只是添加`);
  }
  const ids = [...(now["word/comments.xml"] ?? "").matchAll(/<\w*:?comment [^>]*w:id="(\d+)"/g)].map(
    ([, id]) => id,
  );
  assert.equal(new Set(ids).size, ids.length, "批注编号重复");
}

/** All characters of the one in the other, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + character.length;
    if (at < character.length) return false;
  }
  return true;
}

/** Puts a comment on each of the words; gives what each comment stands at in the file that comes of it. */
async function marked(bytes: Uint8Array, ...words: readonly string[]): Promise<string[]> {
  const before = await read(bytes, "稿.docx");
  const remarks = words.map((each, i): Remark => {
    const start = before.text.indexOf(each);
    assert.notEqual(start, -1, each);
    return { span: { start, end: start + each.length }, lines: [`第${i}条`] };
  });
  const { bytes: made, unplaced } = await annotate(bytes, before.text, remarks);
  assert.deepEqual(unplaced, []);
  assertSound(bytes, made);
  const after = await read(made, "稿.docx");
  assert.equal(after.text, before.text);
  assert.deepEqual(after.notes, before.notes);
  return words.map((_, i) => {
    const found = after.comments.find(({ author, text }) => author === "核稿" && text.startsWith(`第${i}条`));
    assert.ok(found, `没有批注：第${i}条`);
    const quoted = found.text.split("\n")[1];
    return after.text.slice(found.span.start, found.span.end) + (quoted === undefined ? "" : `｜${quoted}`);
  });
}

const bold = (text: string, inner = ""): string =>
  `<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr>${inner}<w:t>${text}</w:t></w:r>`;

const NUMBERED = abstractList(1, PLAN_LEVELS) + list(5, 1);

const box = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe("Word 批注：标在字句上", () => {
  it("一段之内、跨几段文字、字符实体、相接与相套的，都正好是那几个字", async () => {
    const body =
      `<w:p>${bold("甲乙&lt;丙&#x4e01;")}<w:hyperlink>${bold("戊己")}</w:hyperlink>${bold("庚辛")}</w:p>` +
      `<w:p>${bold("次段")}</w:p>`;
    const words = ["甲", "乙<", "<丙丁戊", "丁", "己", "己庚", "辛", "甲乙<丙丁戊己庚辛", "庚辛\n次"];
    assert.deepEqual(await marked(makeDocx({ body }), ...words), words);
  });

  it("分开的两半照样加粗；制表符、换行、分页记号留在原处", async () => {
    const body = `<w:p>${bold("甲", "<w:lastRenderedPageBreak/>")}<w:r><w:t>乙丙</w:t><w:tab/><w:t>丁</w:t><w:br/><w:t>戊</w:t></w:r></w:p>`;
    const bytes = makeDocx({ body });
    const words = ["甲乙", "丙\t丁", "丁", "戊", "\t"];
    assert.deepEqual(await marked(bytes, ...words), words);
    const once = await annotate(bytes, "甲乙丙\t丁\n戊", [{ span: { start: 0, end: 2 }, lines: ["说明"] }]);
    assert.match(
      partsOf(once.bytes)["word/document.xml"] ?? "",
      /<w:r><w:t>乙<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/><w:r><w:commentReference w:id="0"\/><\/w:r><w:r><w:t>丙<\/w:t><w:tab\/>/,
    );
  });

  it("没有写明保留空格的，不在空格旁边分开", async () => {
    const body = "<w:p><w:r><w:t>  甲 乙 丙  </w:t></w:r></w:p>";
    assert.deepEqual(await marked(makeDocx({ body }), "乙", "甲", "丙"), [
      "甲 乙 丙",
      "甲 乙 丙",
      "甲 乙 丙",
    ]);
    const kept = '<w:p><w:r><w:t xml:space="preserve">  甲 乙 丙  </w:t></w:r></w:p>';
    assert.deepEqual(await marked(makeDocx({ body: kept }), "乙", " 丙 "), ["乙", " 丙 "]);
  });

  it("自动编号不在文字里：整段作批注，引出所指", async () => {
    const body = paragraph("总体要求", { list: 5, level: 0 }) + paragraph("重点任务", { list: 5, level: 0 });
    const bytes = makeDocx({ body, numbering: NUMBERED });
    assert.deepEqual(await marked(bytes, "二、", "二、重点", "重点"), [
      "重点任务｜所指：“二、”",
      "重点",
      "重点",
    ]);
  });

  it("表格的一格、修订、域、内容控件、公式", async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      `<w:tbl><w:tr>${cell("序号")}${cell("任务名称")}</w:tr></w:tbl>` +
      `<w:p>${run("达到")}<w:del w:id="1" w:author="a"><w:r><w:delText>90%</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run("93%以上")}</w:ins></w:p>` +
      `<w:p>${run("共")}${field("begin")}<w:r><w:instrText> NUMPAGES </w:instrText></w:r>${field("separate")}${run("12")}${field("end")}${run("页")}</w:p>` +
      `<w:p><w:sdt><w:sdtContent>${run("控件里")}</w:sdtContent></w:sdt>${run("控件外")}</w:p>` +
      '<w:p><w:r><w:rPr><w:rPrChange w:id="9" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>改过格式</w:t></w:r></w:p>';
    assert.deepEqual(
      await marked(makeDocx({ body }), "名称", "93%", "达到93%", "2页", "件里", "件外", "格式", "号\t任"),
      ["名称", "93%", "达到93%", "2页", "控件里", "件外", "改过格式", "号｜所指：“号 任”"],
    );
  });

  it("文本框里不能加批注：标在框所在的地方，引出所指，两份写法都不动", async () => {
    const body = `<w:p>${run("框外")}${box("框里的字")}</w:p>`;
    const bytes = makeDocx({ body });
    assert.deepEqual(await marked(bytes, "里的"), ["｜所指：“里的”"]);
    const { text } = await read(bytes, "稿.docx");
    const start = text.indexOf("里的");
    const made = await annotate(bytes, text, [{ span: { start, end: start + 2 }, lines: ["说明"] }]);
    const xml = partsOf(made.bytes)["word/document.xml"] ?? "";
    assert.doesNotMatch(
      /<w:txbxContent>.*<\/w:txbxContent>/.exec(xml)?.[0] ?? "commentRange",
      /commentRange/,
    );
  });

  it("一个点：标它前面的字，行首标整行；空行标在前一段", async () => {
    const bytes = makeDocx({ body: paragraph("甲乙") + paragraph("") + paragraph("丙丁") });
    const points: Span[] = [1, 4, 3].map((at) => ({ start: at, end: at }));
    const made = await annotate(
      bytes,
      "甲乙\n\n丙丁",
      points.map((span, i) => ({ span, lines: [String(i)] })),
    );
    const { comments, text } = await read(made.bytes, "稿.docx");
    assert.equal(text, "甲乙\n\n丙丁");
    assert.deepEqual(
      comments.map(({ span }) => text.slice(span.start, span.end)),
      ["甲", "丙丁", "甲乙"],
    );
  });
});

describe("Word 批注：文件", () => {
  it("原有的批注留着，编号接着往下", async () => {
    const body = `<w:p><w:commentRangeStart w:id="7"/>${run("甲乙")}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`;
    const comments = `<w:comment w:id="7" w:author="科长" w:date="2026-03-05T08:00:00Z">${paragraph("请斟酌")}</w:comment>`;
    const bytes = makeDocx({ body, comments });
    assert.deepEqual(await marked(bytes, "乙"), ["乙"]);
    const made = await annotate(bytes, "甲乙", [{ span: { start: 1, end: 2 }, lines: ["甲", "乙"] }]);
    const after = await read(made.bytes, "稿.docx");
    assert.deepEqual(after.comments, [
      { id: "7", author: "科长", date: "2026-03-05T08:00:00Z", text: "请斟酌", span: { start: 0, end: 2 } },
      { id: "8", author: "核稿", date: undefined, text: "甲\n乙", span: { start: 1, end: 2 } },
    ]);
  });

  it("已有同样的批注就不再写：每条抵一条，同一行里又多一处的照写", async () => {
    const bytes = makeDocx({
      body: paragraph("甲甲乙甲甲") + paragraph("丙", { list: 5, level: 0 }),
      numbering: NUMBERED,
    });
    const { text } = await read(bytes, "稿.docx");
    const remark = (start: number, end: number): Remark => ({
      span: { start, end },
      lines: ["重复", "规则\t甲"],
    });
    const [first, second, number] = [remark(0, 2), remark(3, 5), remark(6, 7)];
    const once = await annotate(bytes, text, [first, number]);
    const again = await annotate(once.bytes, text, [first, second, number]);
    assert.deepEqual([once.known, again.known], [0, 2]);
    const { comments } = await read(again.bytes, "稿.docx");
    assert.deepEqual(
      comments.map(({ span }) => text.slice(span.start, span.end)),
      ["甲甲", "丙", "甲甲"],
    );
    const third = await annotate(again.bytes, text, [first, second, number]);
    assert.equal(third.known, 3);
    assert.deepEqual(partsOf(third.bytes), partsOf(again.bytes));
  });

  it("没有批注的文件添上批注、类型与关系；同样的意见写出同样的字节", async () => {
    const { "word/comments.xml": _, ...parts } = unzipSync(makeDocx({ body: paragraph("甲乙") }));
    const without = (name: string, tag: RegExp): Uint8Array =>
      strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(tag, ""));
    const bytes = zipSync({
      ...parts,
      "[Content_Types].xml": without(
        "[Content_Types].xml",
        /<Override PartName="\/word\/comments.xml"[^>]*>/,
      ),
      "word/_rels/document.xml.rels": without(
        "word/_rels/document.xml.rels",
        /<Relationship [^>]*comments.xml"\/>/,
      ),
    });
    assert.deepEqual(await marked(bytes, "甲", "乙"), ["甲", "乙"]);
    const remarks = [{ span: { start: 0, end: 1 }, lines: ["说明"] }];
    const [first, second] = [await annotate(bytes, "甲乙", remarks), await annotate(bytes, "甲乙", remarks)];
    assert.deepEqual(first.bytes, second.bytes);
    const now = partsOf(first.bytes);
    assert.match(now["[Content_Types].xml"] ?? "", /PartName="\/word\/comments.xml"/);
    assert.match(
      now["word/_rels/document.xml.rels"] ?? "",
      /relationships\/comments" Target="\/word\/comments.xml"/,
    );
    assert.doesNotMatch(now["word/comments.xml"] ?? "", /w:date/);
  });

  it("严格的命名空间、别的前缀、没有前缀，都写得对", async () => {
    const usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const documents = [
      `<w:document xmlns:w="${strict}"><w:body><w:p><w:r><w:t>甲乙</w:t></w:r></w:p></w:body></w:document>`,
      `<x:document xmlns:x="${usual}"><x:body><x:p><x:r><x:rPr><x:b x:val="1"/></x:rPr><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>`,
      `<document xmlns="${usual}" xmlns:w="urn:else"><body><p><r><t>甲乙</t></r></p></body></document>`,
    ];
    for (const document of documents) {
      const parts = unzipSync(makeDocx({ body: "" }));
      const bytes = zipSync({ ...parts, "word/document.xml": strToU8(document) });
      assert.deepEqual(await marked(bytes, "乙"), ["乙"], document);
    }
  });

  it("意见里的尖括号、控制字符、半个字，不坏文件", async () => {
    const bytes = makeDocx({ body: paragraph("甲") });
    const made = await annotate(bytes, "甲", [
      { span: { start: 0, end: 1 }, lines: ["<b>&\u0000\u0008\ud800丙\uffff\t丁😀"] },
    ]);
    assertSound(bytes, made.bytes);
    assert.equal((await read(made.bytes, "稿.docx")).comments[0]?.text, "<b>&丙 丁😀");
  });

  it("没有字的文件标在第一段；连段落也没有的，说出没有标上", async () => {
    const remark = { span: { start: 0, end: 0 }, lines: ["说明"] };
    const one = await annotate(makeDocx({ body: "<w:p><w:pPr/></w:p>" }), "", [remark]);
    assert.equal((await read(one.bytes, "稿.docx")).comments[0]?.text, "说明");
    const none = await annotate(makeDocx({ body: "<w:p/>" }), "", [remark]);
    assert.deepEqual(none.unplaced, [remark]);
    assert.equal((await read(none.bytes, "稿.docx")).text, "");
  });

  it("坏的、加密的、膨胀的文件不写，说明缘由", async () => {
    const good = makeDocx({ body: paragraph("甲") });
    const bomb = zipSync({ ...unzipSync(good), "word/media/图.bin": new Uint8Array(6 * 1024 * 1024) });
    const cases: [Uint8Array, string][] = [
      [good.subarray(0, good.length - 30), "zip-damaged"],
      [bomb, "zip-bomb"],
      [zipSync({ ...unzipSync(good), "word/document.xml": strToU8("<w:document>") }), "xml-damaged"],
    ];
    for (const [bytes, code] of cases) {
      const error = await annotate(bytes, "甲", []).then(
        () => assert.fail(code),
        (reason: unknown) => reason,
      );
      assert.equal(reasonOf(error).code, code);
    }
  });
});

const DRAFT = `云岭市教育局2026年工作要点

为办好群众身边的学校，制定本要点。
一、总体要求
（一）建好阅读阵地。每校建一个阅览室，到2027年达标率达到95%以上。
1.配齐图书<甲>&“乙”。
责任科室：基础教育科、计划财务科
二、保障措施
各校要抓好落实。
附件：任务分工表
序号\t任务\t责任科室
1\t配齐图书\t基础教育科
`;

describe("Word 批注：任何文稿、任何地方", () => {
  /** Every stretch of a text that begins at a multiple of three, of several lengths. */
  const spansIn = (text: string): Span[] =>
    Array.from({ length: Math.floor(text.length / 3) }, (_, i) => i * 3).flatMap((start) =>
      [0, 1, 4, 30].map((length) => ({ start, end: Math.min(text.length, start + length) })),
    );

  it("读回来的正文不变，每条批注都在，所标的字含有所指的字", async () => {
    for (const text of [DRAFT, DRAFT.replaceAll("\n", "\r\n")]) {
      const bytes = await writeDocx(parsePlan(text));
      const before = await read(bytes, "稿.docx");
      const spans = spansIn(text);
      const made = await annotate(
        bytes,
        text,
        spans.map((span, i) => ({ span, lines: [`第${i}条`] })),
      );
      assertSound(bytes, made.bytes);
      const after = await read(made.bytes, "稿.docx");
      assert.equal(after.text, before.text);
      assert.equal(after.comments.length, spans.length);
      for (const [i, { start, end }] of spans.entries()) {
        const { span } = after.comments[i] ?? assert.fail();
        const words = text.slice(start, end).split(/[\r\n\t]/)[0] ?? "";
        assert.ok(after.text.slice(span.start, span.end).includes(words), `${i} ${words}`);
      }
    }
  });

  it("LibreOffice 打开后批注一条不少，都在原来的字上", async function () {
    this.timeout(240_000);
    if (!hasSoffice()) skipBecause(this, NO_SOFFICE);
    const words = ["身边的学校", "95%", "配齐", "<甲>&", "基础教育科、", "抓好落实", "任务分工表", "序号"];
    const remarks = words.map((each): Remark => {
      const start = DRAFT.indexOf(each);
      return { span: { start, end: start + each.length }, lines: [`意见 ${each}`, "规则"] };
    });
    const own = await annotate(await writeDocx(parsePlan(DRAFT)), DRAFT, remarks);
    const [theirs] = convertAll([strToU8(DRAFT)], "txt", "docx");
    assert.ok(theirs);
    const written = await read(theirs, "稿.docx");
    const other = await annotate(
      theirs,
      written.text,
      remarks.map(({ span, lines }) => {
        const start = written.text.indexOf(DRAFT.slice(span.start, span.end));
        return { span: { start, end: start + span.end - span.start }, lines };
      }),
    );
    for (const odt of convertAll([own.bytes, other.bytes], "docx", "odt")) {
      const xml = strFromU8(unzipSync(odt)["content.xml"] ?? new Uint8Array());
      const found = [
        ...xml.matchAll(
          /<office:annotation [^>]*office:name="([^"]*)"[^>]*>(.*?)<\/office:annotation>(.*?)<office:annotation-end office:name="\1"\/>/gs,
        ),
      ];
      assert.equal(found.length, words.length);
      for (const [i, [, , said, at]] of found.entries()) {
        assert.equal(plain(at ?? ""), words[i]);
        assert.match(said ?? "", /核稿/);
        assert.ok(plain(said ?? "").includes(`意见 ${words[i] ?? ""}`));
      }
    }
  });
});

function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
