import assert from "node:assert/strict";
import { itemReferences } from "../../server/src/plan/references.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

/** What the references of a draft point at: the titles of the items, – where that cannot be told. */
function pointed(text: string): string {
  return itemReferences(parsePlan(text))
    .map((one) => `${text.slice(one.span.start, one.span.end)} ${one.target?.title ?? "–"}`)
    .join("，");
}

const tree =
  "一、甲\n（一）子\n（二）丑\n（三）寅\n二、乙\n（一）卯\n1.东\n2.南\n（二）辰\n（三）巳\n三、丙\n（一）午\n";

describe("文内引用所指", () => {
  const cases: readonly (readonly [why: string, sentence: string, expected: string])[] = [
    ["就近：本章的条目", "见第（一）项。", "第（一）项 午"],
    ["先说哪一部分，再说哪一项", "见第二部分第（三）项。", "第二部分 乙，第（三）项 巳"],
    ["层层说到底", "按照本方案第二部分第（一）条第2项办理。", "第二部分 乙，第（一）条 卯，第2项 南"],
    ["并列的几项", "见第一部分第（一）、（三）项。", "第一部分 甲，第（一） 子，（三）项 寅"],
    ["后一处承前省略", "见第一部分第（一）项和第（二）项。", "第一部分 甲，第（一）项 子，第（二）项 丑"],
    ["并列的几部分", "按照第一部分、第二部分的要求。", "第一部分 甲，第二部分 乙"],
    ["所说的部分不存在，其下也就无从说起", "见第五部分第（一）项。", "第五部分 –，第（一）项 –"],
  ];
  for (const [why, sentence, expected] of cases) {
    it(why, () => assert.equal(pointed(tree + sentence), expected));
  }

  it("别的文件的条、项不算", () => {
    for (const sentence of [
      "依据《云岭市校车条例》第一条第（一）项办理。",
      "依照《云岭市校车条例》（2020年修正）的第（一）项。",
      "按照招生办法第（一）项。",
      "义务教育法第一条第（一）项规定。",
    ])
      assert.equal(pointed(tree + sentence), "", sentence);
  });

  it("不是引用的“第几”不算", () => {
    for (const sentence of [
      "上好开学第一课，按照第一节课的要求。",
      "修通第一条路，取得第二名。",
      "按照第一项目部的安排。",
    ])
      assert.equal(pointed(tree + sentence), "", sentence);
  });
});
