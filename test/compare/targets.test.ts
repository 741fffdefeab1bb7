import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import { indicatorLikeness, readIndicator, rememberedNames } from "../../server/src/compare/indicatorName.js";
import { isOnlyCompared } from "../../server/src/compare/onlyCompared.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const likeness = (one: string, other: string) => indicatorLikeness(readIndicator(one), readIndicator(other));

/** Each series as `indicator: values, oldest first, change`. */
function series(...years: readonly string[]): string[] {
  const plans = years.map((body, i) =>
    parsePlan(`云岭市教育局${2024 + i}年工作要点\n一、发展教育\n1.办好学校。${body}\n`),
  );
  const draft = plans.at(-1);
  assert.ok(draft);
  const earlier = plans.slice(0, -1).map((plan, i) => ({ plan, name: String(2024 + i) }));
  return comparePlans(draft, earlier).targets.map(
    ({ indicator, points, change }) =>
      `${indicator}: ${points.map(({ value }) => value).join(" ")} ${change}`,
  );
}

describe("指标名", () => {
  const same: readonly (readonly [string, string])[] = [
    ["全市学前教育毛入园率", "学前教育三年毛入园率"],
    ["九年义务教育巩固率", "义务教育巩固率"],
    ["公办园在园幼儿占比", "公办幼儿园在园幼儿比例"],
    ["儿童青少年总体近视率", "中小学生近视率"],
    ["高中阶段教育毛入学率", "高中阶段毛入学率"],
    ["遴选特色高中培育学校", "建设特色高中培育学校"],
  ];
  for (const [one, other] of same) it(`${one} 即 ${other}`, () => assert.ok(likeness(one, other) >= 0.8));

  const other: readonly (readonly [string, string])[] = [
    ["公办园在园幼儿占比", "普惠性幼儿园在园幼儿占比"],
    ["小学生近视率", "初中生近视率"],
    ["学前教育毛入园率", "高中阶段毛入学率"],
    ["课后服务参与率", "课后服务满意率"],
    ["教师培训合格率", "教师培训优秀率"],
  ];
  for (const [one, two] of other) it(`${one} 不是 ${two}`, () => assert.ok(likeness(one, two) < 0.5));
});

describe("只说与什么比的名字", () => {
  const only = "比上年增加 较去年预算增加 比上年年初预算增加 比上年预计数增加 比2024年减少 其中比去年提高";
  for (const name of only.split(" ")) it(name, () => assert.equal(isOnlyCompared(name), true));

  const named = "教育支出比上年增加 比上年学位增加 比去年赤字减少 较大项目增加 比重提高 增加 年初预算增加";
  for (const name of named.split(" ")) it(`不是：${name}`, () => assert.equal(isOnlyCompared(name), false));
});

describe("记住的指标名", () => {
  it("读得与没有记住的一样；同一个名字只读一次，记满了重新记", () => {
    const names = rememberedNames(2);
    const first = names("全市学前教育毛入园率");
    assert.equal(names("全市学前教育毛入园率"), first);
    for (const name of ["新建幼儿园", "近视率", "全市学前教育毛入园率"]) {
      const { key, noun, adding, family } = names(name);
      const fresh = readIndicator(name);
      assert.deepEqual([key, noun, adding, family], [fresh.key, fresh.noun, fresh.adding, fresh.family]);
    }
    assert.notEqual(names("全市学前教育毛入园率"), first);
  });
});

describe("指标系列", () => {
  it("三年一串，提高", () => {
    assert.deepEqual(
      series(
        "学前教育毛入园率达到93%。",
        "全市学前教育毛入园率达到94%以上。",
        "学前教育三年毛入园率达到95%。",
      ),
      ["学前教育三年毛入园率: 93% 94%以上 95% raised"],
    );
  });

  it("低于上年是降低；越低越好的反过来", () => {
    assert.deepEqual(
      series("义务教育巩固率达到99%，近视率控制在50%以内。", "义务教育巩固率达到98%，近视率控制在48%以内。"),
      ["义务教育巩固率: 99% 98% lowered", "近视率: 50%以内 48%以内 raised"],
    );
  });

  it("保持、新增、取消；公办占比不与普惠占比相混", () => {
    const found = series(
      "公办园在园幼儿占比达到55%，课后服务参与率达到90%。",
      "普惠性幼儿园在园幼儿占比达到90%，课后服务参与率达到90%。",
    );
    assert.deepEqual(found.sort(), [
      "公办园在园幼儿占比: 55% dropped",
      "普惠性幼儿园在园幼儿占比: 90% new",
      "课后服务参与率: 90% 90% kept",
    ]);
  });

  it("几百个同类的指标，各找各的", () => {
    const town = (i: number): string => String.fromCharCode(0x7000 + i * 7, 0x8200 + i * 5);
    const all = (rate: number, name: string): string =>
      Array.from({ length: 400 }, (_, i) => `${town(i)}${name}达到${rate}%，`).join("");
    const found = series(all(93, "镇中心校毛入率"), all(95, "镇中心学园毛入率"));
    assert.equal(found.length, 400);
    assert.deepEqual(
      found,
      Array.from({ length: 400 }, (_, i) => `${town(i)}镇中心学园毛入率: 93% 95% raised`),
    );
  });

  it("上年取消的，本年说已达到，或者照原样写着，就不算取消", () => {
    const reached = (now: string, before: string): boolean[] => {
      const [draft, earlier] = [now, before].map((body, i) =>
        parsePlan(`云岭市教育局${2026 - i}年工作要点\n一、发展教育\n1.办好学校。${body}\n`),
      );
      assert.ok(draft && earlier);
      const dropped = comparePlans(draft, [{ plan: earlier, name: "2025" }]).targets;
      return dropped.map((one) => one.aside === "reached");
    };
    const before = "毛入率达到95%，巩固率达到99%。";
    assert.deepEqual(reached("2025年毛入率达到95%。", before), [true, false]);
    assert.deepEqual(reached("落实“巩固率99%”的要求。", before), [false, true]);
    assert.deepEqual(reached("落实“巩固率98%”的要求。", before), [false, false]);
  });
});
