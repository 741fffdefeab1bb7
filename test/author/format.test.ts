import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { formatDocument, formatRange } from "../../server/src/author/format/formatDocument.js";
import { halfWidthMarksOn } from "../../server/src/check/rules/words/halfWidthMarks.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../server/src/text/span.js";

function formatted(text: string): string {
  return applyEdits(text, formatDocument(parsePlan(text), halfWidthMarksOn));
}

/** What formatting may not touch: words and numbers, without the marks and spaces between them. */
function words(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{P}\p{S}\p{Cf}]/gu, "");
}

describe("排版", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["个别写法随多数", "一、甲\n1.子\n2、丑\n3.寅", "一、甲\n1.子\n2.丑\n3.寅"],
    ["两可时依国标", "一、甲\n1.子\n2、丑", "一、甲\n1.子\n2.丑"],
    ["全稿用顿号的不改成点", "一、甲\n1、子\n2、丑\n3、寅", "一、甲\n1、子\n2、丑\n3、寅"],
    [
      "半角括号与多余的点顿",
      "一、甲\n(一)子\n（二）、丑\n（ 三 ）寅",
      "一、甲\n（一）子\n（二）丑\n（三）寅",
    ],
    ["序号后的空格随多数", "一、甲\n（一）子\n（二） 丑\n（三）寅", "一、甲\n（一）子\n（二）丑\n（三）寅"],
    ["全稿空一格的照旧", "一、 甲\n二、 乙\n三、丙", "一、 甲\n二、 乙\n三、 丙"],
    ["序号后面是数字的不动空格", "1. 2026年任务\n2.乙\n3.丙", "1. 2026年任务\n2.乙\n3.丙"],
    [
      "半角标点",
      "一、甲\n优化支出结构,管好用好资金;提高效益(含专项).",
      "一、甲\n优化支出结构，管好用好资金；提高效益（含专项）。",
    ],
    [
      "数字和网址里的标点不动",
      "一、甲\n投入1,000万元，9:00开放，见https://a.cn/x,y。",
      "一、甲\n投入1,000万元，9:00开放，见https://a.cn/x,y。",
    ],
    [
      "行末与行文中的空格",
      "一、甲  \n办好校园 足球、篮球、排球三级联赛，学生体质 明显增强。",
      "一、甲\n办好校园足球、篮球、排球三级联赛，学生体质明显增强。",
    ],
    [
      "科室之间的空格、姓名里的空格不动",
      "一、甲\n（一）子。\n责任科室：基础教育科 教师工作科 教研室\n二、乙",
      "一、甲\n（一）子。\n责任科室：基础教育科 教师工作科 教研室\n二、乙",
    ],
    [
      "贴成文字的表，列间的空格不动",
      "一、甲\n指标  单位  2025年  2030年  属性要求\n婴儿死亡率  ‰  2.9  2.6以下  预期性指标\n指标名称 计量单位 2025年 2030年 属性\n县区 PM2.5（微克/立方米） 优良天数比率（%）",
      "一、甲\n指标  单位  2025年  2030年  属性要求\n婴儿死亡率  ‰  2.9  2.6以下  预期性指标\n指标名称 计量单位 2025年 2030年 属性\n县区 PM2.5（微克/立方米） 优良天数比率（%）",
    ],
    ["段首缩进不动", "　　一、甲\n　　正文。", "　　一、甲\n　　正文。"],
    ["换行符不动", "一、甲 \r\n二、乙\r\n", "一、甲\r\n二、乙\r\n"],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(formatted(before), after));

  it("只排所选的几行", () => {
    const text = "一、甲 \n二、乙 \n三、丙 ";
    const at = text.indexOf("乙");
    const edits = formatRange(parsePlan(text), { start: at, end: at }, halfWidthMarksOn);
    assert.equal(applyEdits(text, edits), "一、甲 \n二、乙\n三、丙 ");
  });
});

describe("排版的性质", () => {
  const piece = fc.constantFrom(
    ...'一、|（一）|(二)|1.|2、|３．|（ 四 ）|（）|第一章 |1)|①|1.1 |责任科室：|基教科|教研室| |　|\t|,|;|:|(|)|.|。|，|“|"|\n|\n|\r\n|扩大资源|达到|95%|2026年|a,b|《办法》|附件：'.split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));
  it("再排一次不再改动，字词数字一个不动，行数不变", () => {
    fc.assert(
      fc.property(text, (draft) => {
        const once = formatted(draft);
        assert.equal(formatted(once), once);
        assert.equal(words(once), words(draft));
        assert.equal(once.split("\n").length, draft.split("\n").length);
      }),
      { numRuns: 150 },
    );
  });
  const files = ["examples/bureau", "../shared/corpus"].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((name) => /\.(?:plan|txt)$/.test(name))
          .map((name) => join(folder, name))
      : [],
  );
  it("真实文稿：同样如此，大纲也不变", () => {
    for (const file of files) {
      const draft = readFileSync(file, "utf8");
      const once = formatted(draft);
      assert.equal(formatted(once), once, file);
      assert.equal(words(once), words(draft), file);
      const tree = (of: string): unknown =>
        parsePlan(of).items.map((item) => [item.level, item.marker.ordinal, words(item.title)]);
      assert.deepEqual(tree(once), tree(draft), file);
    }
  });
});
