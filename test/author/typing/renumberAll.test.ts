import assert from "node:assert/strict";
import { cleanPaste } from "../../../server/src/author/typing/cleanPaste.js";
import { itemReferences } from "../../../server/src/plan/references.js";
import { renumberAll } from "../../../server/src/author/typing/renumberAll.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { cleanText } from "../../../server/src/read/clean/cleanText.js";
import { applyEdits } from "../../../server/src/text/span.js";
import { withMarks } from "../marked.js";

function renumbered(text: string): string {
  return applyEdits(text, renumberAll(parsePlan(text)));
}

describe("全文重排序号", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["跳号之后顺排", "一、甲\n三、乙\n四、丙", "一、甲\n二、乙\n三、丙"],
    [
      "引用随条目改",
      "一、甲\n（一）子\n（三）丑，见第（四）项。\n（四）寅",
      "一、甲\n（一）子\n（二）丑，见第（三）项。\n（三）寅",
    ],
    [
      "本方案第几部分",
      "一、甲\n三、乙\n四、丙。按照本方案第三部分办。",
      "一、甲\n二、乙\n三、丙。按照本方案第二部分办。",
    ],
    [
      "别的文件的第几项不动",
      "一、甲\n三、乙。按《办法》第（三）项办。",
      "一、甲\n二、乙。按《办法》第（三）项办。",
    ],
    [
      "说不准指哪一项的不动",
      "一、甲\n（一）子，见第（二）项\n（二）丑\n（二）寅",
      "一、甲\n（一）子，见第（二）项\n（二）丑\n（三）寅",
    ],
    [
      "编号无误则一字不改",
      "一、甲\n1.子\n二、乙\n2.丑，见第（二）项",
      "一、甲\n1.子\n二、乙\n2.丑，见第（二）项",
    ],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(renumbered(before), after));

  it("再排一次不再改动", () => {
    const once = renumbered("一、甲\n1.子\n3.丑\n二、乙\n（一）寅\n（三）卯");
    assert.equal(renumbered(once), once);
  });
});

describe("文内引用", () => {
  it("只认指向本文条目的", () => {
    const text =
      "一、甲\n（一）子。见第（二）项。\n（二）丑。依《条例》第（一）项，第二名得奖。本方案第一部分已述。";
    const plan = parsePlan(text);
    const found = itemReferences(plan);
    assert.equal(
      withMarks(
        text,
        found.map((one) => one.span),
      ),
      "一、甲\n（一）子。见⟦第（二）项⟧。\n（二）丑。依《条例》第（一）项，第二名得奖。本方案⟦第一部分⟧已述。",
    );
    assert.deepEqual(
      found.map((one) => one.target?.title),
      ["丑", "甲"],
    );
  });
});

describe("整理粘贴", () => {
  it("列出每处改动，改后即预览", () => {
    const pasted = "一、党建  \n\n\n\n1 .学习。[bookmark: _GoBack]\n";
    const preview = cleanPaste(pasted, cleanText);
    assert.ok(preview);
    assert.equal(applyEdits(pasted, preview.edits), preview.text);
    assert.equal(preview.text, cleanText(pasted).text);
    assert.ok(preview.counts.length > 0);
  });
  it("没有可整理的就不打扰", () => {
    assert.equal(cleanPaste("一、党建。", cleanText), undefined);
    // The breaks at its ends keep it apart from the lines it is pasted between.
    assert.equal(cleanPaste("\n一、党建。\n二、教学。\n", cleanText), undefined);
  });
});
