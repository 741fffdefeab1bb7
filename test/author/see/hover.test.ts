import assert from "node:assert/strict";
import { hoverAt } from "../../../server/src/author/see/hoverAt.js";
import { inlayHints } from "../../../server/src/author/see/inlayHints.js";
import { lensCounts } from "../../../server/src/author/see/lensCounts.js";
import { type Locale, say } from "../../../server/src/author/see/texts.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { applyEdits, insert } from "../../../server/src/text/span.js";
import { marked } from "../marked.js";

const roster = [{ full: "基础教育科", aliases: ["基教科"], from: 2020, lead: "李某" }, { full: "办公室" }];

function shown(text: string, locale: Locale = "zh-CN"): string[] {
  const { plan, offset } = marked(text);
  const hover = hoverAt(plan, offset, roster);
  return hover ? [`${hover.kind} ${hover.title}`, ...hover.lines.map((line) => say(line, locale))] : [];
}

const draft = (caretIn: string): string =>
  `云岭市教育事业规划（2026—2030年）
一、总体目标
到2030年，全市教育水平明显提升。
（一）扩大资源。新建公办幼儿园20所。到2028年，学前教育毛入园率达到98%以上。
责任科室：基教科、办公室
（二）提高质量。义务教育巩固率达到99%。
责任科室：基础教育科`.replace(caretIn.replace("｜", ""), caretIn);

describe("悬停", () => {
  it("条目：科室、目标与年份", () => {
    assert.deepEqual(shown(draft("扩大｜资源")), [
      "item （一）扩大资源",
      "责任：基教科、办公室",
      "新建公办幼儿园 20所（2030）",
      "学前教育毛入园率 98%以上（2028）",
    ]);
  });
  it("目标：指标，年份从何而来", () => {
    assert.deepEqual(shown(draft("98｜%")), [
      "target 98%以上",
      "指标：学前教育毛入园率",
      "2028年：本分句写明",
    ]);
    assert.deepEqual(shown(draft("99｜%。")), [
      "target 99%",
      "指标：义务教育巩固率",
      "2030年：由上级标题给出",
    ]);
  });
  it("科室：名册里的称谓，本稿的任务", () => {
    assert.deepEqual(shown(draft("基教｜科")), [
      "department 基础教育科",
      "又称：基教科",
      "2020年起",
      "分管：李某",
      "本稿2项任务，牵头2项",
      "一、（一）扩大资源",
      "一、（二）提高质量",
    ]);
    assert.ok(shown("一、甲\n（一）子。\n责任科室：教研｜室").includes("名册中没有"));
  });
  it("序号：认出的层次", () => {
    assert.deepEqual(shown(draft("（｜二）")), [
      "marker （二）",
      "第2级，同级写作“（×）”",
      "在上级之下从头编号，同级共2条",
      "本稿的层次：一、 → （一）",
    ]);
    assert.ok(
      shown("一、甲\n1.子\n2.丑\n二、乙\n｜3.寅\n三、丙\n4.卯").includes("全文连续编号，这里是第3条"),
    );
  });
  it("英文界面有英文", () => {
    assert.deepEqual(shown(draft("98｜%"), "en")[2], "2028: said in this clause");
  });
  it("行文处没有", () => assert.deepEqual(shown(draft("明显｜提升")), []));
});

describe("行内年份", () => {
  it("只补没有写出而由条目或标题给出的", () => {
    const plan = parsePlan(draft(""));
    const hinted = applyEdits(
      plan.text,
      inlayHints(plan).map((hint) => insert(hint.offset, `‹${hint.year}›`)),
    );
    assert.match(hinted, /20所‹2030›。/);
    assert.match(hinted, /98%以上。/);
    assert.match(hinted, /99%‹2030›。/);
  });
  it("一年的要点不逐处重复标题里的年份", () => {
    assert.deepEqual(inlayHints(parsePlan("云岭市教育局2026年工作要点\n一、甲\n新建幼儿园3所。")), []);
  });
});

describe("章节计数", () => {
  it("漏写责任与年份各几处，由规则的判断来数", () => {
    const plan = parsePlan(
      "云岭市教育规划（2026—2030年）\n一、任务\n（一）子。新建幼儿园3所。\n责任科室：办公室\n（二）丑。做好。\n二、附则\n（一）寅。说明。",
    );
    const found = lensCounts(plan, (item) =>
      item.parent?.title === "附则" ? "exempt" : item.responsibilities.length === 0 ? "missing" : "task",
    );
    assert.equal(found.length, 1);
    const [first] = found;
    assert.ok(first);
    assert.equal(say(first.text, "zh-CN"), "任务2项 · 未写责任1项 · 目标1个 · 未写年份1个");
  });
});
