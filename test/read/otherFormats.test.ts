import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { refusalMessage } from "../../server/src/read/messages.js";
import { readDocument, readTextFile } from "../../server/src/read/readDocument.js";
import { read, refusal, utf8 } from "./support/read.js";

const PAGE = `<!DOCTYPE html><html><head><meta charset="gb2312"><meta name="ArticleTitle" content="云岭市2026年教育工作要点">
<title>云岭市2026年教育工作要点-云岭市人民政府</title><style>p{color:red}</style><script>var 正文 = "不是正文";</script></head><body>
<div class="nav"><a href="/">网站首页</a><a href="/zw">政务公开</a></div>
<div class="main"><div class="info">发布时间：2026-01-08</div><div id="zoom"><p>　　一、总体要求</p><p>坚持稳中求进，
办好人民满意的<b>教育</b>，促进教育公平与质量提升。</p><p>&nbsp;&nbsp;（一）提高普及水平。到2027年，学前教育毛入园率达到95%以上&mdash;&mdash;含民办园。<br>责任科室：基教科&nbsp;人事科</p>
<table><tr><th>任务</th><th>责任科室</th></tr><tr><td>新建幼儿园<br>3所</td><td>基教科</td></tr></table></div></div>
<div class="footer"><p>版权所有：云岭市人民政府 <a>联系我们</a></p></div></body></html>`;

const PAGE_TEXT = [
  "云岭市2026年教育工作要点",
  "一、总体要求",
  "坚持稳中求进，办好人民满意的教育，促进教育公平与质量提升。",
  "（一）提高普及水平。到2027年，学前教育毛入园率达到95%以上——含民办园。",
  "责任科室：基教科 人事科",
  "任务\t责任科室",
  "新建幼儿园 3所\t基教科",
].join("\n");

describe("网页", () => {
  for (const [charset, bytes] of [
    ["gb2312", iconv.encode(PAGE, "gb18030")],
    ["实为 utf-8", utf8(PAGE)],
    ["utf-16", iconv.encode(PAGE, "utf-16le", { addBOM: true })],
  ] as const) {
    it(`找到正文，补上页面标题，编码 ${charset}`, async () => {
      const result = await read(bytes, "要点.html");
      assert.equal(result.text, PAGE_TEXT);
      assert.deepEqual(result.notes, [{ code: "title-from-page", count: 1 }]);
    });
  }

  it("改名为 .doc 的网页照样读", async () => {
    assert.equal((await read(iconv.encode(PAGE, "gb18030"), "要点.doc")).format, "html");
  });

  it("排版用的表格不当作表格", async () => {
    const page = `<html><body><table><tr><td><p>云岭市工作要点</p><p>一、总体要求</p></td></tr></table></body></html>`;
    assert.equal((await read(utf8(page), "a.htm")).text, "云岭市工作要点\n一、总体要求");
  });

  it("没有文字的网页说明白", async () => {
    assert.equal(await refusal(utf8("<html><body><img src=a></body></html>"), "a.html"), "html-empty");
  });
});

describe("旧版 Word", () => {
  const bytes = readFileSync(join(process.cwd(), "test/read/fixtures/plan.doc"));

  it("读出各段与表格", async () => {
    const result = await read(bytes, "plan.doc");
    assert.match(result.text, /^云岭市2026年教育工作要点\n一、总体要求\n坚持稳中求进/);
    assert.match(result.text, /\n任务\t责任科室\n新建幼儿园3所\t基教科\n/);
    assert.match(result.text, /\n一、自动编号一段\n/);
    assert.deepEqual(result.notes, [{ code: "numbers-resolved", count: 1 }]);
  });

  it("以 .wps 为名的同一格式照样读", async () => {
    assert.equal((await read(bytes, "plan.wps")).format, "doc");
  });

  it("网页版没有 Node 可用，读出来一样", async () => {
    assert.deepEqual(await readDocument(bytes, "plan.doc"), await read(bytes, "plan.doc"));
  });
});

describe("读不了的文件", () => {
  const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8("x") });
  const compound = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(iconv.encode(stream, "utf-16le"), 1024);
    return bytes;
  };
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["pdf", utf8("%PDF-1.7\n"), "a.pdf"],
    ["ofd", zip("OFD.xml"), "a.ofd"],
    ["wps", compound("MatOST"), "a.wps"],
    ["old-office", compound("MatOST"), "a.bin"],
    ["encrypted", compound("EncryptedPackage"), "a.docx"],
    ["spreadsheet", zip("xl/workbook.xml"), "a.xlsx"],
    ["spreadsheet", compound("Workbook"), "a.xls"],
    ["slides", zip("ppt/presentation.xml"), "a.pptx"],
    [
      "odt",
      zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
      "a.odt",
    ],
    ["archive", zip("计划.txt"), "a.zip"],
    ["rtf", utf8("{\\rtf1\\ansi"), "a.doc"],
    ["mhtml", utf8("MIME-Version: 1.0\nContent-Type: multipart/related"), "a.doc"],
    [
      "word-xml",
      utf8(
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
      ),
      "a.doc",
    ],
    ["image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "a.png"],
    ["lock-file", utf8("Wang"), "~$工作要点.docx"],
    ["not-word", zip("_rels/.rels.bak"), "a.docx"],
  ];
  for (const [code, bytes, name] of cases) {
    it(`${name}：${code}`, async () => {
      const result = await readDocument(bytes, name);
      assert.ok(!result.ok);
      const given = result.reason.code;
      assert.ok(given === code || (code === "not-word" && given === "archive"), given);
      for (const language of ["zh-CN", "en"] as const) {
        const message = refusalMessage(result.reason, language);
        assert.ok(message !== "" && !message.includes("{") && !message.includes("\n"), message);
      }
    });
  }

  it("只读文本的门同样回绝", () => {
    const result = readTextFile(utf8("%PDF-1.7"), "a.txt");
    assert.ok(!result.ok && result.reason.code === "pdf");
    assert.ok(readTextFile(utf8("一、总体要求"), "a.txt").ok);
  });
});
