import assert from "node:assert/strict";
import { Document, Packer, Paragraph, TextRun, InsertedTextRun, DeletedTextRun } from "docx";
import { makeDocx, paragraph, run } from "./support/docx.js";
import { read } from "./support/read.js";

async function textOf(body: string): Promise<string> {
  return (await read(makeDocx({ body }), "a.docx")).text;
}

describe("Word 文档", () => {
  it("一段一行，空段为空行，软回车与制表符照旧", async () => {
    const body =
      paragraph("云岭市2026年工作要点") +
      paragraph("") +
      "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r></w:p>";
    assert.equal(await textOf(body), "云岭市2026年工作要点\n\n甲\t乙\n丙-丁");
  });

  it("表格一行一行，格间制表符；只有一格的行是普通段落", async () => {
    const cell = (...texts: string[]): string =>
      `<w:tc>${texts.map((each) => paragraph(each)).join("")}</w:tc>`;
    const table = (...rows: string[]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
    const body = table(
      cell("序号") + cell("任务", "（含指标）"),
      cell("一、总体要求", "坚持。"),
      cell("1") + cell(""),
    );
    assert.equal(await textOf(body), "序号\t任务 （含指标）\n一、总体要求\n坚持。\n1\t");
    assert.equal(
      await textOf(table(cell("甲") + `<w:tc>${table(cell("乙") + cell("丙"))}</w:tc>`)),
      "甲\t乙 丙",
    );
  });

  it("修订按已接受读，移走的不重复，删去的段落标记把两段并为一段", async () => {
    const deleted = (text: string): string =>
      `<w:del w:id="1" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const body =
      `<w:p>${run("毛入园率达到")}${deleted("90%")}<w:ins w:id="2" w:author="a">${run("93%")}</w:ins>${run("。")}</w:p>` +
      `<w:p><w:moveFrom w:id="3" w:author="a">${run("移走")}</w:moveFrom><w:moveTo w:id="4" w:author="a">${run("移来")}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>${run("前半，")}</w:p>${paragraph("后半。")}`;
    const result = await read(makeDocx({ body }), "a.docx");
    assert.equal(result.text, "毛入园率达到93%。\n移来\n前半，后半。");
    assert.deepEqual(result.notes, [
      { code: "deletions-dropped", count: 1 },
      { code: "insertions-accepted", count: 1 },
    ]);
  });

  it("域只留结果，目录不读入", async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const contents =
      `<w:p>${field("begin")}${instruction(" TOC \\o ")}${field("separate")}${run("一、总体要求\t1")}</w:p>` +
      `<w:p>${run("二、保障措施\t2")}${field("end")}</w:p>`;
    const body = `${contents}<w:p>${run("共")}${field("begin")}${instruction(" NUMPAGES ")}${field("separate")}${run("12")}${field("end")}${run("页")}</w:p>`;
    assert.equal(await textOf(body), "共12页");
  });

  it("没有收尾的域不吞掉后文", async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${paragraph("一、总体要求")}`;
    assert.match(await textOf(body), /一、总体要求/);
  });

  it("文本框、内容控件、超链接、注音各读一次", async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body =
      `<w:p>${run("版头")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框中字")}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box("框中字")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:sdt><w:sdtContent>${paragraph("控件")}</w:sdtContent></w:sdt>` +
      `<w:p><w:hyperlink>${run("链接")}</w:hyperlink><w:r><w:ruby><w:rt>${run("pin")}</w:rt><w:rubyBase>${run("拼")}</w:rubyBase></w:ruby></w:r>` +
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>';
    assert.equal(await textOf(body), "版头\n框中字\n控件\n链接拼☑");
  });

  it("隐藏文字不读，半角空格按 xml:space，全角空格总是保留", async () => {
    const body =
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>　 甲 </w:t></w:r><w:r><w:t xml:space='preserve'> 乙 </w:t></w:r></w:p>";
    assert.equal(await textOf(body), "　 甲 乙 ");
  });

  it("批注连同位置、作者、日期放在一旁，脚注也是", async () => {
    const body =
      paragraph("一、总体要求") +
      `<w:p>${run("到2027年，")}<w:commentRangeStart w:id="7"/>${run("毛入园率达到95%")}<w:commentRangeEnd w:id="7"/>` +
      `<w:r><w:commentReference w:id="7"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>${run("。")}</w:p>`;
    const comments = `<w:comment w:id="7" w:author="王科" w:date="2026-01-05T09:00:00Z">${paragraph("偏高")}${paragraph("请核")}</w:comment>`;
    const footnotes = `<w:footnote w:id="2">${paragraph("含民办园")}</w:footnote>`;
    const result = await read(makeDocx({ body, comments, footnotes }), "a.docx");
    assert.equal(result.text, "一、总体要求\n到2027年，毛入园率达到95%。");
    const [comment] = result.comments;
    assert.ok(comment);
    assert.equal(result.text.slice(comment.span.start, comment.span.end), "毛入园率达到95%");
    assert.deepEqual(
      [comment.author, comment.date, comment.text],
      ["王科", "2026-01-05T09:00:00Z", "偏高\n请核"],
    );
    assert.deepEqual(result.footnotes, [
      { kind: "footnote", text: "含民办园", offset: result.text.indexOf("。") },
    ]);
  });

  it("docx 库写的文件照读", async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun("云岭市教育局")] }),
            new Paragraph({
              children: [
                new TextRun("新建幼儿园"),
                new DeletedTextRun({ text: "2", id: 1, author: "甲", date: "2026-01-01T00:00:00Z" }),
                new InsertedTextRun({ text: "3", id: 2, author: "甲", date: "2026-01-01T00:00:00Z" }),
                new TextRun("所。"),
              ],
            }),
          ],
        },
      ],
    });
    assert.equal(
      (await read(await Packer.toBuffer(document), "a.docx")).text,
      "云岭市教育局\n新建幼儿园3所。",
    );
  });

  it("别的前缀、严格命名空间也认", async () => {
    const { zipSync, strToU8 } = await import("fflate");
    const body =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
    assert.equal((await read(zipSync({ "word/document.xml": strToU8(body) }), "a.docx")).text, "甲");
  });
});
