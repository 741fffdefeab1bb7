import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  abbreviationsIn,
  nameParts,
} from "../../../../server/src/check/rules/responsibility/abbreviation.js";
import {
  createNearestNames,
  editDistance,
} from "../../../../server/src/check/rules/responsibility/nearestNames.js";
import { responsibilityAlias } from "../../../../server/src/check/rules/responsibility/responsibilityAlias.js";
import { responsibilityUnknown } from "../../../../server/src/check/rules/responsibility/responsibilityUnknown.js";
import { runRules } from "../../../../server/src/check/runRules.js";
import { defaultSettings } from "../../../../server/src/check/settings.js";
import { parsePlan } from "../../../../server/src/plan/parsePlan.js";
import { wordTree } from "../../../../server/src/text/wordSearch.js";
import { checkExamples, checkRule } from "../../../support/checkRule.js";
import { word } from "../../../fuzz/shapes.js";
import { timed } from "../../../support/timed.js";

/** A draft of tasks, one for each list of departments. */
function draft(...lists: readonly string[]): string {
  return [
    "一、重点任务",
    ...lists.map((list, i) => `${i + 1}.任务${i + 1}。抓好落实。\n责任科室：${list}`),
  ].join("\n");
}

describe("responsibility-alias", () => {
  const check = checkRule(responsibilityAlias);

  it("例文", () => {
    checkExamples(responsibilityAlias);
  });
  it("简称每词取一字：标在少用的名称第一次出现处，一次改全文", () => {
    check(draft("基教科", "基教科 教研室", "⟦基础教育科⟧", "基础教育科", "基教科"), {
      says: "“基础教育科”与“基教科”应是同一科室，全文多作“基教科”（3处）。",
      fixed: draft("基教科", "基教科 教研室", "基教科", "基教科", "基教科"),
    });
  });
  it("办与办公室、有无“和”字", () => {
    check(draft("党建办公室", "党建办公室", "⟦党建办⟧"));
    check(draft("市发展和改革委员会、市财政局", "⟦市发改委⟧、市财政局", "市发展和改革委员会"));
  });
  it("略去“教育”“工作”“管理”的简称", () => {
    check(draft("学前教育科", "学前教育科", "⟦学前科⟧"));
    check(draft("教师工作科", "教师工作科", "⟦教师科⟧"));
  });
  it("出现次数相同，说同一科室，不说哪个多", () => {
    check(draft("体育卫生艺术科", "⟦体卫艺科⟧", "办公室"), { says: /同一科室，全文用一个名称为好/ });
  });
  it("有名册时以名册为准，别名改作全称可以一并修正", () => {
    const roster = [{ full: "基础教育科", aliases: ["普教科"] }, { full: "人事科" }];
    const [finding] = check(draft("基础教育科", "基础教育科", "⟦普教科⟧"), {
      roster,
      fixed: draft("基础教育科", "基础教育科", "基础教育科"),
    });
    assert.equal(finding?.fixes[0]?.safe, true);
  });

  describe("不报", () => {
    it("体育科与体育卫生艺术科：后两词没有着落，可能是两个科", () => {
      check(draft("体育科", "体育卫生艺术科", "体育卫生艺术科"));
    });
    it("教育局与市教育局：只差行政区划", () => {
      check(draft("市教育局", "教育局", "市教育局"));
    });
    it("人事科与组织人事科：不是取字的简称", () => {
      check(draft("组织人事科", "人事科", "组织人事科"));
    });
    it("种业科与种植业科是两个行业", () => {
      check(draft("种植业科", "种植业科", "种业科"));
      check(draft("种植业管理科", "种植业管理科", "种业管理科"));
    });
    it("两个名称列在同一处，作者当作两个科", () => {
      check(draft("教师科、教师工作科", "教师工作科", "教师科"));
    });
    it("一个简称可以对两个全称，说不准是哪一个", () => {
      check(draft("教师工作科", "教师教育科", "教师科"));
      check(draft("安全管理科", "安全生产科", "安全科"));
    });
    it("末字不同：招生科与招生办", () => {
      check(draft("招生考试科", "招考办", "招生考试科"));
    });
    it("名册把两者各立一条", () => {
      check(draft("学前科", "学前教育科"), { roster: [{ full: "学前科" }, { full: "学前教育科" }] });
    });
    it("各区县教育局一类不是一个单位", () => {
      check(draft("各区县教育（教体）局", "各区县教体局", "基教科"));
    });
  });

  it("两个简称一个全称，是一个科室", () => {
    const list = draft("基础教育科", "⟦基教科⟧", "基础教育科", "⟦基础科⟧");
    check(list, { fixed: draft("基础教育科", "基础教育科", "基础教育科", "基础教育科") });
  });
  it("取字的规矩", () => {
    const abbreviates = (short: string, long: string): boolean =>
      abbreviationsIn(wordTree([short]), long)?.has(short) === true;
    assert.ok(abbreviates("基教", "基础教育"));
    assert.ok(abbreviates("市场监管", "市场监督管理"));
    assert.ok(abbreviates("职成", "职业教育成人教育"));
    assert.ok(abbreviates("工信", "工业信息化"));
    assert.ok(abbreviates("人社", "人力资源社会保障"));
    assert.ok(!abbreviates("教", "教育"));
    assert.ok(!abbreviates("财务", "计划财务"));
    assert.ok(!abbreviates("卫生", "卫生健康"));
    assert.ok(!abbreviates("基础教育", "基础教育"));
    assert.deepEqual(nameParts("市发展和改革委员会"), { area: "市", core: "发展改革", suffix: "委" });
    assert.equal(nameParts("办公室"), undefined);
  });
});

