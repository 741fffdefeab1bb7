import assert from "node:assert/strict";
import { cleanText } from "../../server/src/read/clean/cleanText.js";
import { repairMessage } from "../../server/src/read/messages.js";
import type { CleanResult, Repair } from "../../server/src/read/model.js";

/** Cleans, and checks what must hold for any text: the listed repairs, made on the original, give the result. */
function clean(original: string): CleanResult {
  const result = cleanText(original);
  assert.equal(remake(original, result.repairs), result.text);
  for (const repair of result.repairs) {
    assert.equal(original.slice(repair.span.start, repair.span.end), repair.before);
    assert.notEqual(repairMessage(repair), "");
  }
  assert.equal(cleanText(result.text).text, result.text, "cleaning twice changes nothing more");
  return result;
}

function remake(original: string, repairs: readonly Repair[]): string {
  let text = "";
  let at = 0;
  for (const { certainty, span, after } of repairs) {
    if (certainty === "unsure") continue;
    assert.ok(span.start >= at, "repairs do not overlap");
    text += original.slice(at, span.start) + after;
    at = span.end;
  }
  return text + original.slice(at);
}

function kinds(result: CleanResult): string[] {
  return [...new Set(result.repairs.map(({ kind, certainty }) => `${kind} ${certainty}`))].sort();
}

const FILLER = "坚持问题导向、目标导向、效果导向相统一，统筹推进各项改革任务落地见效，不断增强群众获得感。";

