import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, it } from "mocha";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { readDocument } from "../../server/src/read/readDocument.js";
import { titleCapacity } from "../../server/src/write/docx/titleBreaks.js";
import { signaturePlace } from "../../server/src/write/docx/signatures.js";
import { type DocxOptions, writeDocx } from "../../server/src/write/docx/writeDocx.js";
import { convertAll, hasSoffice, NO_SOFFICE } from "../read/support/soffice.js";
import { skipBecause } from "../support/skipBecause.js";

const LETTER = `云岭市教育局文件
云教发〔2026〕3号
云岭市教育局关于印发《云岭市“书香校园”建设三年行动计划（2026—2028年）》的通知
各县（市、区）教育局，局直属各学校：
《云岭市“书香校园”建设三年行动计划（2026—2028年）》已经市政府同意，现印发给你们，请结合实际认真贯彻落实。
附件：1.云岭市“书香校园”建设任务分工表
2.考核办法
云岭市教育局
2026年3月5日
（此件公开发布）

云岭市“书香校园”建设三年行动计划
（2026—2028年）
为推进全民阅读，制定本计划。
一、总体要求
　　坚持立德树人，到2028年，建成书香校园100所。
二、主要任务
（一）建好阅读阵地。每校建一个阅览室，到2027年阅览室达标率达到95%以上。
1.配齐图书。中小学生均图书达到30册。
（1）更新图书。每年更新率不低于3%。
责任科室：基础教育科、计划财务科
三、保障措施
各校要加强领导。
附件1
云岭市“书香校园”建设任务分工表
序号\t任务\t责任科室\t时限
1\t配齐图书\t基础教育科、计划财务科\t2026年
2\t更新图书\t\t每年
附件2
考核办法
一、适用范围
本办法适用于全市中小学。
抄送：市委办公室，市政府办公室，市政协。
云岭市教育局办公室　　　　　　　　2026年3月6日印发
`;

async function xmlOf(text: string, options?: DocxOptions): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocx(parsePlan(text), options));
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

/** The paragraph that holds a text, with its properties. */
function paragraph(xml: string | undefined, text: string): string {
  const found = (xml ?? "").split("<w:p>").find((one) => one.replace(/<[^>]*>/g, "").includes(text));
  assert.ok(found, `没有段落：${text}`);
  return found;
}

function examples(): string[] {
  return readdirSync("examples/bureau", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".plan"))
    .map((name) => readFileSync(join("examples/bureau", name), "utf8"));
}

describe("写成 Word：字句", () => {
  it("逐行一致：读回来与原稿一字不差", async () => {
    for (const text of [LETTER, ...examples(), "", "\n\n", "孤零零的一行", "一、甲\r\n（一）乙。丙\r\n"]) {
      for (const head of ["red", "plain"] as const) {
        const back = await readDocument(await writeDocx(parsePlan(text), { head }), "稿.docx");
        assert.ok(back.ok);
        assert.deepEqual(back.text.split("\n"), text.split(/\r?\n/));
      }
    }
  });

  it("标签、和号、引号照原样；XML 容不下的控制字符去掉，文件仍可打开", async () => {
    const text = '一、<b>甲</b> & "乙" 丙\u0000\u000b丁\n  前有空格，后有空格  ';
    const back = await readDocument(await writeDocx(parsePlan(text)), "稿.docx");
    assert.ok(back.ok);
    assert.equal(back.text, text.replace(/[\u0000\u000b]/g, ""));
  });

  it("同一稿件，两次写出的字节相同", async () => {
    const plan = parsePlan(LETTER);
    assert.deepEqual(await writeDocx(plan), await writeDocx(plan));
  });
});