describe("一棵树里的全部简称", () => {
  it("一次找齐，不是简称的不算", () => {
    const tree = wordTree(["基教", "基础", "基础教", "基育", "基础教育", "职教"]);
    const found = abbreviationsIn(tree, "基础教育") ?? [];
    assert.deepEqual([...found].sort(), ["基教", "基础", "基础教"].sort());
  });
  it("每种取法都有人用的名称不是科室：什么也不说", () => {
    const words = Array.from({ length: 9 }, (_, i) => String.fromCharCode(0x4e00 + 2 * i, 0x4e01 + 2 * i));
    let cores = [""];
    for (const word of words) cores = cores.flatMap((core) => [core + word, core + word.charAt(0)]);
    assert.equal(abbreviationsIn(wordTree(cores), words.join("")), undefined);
    assert.equal(abbreviationsIn(wordTree(cores), words.slice(0, 4).join(""))?.size, 0);
  });
});

describe("responsibility-unknown", () => {
  const check = checkRule(responsibilityUnknown);
  const roster = [
    { full: "基础教育科", aliases: ["基教科"] },
    { full: "人事科", until: 2024 },
    { full: "组织人事科", from: 2025 },
    { full: "教研室" },
  ];

  it("不在名册，给出相近的名称", () => {
    check(draft("⟦基础教学科⟧、教研室"), {
      roster,
      says: "名册中没有“基础教学科”。",
      fixed: draft("基础教育科、教研室"),
    });
  });
  it("没有相近名称的科室照样报，不给修正", () => {
    const [finding] = check(draft("⟦宣传科⟧"), { roster });
    assert.deepEqual(finding?.fixes, []);
  });
  it("已经撤并和尚未设立的科室", () => {
    check(`云岭市教育局2026年工作要点\n${draft("⟦人事科⟧")}`, {
      roster,
      says: /到2024年为止，本文是2026年的/,
    });
    check(`云岭市教育局2023年工作要点\n${draft("⟦组织人事科⟧")}`, { roster, says: /自2025年起/ });
  });
  it("各学校、有关科室、外单位不查；别名也在名册", () => {
    check(draft("各学校、基教科", "市财政局、各县（市、区）教育局", "有关科室"), { roster });
  });
  it("不报：占位的字样不是科室，由 responsibility-empty 去说", () => {
    check(draft("待定", "（待定）", "××科", "基教科、待定", "—"), { roster });
  });
  it("没有名册不查", () => {
    check(draft("天知道科"));
  });
  it("相近的名称由近到远", () => {
    const nearest = createNearestNames(["基础教育科", "职教科", "教研室"]);
    assert.deepEqual(nearest("基教科"), ["基础教育科", "职教科"]);
    assert.deepEqual(nearest("完全不同"), []);
  });
  it("只看有共同的字的名称，找到的与逐个比一字不差", () => {
    const letters = "教育科办研";
    const names = (shift: number): string[] =>
      Array.from({ length: 150 }, (_, i) =>
        Array.from(
          { length: 1 + (i % 8) },
          (_, k) => letters[(i * 7 + k * k * 3 + shift * (i >> 3)) % 5],
        ).join(""),
      );
    const known = [...new Set(names(1))];
    const nearest = createNearestNames(known);
    const farthest = (one: string, two: string): number =>
      Math.max(1, Math.floor(Math.min(one.length, two.length) / 2) - 1);
    let found = 0;
    for (const name of names(3)) {
      const near = known.filter((one) => editDistance(name, one) <= farthest(name, one));
      const missed = near.filter((one) => !nearest(name, Infinity).includes(one));
      assert.deepEqual(missed, [], name);
      found += near.length;
    }
    assert.ok(found > 100);
  });
  timed("五千个不在名册里的名称，名册里五千个科室", () => {
    const roster = Array.from({ length: 5000 }, (_, i) => ({ full: `${word(i, 4)}科` }));
    const lists = Array.from({ length: 5000 }, (_, i) => `${word(i)}${word(i + 1, 1)}科`);
    const start = performance.now();
    const plan = parsePlan(draft(...lists));
    const settings = { ...defaultSettings, roster };
    const found = runRules(plan, { rules: [responsibilityUnknown], settings, locale: "zh-CN" });
    assert.ok(found.length > 4000);
    assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
  });
});