describe("整理粘贴文本", () => {
  it("干净的文稿一字不动", () => {
    const draft = `云岭市2026年教育工作要点\n\n一、总体要求\n${FILLER}\n（一）提高水平。${FILLER}\n1.新建幼儿园。年内新建3所。\n责任科室：基教科 人事科\n二、保障措施\n${FILLER}`;
    assert.deepEqual(clean(draft), { text: draft, repairs: [] });
    const crlf = draft.replaceAll("\n", "\r\n");
    assert.deepEqual(clean(crlf), { text: crlf, repairs: [] });
  });

  it("删去首尾的网站残留，正文里的同样字词不动", () => {
    const body = `一、总体要求\n${FILLER}\n相关资源\n${FILLER}`;
    const page = `字号：\n大 中 小\n\n云岭市工作要点\n${body}\n扫码使用手机浏览本页内容\n展开阅读全文\n相关资源\n猜你喜欢\n云岭人社局文件\n当前位置：首页 > 教育\n备案号：云ICP备20000000号-1\n`;
    const result = clean(page);
    assert.equal(result.text, `云岭市工作要点\n${body}`);
    assert.deepEqual(kinds(result), ["site-residue sure"]);
  });

  it("分享网站的文件名：正文已有标题则删去，否则只去扩展名", () => {
    const title = "云岭市教育事业发展“十五五”规划";
    assert.equal(
      clean(`${title}.docx\n${title}\n${FILLER}`).text,
      `${title}\n${title}\n${FILLER}`.slice(title.length + 1),
    );
    assert.equal(clean(`${title}.docx\n一、总体要求\n${FILLER}`).text, `${title}\n一、总体要求\n${FILLER}`);
  });

  it("页码行删去，被页码切断的句子接上", () => {
    const half = FILLER.slice(0, 30);
    const result = clean(
      `一、总体要求\n${half}\n- 1 -\n${FILLER.slice(30)}\n第2页/共24页\n二、保障措施\n${FILLER}`,
    );
    assert.equal(result.text, `一、总体要求\n${FILLER}\n二、保障措施\n${FILLER}`);
    assert.deepEqual(kinds(result), ["page-number sure"]);
  });

  it("分段号删去，断句接上；真正的列表不动", () => {
    const text = `云岭市工作要点。${FILLER.repeat(12)}`;
    const chunks = [0, 1, 2, 3].map(
      (i) => `${i + 1}、${text.slice(i * 131, i === 3 ? undefined : i * 131 + 131)}`,
    );
    assert.equal(clean(chunks.join("\n\n")).text, text);
    const list = ["1、加强领导", "2、完善机制", "3、强化督导"].join("\n\n");
    assert.deepEqual(clean(list).repairs, []);
  });

  it("连排的标题另起一行，标题与正文分开", () => {
    const run =
      `云岭市教育事业发展“十五五”规划深入实施科教兴市战略，${FILLER}一、发展基础(一)主要成就党的十九大以来，${FILLER}1 .普及水平显著提升。毛入园率达到14.3%。${FILLER}2 .教师队伍不断壮大。${FILLER}` +
      `()面临的问题和挑战“十四五”以来，${FILLER}二、总体要求(一)指导思想以人民为中心，${FILLER}三、保障措施(一)加强领导完善领导小组工作机制，${FILLER}(二)健全经费保障各校经费按时到位。${FILLER}`;
    const result = clean(run);
    assert.deepEqual(
      result.text.split("\n").map((line) => line.replace(FILLER, "").replace(FILLER, "")),
      [
        "云岭市教育事业发展“十五五”规划",
        "深入实施科教兴市战略，",
        "一、发展基础",
        "(一)主要成就",
        "党的十九大以来，",
        "1.普及水平显著提升。毛入园率达到14.3%。",
        "2.教师队伍不断壮大。",
        "(二)面临的问题和挑战",
        "“十四五”以来，",
        "二、总体要求",
        "(一)指导思想",
        "以人民为中心，",
        "三、保障措施",
        "(一)加强领导",
        "完善领导小组工作机制，",
        "(二)健全经费保障",
        "各校经费按时到位。",
      ],
    );
    assert.deepEqual(kinds(result), [
      "lost-numeral likely",
      "marker-space sure",
      "run-in-heading likely",
      "run-in-heading sure",
    ]);
  });

  it("连排的稿子：序号通编、责任科室独占一行，都照原样分开", () => {
    const lines = [
      "一、坚持党的领导，提高党建质量",
      `1.加强党建工作。${FILLER}`,
      "责任科室：党建科 办公室",
      `2.落实主体责任。${FILLER}`,
      "责任科室：党建科",
      "二、坚持以机制改革为魂，激发教育活力",
      `3.以减负提质为要，全面提升质量。${FILLER}`,
      `4.加强宣传引导。${FILLER}`,
      "三、保障措施",
      `(一)强化督导考核。${FILLER}`,
    ];
    assert.deepEqual(clean(lines.join("")).text.split("\n"), lines);
  });

  it("句中的数字与括号不是标题", () => {
    const quiet = `各校要按照（一）项要求做好二、三年级衔接，占14.3%，建设小学(36个班)和中学(24个班)，做到：一要落实，二要见效；1.5万平方米校舍。${FILLER.repeat(4)}`;
    assert.deepEqual(clean(quiet).repairs, []);
  });

  it("识别错误：有把握的改，数字可能变的只标出", () => {
    const slips = `教育信息化2.O行动计划，培训率达到35%o学历教育继续，标准不低于100oO元，202O年，O2O模式，“育人项目“研修。`;
    const result = clean(slips);
    assert.equal(
      result.text,
      "教育信息化2.0行动计划，培训率达到35%。学历教育继续，标准不低于100oO元，2020年，O2O模式，“育人项目”研修。",
    );
    const unsure = result.repairs.filter(({ certainty }) => certainty === "unsure");
    assert.deepEqual(
      unsure.map(({ before, after }) => [before, after]),
      [["100oO", "10000"]],
    );
  });

  it("缺失的序号只在前后能定时补", () => {
    const lines = (...all: string[]): string => all.map((line) => `${line}${FILLER.slice(0, 20)}`).join("\n");
    assert.match(clean(lines("（一）甲", "（）乙", "（三）丙")).text, /（二）乙/);
    assert.match(clean(lines("（）甲", "（二）乙")).text, /（一）甲/);
    assert.match(clean(lines("（一）甲", "（）乙", "（二）丙")).text, /（）乙/);
    assert.match(clean(lines("（）甲", "（）乙")).text, /（）甲[^]*（）乙/);
  });

  it("硬换行接上，段落仍分开", () => {
    const paragraphs = [
      "　　" + FILLER.repeat(3),
      "　　一是" + FILLER.repeat(2),
      "二、重点任务",
      "　　" + FILLER.repeat(3),
    ];
    const wrapped = paragraphs.map((each) => (each.match(/.{1,34}/g) ?? []).join("\n")).join("\n");
    const result = clean(wrapped);
    assert.equal(result.text, paragraphs.join("\n"));
    assert.deepEqual(kinds(result), ["hard-wrap likely"]);
    const pages = wrapped.split("\n").flatMap((line, i) => (i % 3 === 2 ? [line, `- ${i} -`] : [line]));
    assert.equal(clean(pages.join("\n")).text, paragraphs.join("\n"));
  });

  it("一样长的名单不是硬换行", () => {
    const names = Array.from(
      { length: 12 },
      (_, i) => `云岭市第${"一二三四五六七八九十甲乙"[i]}实验小学教育集团北校区建设项目责任组`,
    );
    assert.deepEqual(clean(names.join("\n")).repairs, []);
  });

  it("看不见的字符、书签、网页代码、多余空行", () => {
    const result = clean(
      "\uFEFF\n\n云岭市\u200b工作要点[bookmark: _GoBack]  \n\n\n\n一、总体&nbsp;要求\u00a0\u2028&ldquo;甲&rdquo;&foo;\n\n",
    );
    assert.equal(result.text, "云岭市工作要点\n\n一、总体 要求\n“甲”&foo;\n");
  });

  it("最后一行的换行不是空行", () => {
    for (const text of ["一、总体要求\n坚持稳中求进。\n", "一、总体要求\r\n坚持稳中求进。\r\n"])
      assert.deepEqual(clean(text), { text, repairs: [] });
    assert.equal(clean("一、总体要求\r\n坚持稳中求进。\r\n\r\n").text, "一、总体要求\r\n坚持稳中求进。\r\n");
    assert.equal(clean("坚持稳中求进。\n\n\n").text, "坚持稳中求进。\n");
    assert.equal(clean("\n\n").text, "");
  });
});
