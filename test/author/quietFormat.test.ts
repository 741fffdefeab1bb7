import assert from "node:assert/strict";
import fc from "fast-check";
import { formatByTrees } from "../../server/src/author/format/formatDocument.js";
import { quietFormat } from "../../server/src/author/format/quietFormat.js";
import { halfWidthMarksOn } from "../../server/src/check/rules/words/halfWidthMarks.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { Edit } from "../../server/src/text/span.js";

const HEAD = "云岭市教育局2026年工作要点\n\n";

function quietly(text: string): readonly Edit[] | undefined {
  return quietFormat(parsePlan(text), halfWidthMarksOn);
}

/** Where it says anything, it says what putting the tree together says. */
function sameAsByTrees(text: string): void {
  const edits = quietly(text);
  if (edits) assert.deepEqual(edits, formatByTrees(parsePlan(text), halfWidthMarksOn), JSON.stringify(text));
}

describe("逐行排版", () => {
  const told: readonly (readonly [string, string])[] = [
    ["没有可排的", "一、甲\n1.子\n2.丑"],
    ["序号的写法", "一、甲\n1.子\n2、丑\n3.寅"],
    ["标点与空格", "一、甲\n1.优化支出结构,管好用好资金，学生体质 明显增强。 \n2.丑"],
    ["序号后的空格", "一、甲\n（一）子\n（二） 丑\n（三）寅"],
  ];
  for (const [name, text] of told)
    it(`看得出不动条目：${name}`, () => {
      assert.ok(quietly(HEAD + text), "told line by line");
      sameAsByTrees(HEAD + text);
    });

  const untold: readonly (readonly [string, string])[] = [
    ["第一条之前的行可能是版头", "云岭市教育局 \n一、甲\n二、乙"],
    ["长的“1、”可能是切块的号", `一、甲\n1、${"子".repeat(130)}\n2.丑\n3.寅`],
    ["套在同一写法之下的，靠写法区分", "一、甲\n1.子\n2.丑\n1、寅\n2、卯\n3.辰\n4．巳"],
    ["括号里的空格也许是责任的", "一、甲\n1.子。责任科室：办公室、人事科,财务科 教研室 ，基教科\n2.丑"],
  ];
  for (const [name, text] of untold)
    it(`看不出就说不知道：${name}`, () => assert.equal(quietly(text), undefined));

  it("说得出的，与每步重搭一遍树一字不差", () => {
    const marker = fc.constantFrom(
      "一、",
      "二、",
      "（一）",
      "(二)",
      "（三） ",
      "1.",
      "2、",
      "3．",
      "4, ",
      "（1）",
      "2）",
      "1、",
    );
    const words = fc.constantFrom(
      "优化支出结构,管好用好各项教育资金。",
      "办好校园 足球、篮球、排球三级联赛，学生体质 明显增强。 ",
      "到2027年底,毛入园率达到95%以上.",
      "（责任科室：办公室、基教科 人事科）",
      "责任科室:办公室、基教科",
      "子",
      "",
      "2026年任务 ",
    );
    const line = fc.tuple(fc.option(marker, { nil: "" }), words).map((parts) => parts.join(""));
    const text = fc.array(line, { minLength: 2, maxLength: 12 }).map((lines) => HEAD + lines.join("\n"));
    fc.assert(fc.property(text, sameAsByTrees), { numRuns: 1500 });
  });
});