describe("写成 Word：GB/T 9704-2012 版式", () => {
  it("A4、天头 37 毫米、订口 28 毫米、版心 156×225 毫米，每面 22 行、每行 28 字", async () => {
    const xml = (await xmlOf(LETTER))["word/document.xml"] ?? "";
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    assert.match(xml, /<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"\/>/);
    const lines = (await xmlOf(LETTER, { grid: "lines" }))["word/document.xml"] ?? "";
    assert.match(lines, /<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  });

  it("各级标题的字体，段首标题只管到句号", async () => {
    const xml = (await xmlOf(LETTER))["word/document.xml"];
    const fonts = (text: string): string[] =>
      [...paragraph(xml, text).matchAll(/w:eastAsia="([^"]*)"[^]*?<w:t xml:space="preserve">([^<]*)/g)].map(
        ([, font, run]) => `${font} ${run?.slice(0, 9)}`,
      );
    assert.deepEqual(fonts("一、总体要求"), ["黑体 一、总体要求"]);
    assert.deepEqual(fonts("（一）建好"), [
      "楷体_GB2312 （一）建好阅读阵地",
      "仿宋_GB2312 每校建一个阅览室，",
    ]);
    assert.deepEqual(fonts("1.配齐"), ["仿宋_GB2312 1.配齐图书。", "仿宋_GB2312 中小学生均图书达到"]);
    assert.deepEqual(fonts("三年行动计划（2026—2028年）》的"), ["方正小标宋简体 云岭市教育局关于印"]);
    assert.match(paragraph(xml, "一、总体要求"), /<w:pStyle w:val="Heading1"\/>/);
    assert.match(paragraph(xml, "书香校园100所"), /w:firstLine="0"/, "原稿已空两格，不再缩进");
    assert.match(paragraph(xml, "各校要加强"), /w:firstLineChars="200"/);
    assert.match(paragraph(xml, "局直属各学校："), /w:pStyle w:val="Addressee"/);
  });

  it("附件与所印发的方案另起一页；附件说明悬挂缩进", async () => {
    const xml = (await xmlOf(LETTER))["word/document.xml"] ?? "";
    const breaks = xml.split("<w:p>").filter((one) => one.includes("<w:pageBreakBefore/>"));
    assert.deepEqual(
      breaks.map((one) => one.replace(/<[^>]*>/g, "")),
      ["云岭市“书香校园”建设三年行动计划", "附件1", "附件2"],
    );
    assert.match(paragraph(xml, "附件：1."), /w:left="1895"[^>]*w:hanging="1263"/);
    assert.match(paragraph(xml, "2.考核办法"), /w:left="1895"[^>]*w:hanging="316"/);
  });

  it("红头与红线随稿件，也可不要", async () => {
    const red = (await xmlOf(LETTER))["word/document.xml"] ?? "";
    assert.match(paragraph(red, "云岭市教育局文件"), /w:color w:val="FF0000"/);
    assert.match(paragraph(red, "云教发"), /<w:bottom w:val="single" w:color="FF0000"/);
    const plain = (await xmlOf(LETTER, { head: "plain" }))["word/document.xml"] ?? "";
    assert.doesNotMatch(plain, /FF0000/);
  });

  it("页码 — 1 —，单页居右、双页居左", async () => {
    const parts = await xmlOf(LETTER);
    const footers = Object.entries(parts).filter(([name]) => /word\/footer\d/.test(name));
    assert.equal(footers.length, 2);
    for (const [, footer] of footers) assert.match(footer, /— <[^]*PAGE[^]* —</);
    assert.match(parts["word/settings.xml"] ?? "", /<w:evenAndOddHeaders\/>/);
  });

  it("缺字体的电脑知道拿什么字体代替；汉字与数字之间不另加空", async () => {
    const parts = await xmlOf(LETTER);
    assert.match(
      parts["word/fontTable.xml"] ?? "",
      /<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"\/>/,
    );
    assert.match(parts["word/fontTable.xml"] ?? "", /<w:fonts [^>]*[^/]>.*<\/w:fonts>$/);
    assert.match(parts["word/styles.xml"] ?? "", /<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"\/>/);
    assert.match(parts["word/document.xml"] ?? "", /<w:tblpPr [^>]*w:tblpYSpec="bottom"/, "版记在末页底端");
  });

  it("署名与日期：日期比署名右移二字；日期较长时日期右空二字；盖章的日期右空四字、署名居其中", () => {
    assert.deepEqual(signaturePlace("云岭市教育局办公室", "2026年3月5日", "unsealed"), { name: 2, date: 3 });
    assert.deepEqual(signaturePlace("市教育局", "2026年12月25日", "unsealed"), { name: 7, date: 2 });
    assert.deepEqual(signaturePlace("云岭市教育局", "2026年3月5日", "sealed"), { name: 4, date: 4 });
  });

  it("标题回行：不留孤字，不拆书名号与数字", () => {
    assert.equal(titleCapacity("云岭市教育局2026年工作要点", 19), 19);
    assert.equal(titleCapacity("云岭市教育局关于印发2026年工作要点的通知", 19) < 14, true);
  });
});

describe("写成 Word：LibreOffice 打得开", function () {
  it("转成 PDF", async function () {
    if (!hasSoffice()) skipBecause(this, NO_SOFFICE);
    const [pdf] = convertAll([await writeDocx(parsePlan(LETTER), { grid: "lines" })], "docx", "pdf");
    assert.equal(pdf?.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 5);
  });
});
