import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { responsibilityDuplicate } from "../../../../server/src/check/rules/responsibility/responsibilityDuplicate.js";
import { responsibilityEmpty } from "../../../../server/src/check/rules/responsibility/responsibilityEmpty.js";
import { responsibilityNoLead } from "../../../../server/src/check/rules/responsibility/responsibilityNoLead.js";
import { responsibilityOverload } from "../../../../server/src/check/rules/responsibility/responsibilityOverload.js";
import { responsibilitySeparator } from "../../../../server/src/check/rules/responsibility/responsibilitySeparator.js";
import { checkExamples, checkRule } from "../../../support/checkRule.js";

function draft(...lines: readonly string[]): string {
  return ["一、重点任务", ...lines.map((line, i) => `${i + 1}.任务${i + 1}。抓好落实。\n${line}`)].join("\n");
}

describe("responsibility-duplicate", () => {
  const check = checkRule(responsibilityDuplicate);

  it("例文", () => {
    checkExamples(responsibilityDuplicate);
  });
  it("重复的连同前面的顿号一起删", () => {
    check(draft("责任科室：教师科、人事科、⟦教师科⟧、教研室"), {
      fixed: draft("责任科室：教师科、人事科、教研室"),
    });
  });
  it("空格分隔、括号写法一样查", () => {
    check(draft("责任科室：基教科 人事科 ⟦基教科⟧"), { fixed: draft("责任科室：基教科 人事科") });
    check(
      "一、任务\n1.建学校。抓好落实。（责任单位：市教育局、市财政局、⟦市教育局⟧）\n2.办食堂。抓好落实。（责任单位：市教育局）",
    );
  });
  it("既牵头又配合", () => {
    check(draft("牵头科室：基教科；配合科室：人事科、⟦基教科⟧"), {
      says: "“基教科”既牵头又配合，只应留一处。",
      fixed: draft("牵头科室：基教科；配合科室：人事科"),
    });
  });
  it("不报：牵头科室同时列在责任科室里，是常见的两层写法", () => {
    check(draft("牵头科室：基教科；责任科室：基教科、人事科"));
  });
  it("不报：同一科室在两项任务里", () => {
    check(draft("责任科室：基教科", "责任科室：基教科"));
  });
});

describe("responsibility-empty", () => {
  const check = checkRule(responsibilityEmpty);

  it("例文", () => {
    checkExamples(responsibilityEmpty);
  });
  it("占位的字样也算没有写", () => {
    check(draft("⟦责任科室：待定⟧", "⟦责任科室：××科⟧", "责任科室：人事科"), { says: /定稿前应写明/ });
  });
  it("写在别的科室旁边的占位字样，只标它自己", () => {
    check(draft("责任科室：人事科、⟦待定⟧", "责任科室：⟦××科⟧、人事科", "责任科室：基教科（牵头）、人事科"), {
      says: "“责任科室”后仍是“待定”，定稿前应写明。",
    });
  });
  it("不报：科室之间用短横隔开", () => {
    check(draft("责任科室：基教科 - 人事科", "责任科室：基教科 — 人事科", "责任科室：基教科、人事科……"));
  });
  it("知道往年的科室就给出来", () => {
    const earlier = { departments: new Map([[1, ["安全稳定科", "办公室"]]]), remarks: new Map() };
    check(draft("⟦责任科室：⟧", "责任科室：人事科"), {
      earlier,
      fixed: draft("责任科室：安全稳定科、办公室", "责任科室：人事科"),
    });
  });
  it("顿号后面没有了下一个", () => {
    check(draft("责任科室：基教科⟦、⟧", "责任科室：人事科⟦，⟧ "), {
      fixed: draft("责任科室：基教科", "责任科室：人事科 "),
      says: /漏写了一个/,
    });
  });
  it("不报：顿号后面的科室写在下一行", () => {
    check(draft("责任科室：基教科、\n人事科", "责任科室：人事科、\n\n相关科室配合"));
  });
  it("不报：科室写在下一行，如压平的表格", () => {
    check(draft("责任科室：\n基教科、人事科", "责任科室：人事科"));
  });
  it("不报：只有完成时限的一行", () => {
    check(draft("责任科室：人事科\n完成时限：全年", "责任科室：人事科"));
  });
});

describe("responsibility-separator", () => {
  const check = checkRule(responsibilitySeparator);

  it("例文", () => {
    checkExamples(responsibilitySeparator);
  });
  it("几处不一致只报一次，一次改齐", () => {
    const many = "责任科室：甲科、乙科、丙科、丁科、戊科";
    check(draft(many, many, many, "责任科室：甲科⟦ ⟧乙科", "责任科室：丙科　丁科"), {
      says: /共2处/,
      fixed: draft(many, many, many, "责任科室：甲科、乙科", "责任科室：丙科、丁科"),
    });
  });
  it("不报：通篇用空格", () => {
    check(draft("责任科室：甲科 乙科 丙科", "责任科室：甲科 丁科", "责任科室：丙科 丁科"));
  });
  it("不报：各占一半，没有习惯可言", () => {
    check(draft("责任科室：甲科 乙科 丙科", "责任科室：甲科、丁科、丙科"));
  });
  it("不报：逗号隔开的是各县区一组", () => {
    check(
      draft(
        "责任单位：市教育局、市财政局、市人社局、市民政局，各县区政府",
        "责任单位：市教育局、市财政局，各学校",
      ),
    );
  });
});

describe("responsibility-no-lead", () => {
  const check = checkRule(responsibilityNoLead);

  it("例文", () => {
    checkExamples(responsibilityNoLead);
    assert.equal(responsibilityNoLead.enabled, false);
  });
  it("不报：全文已经写明列第一位的牵头", () => {
    check(`列第一位的科室为牵头科室，下同。\n${draft("责任科室：基教科、人事科")}`);
  });
  it("不报：括号里写了谁牵头", () => {
    check("一、任务\n1.建学校。抓好落实。（市教育局牵头，市财政局配合）");
  });
});

describe("responsibility-overload", () => {
  const check = checkRule(responsibilityOverload);

  it("超过所设的数才报", () => {
    assert.equal(responsibilityOverload.enabled, false);
    check(draft("责任科室：⟦甲科⟧", "责任科室：甲科", "责任科室：甲科、乙科"), {
      options: { max: 2 },
      says: "“甲科”列在3项任务里，超过2项。",
    });
    check(draft("责任科室：甲科", "责任科室：甲科"), { options: { max: 2 } });
  });
});
