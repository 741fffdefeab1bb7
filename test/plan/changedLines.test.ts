import assert from "node:assert/strict";
import { changedLines, linesBetween } from "../../server/src/plan/changedLines.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { read, reread } from "../../server/src/plan/reread.js";
import { randomOf } from "../fuzz/support/random.js";

const LINES = ["一、总体要求", "", "责任科室：督导科", "全力做好", "全力做好", "1.新建学校"];
const BREAKS = ["\n", "\r\n", "\r"];

function draft(roll: (sides: number) => number): string {
  return Array.from({ length: 8 }, () => (LINES[roll(LINES.length)] ?? "") + (BREAKS[roll(6)] ?? "\n")).join(
    "",
  );
}

describe("改动的行", () => {
  it("凭重读时所知说出的，与从头比出的相同", () => {
    const roll = randomOf(7);
    const told = { some: 0, none: 0 };
    for (let round = 0; round < 4000; round++) {
      const text = draft(roll);
      const from = roll(text.length + 1);
      const to = Math.min(text.length, from + roll(4));
      const put = ["", "育", "\n", "\r", "全力做好\n", "\n全力做好"][roll(6)] ?? "";
      const old = read(text);
      const again = reread(text.slice(0, from) + put + text.slice(to), old);
      if (again === old) continue;
      const { starts, paragraphs, holds } = again;
      const blind = { text: again.text, starts, paragraphs, holds };
      assert.ok(again.from);
      const lines = linesBetween(old, again);
      told[lines ? "some" : "none"]++;
      assert.deepEqual(lines, linesBetween(old, blind), JSON.stringify([text, from, to, put]));
      assert.deepEqual(
        changedLines(old, again),
        changedLines(old, blind),
        JSON.stringify([text, from, to, put]),
      );
    }
    assert.ok(told.some > 2000 && told.none > 20, JSON.stringify(told));
  });

  it("隔了几版的，也与从头比出的相同", () => {
    const first = parsePlan("一、总体要求\n全力做好\n二、重点任务\n");
    const second = parsePlan(first.text.replace("全力", "合力"), first);
    const third = parsePlan(second.text.replace("重点", "主要"), second);
    assert.deepEqual(linesBetween(first, third), { first: 1, before: 3, after: 3 });
    assert.deepEqual(linesBetween(second, third), { first: 2, before: 3, after: 3 });
  });

  it("别行的行尾也改了的，不算一行里的改动", () => {
    const old = read("甲\n乙\r\n丙\n");
    assert.equal(linesBetween(old, reread("甲\r乙丁\r\n丙\n", old)), undefined);
  });
});
