import assert from "node:assert/strict";
import { type Candidate, chooseEarlierYears } from "../../server/src/service/earlierYears.js";
import { isAbove, issuerParts, sameOffice } from "../../server/src/service/issuerLevel.js";
import { planFacts } from "../../server/src/service/planFacts.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

/** A plan that has nothing but its title. */
function titled(title: string, path = `${title}.docx`): Candidate {
  return { path, ...planFacts(parsePlan(`${title}\n\n一、总体要求\n抓好落实。\n`), path) };
}

function chosen(draft: string, ...others: readonly string[]): Record<string, string | undefined> {
  const { years, fiveYear, superior } = chooseEarlierYears(
    titled(draft),
    others.map((title) => titled(title)),
  );
  const [before, beforeThat] = years;
  return {
    before: before?.title,
    beforeThat: beforeThat?.title,
    fiveYear: fiveYear?.title,
    superior: superior?.title,
  };
}

describe("往年文稿：选哪几份", () => {
  it("上年、前年、五年规划、上级各归其位", () => {
    assert.deepEqual(
      chosen(
        "云岭市教育局2026年工作要点",
        "教育部2026年工作要点",
        "滇南省教育厅2026年工作要点",
        "滇南省教育厅2025年工作要点",
        "云岭市教育局2023年工作要点",
        "云岭市教育局2024年工作要点",
        "云岭市教育局2025年工作要点",
        "云岭市教育事业发展“十五五”规划",
        "云岭市教育事业发展“十四五”规划",
        "云岭市教育局2025年安全工作要点",
        "青山县教育局2025年工作要点",
        "云岭市教育局2025年学前教育实施方案",
        "云岭市教育局2027年工作要点",
      ),
      {
        before: "云岭市教育局2025年工作要点",
        beforeThat: "云岭市教育局2024年工作要点",
        fiveYear: "云岭市教育事业发展“十五五”规划",
        superior: "滇南省教育厅2026年工作要点",
      },
    );
  });

  it("缺一年时取最近的一年；只有后来的和别人的，一份也不取", () => {
    assert.equal(
      chosen("云岭市教育局2026年工作要点", "云岭市教育局2022年工作要点").before,
      "云岭市教育局2022年工作要点",
    );
    assert.deepEqual(
      chosen("云岭市教育局2024年工作要点", "云岭市教育局2025年工作要点", "白水市教育局2023年工作要点"),
      { before: undefined, beforeThat: undefined, fiveYear: undefined, superior: undefined },
    );
  });

  it("机构改名、文种叫法不同，仍是上年", () => {
    assert.equal(
      chosen("云岭市教育体育局2026年工作要点", "云岭市教育局2025年教育系统重点工作安排").before,
      "云岭市教育局2025年教育系统重点工作安排",
    );
  });

  it("年份写在机关之前，机关只写到地名，也认得", () => {
    const issuer = (title: string): string | undefined => titled(title).issuer;
    assert.equal(issuer("2024年丹枫区教育和体育局工作要点"), "丹枫区教育和体育局");
    assert.equal(issuer("2021年青溪县教育工作要点"), "青溪县");
    assert.equal(issuer("济南市市中区2021年教育事业发展规划"), "济南市市中区");
    assert.equal(issuer("2021年全市教育工作要点"), undefined);
    assert.equal(
      chosen("2021年青溪县教育工作要点", "2020年青溪县教育工作要点", "2020年白水县教育工作要点").before,
      "2020年青溪县教育工作要点",
    );
  });

  it("同一年有几稿的，定稿先于征求意见稿", () => {
    const draft = titled("云岭市教育局2026年工作要点");
    const early = titled("云岭市教育局2025年工作要点", "a/云岭市教育局2025年工作要点（征求意见稿）.docx");
    const final = titled("云岭市教育局2025年工作要点", "b/云岭市教育局2025年工作要点.docx");
    assert.equal(chooseEarlierYears(draft, [early, final]).years[0]?.path, final.path);
    assert.equal(chooseEarlierYears(draft, [final, early]).years[0]?.path, final.path);
  });

  it("五年规划的上一期是上一个五年规划，不是年度要点", () => {
    assert.equal(
      chosen("云岭市教育事业发展“十五五”规划", "云岭市教育局2025年工作要点", "云岭市教育事业发展“十四五”规划")
        .before,
      "云岭市教育事业发展“十四五”规划",
    );
  });

  it("年份、文种只写在文件名里的，也认得", () => {
    const facts = planFacts(parsePlan("一、总体要求\n抓好落实。\n"), "往年/云岭市教育局2025年工作要点.txt");
    assert.deepEqual(
      [facts.years, facts.kind, facts.issuer],
      [[2025, 2025], "annual-points", "云岭市教育局"],
    );
  });
});

describe("发文机关的级别", () => {
  const levels: readonly (readonly [string, number | undefined])[] = [
    ["教育部", 0],
    ["中共中央办公厅", 0],
    ["滇南省教育厅", 1],
    ["上海市教育委员会", 1],
    ["上海市浦东新区教育局", 3],
    ["云岭市教育局", 2],
    ["云岭市青山区教育局", 3],
    ["青山县教育体育局", 3],
    ["红河州教育体育局", 2],
    ["云岭市第一中学", 5],
    ["教育厅", 1],
    ["教育局", undefined],
  ];
  for (const [name, level] of levels) {
    it(name, () => {
      assert.equal(issuerParts(name).level, level);
    });
  }

  it("上级与同级", () => {
    assert.ok(isAbove("云岭市教育局", "云岭市青山区教育局"));
    assert.ok(!isAbove("云岭市教育局", "白水市教育局"));
    assert.ok(sameOffice("中共云岭市委教育工作委员会", "云岭市教育局"));
    assert.ok(!sameOffice("云岭市卫生健康委员会", "云岭市教育局"));
  });
});
