import { describe, it } from "mocha";
import { responsibilityColon } from "../../../../server/src/check/rules/responsibility/responsibilityColon.js";
import { checkRule } from "../../../support/checkRule.js";

const usual =
  "云岭市教育局2026年工作要点\n一、任务\n1.建园。年内开工。\n责任科室：基教科\n2.招生。均衡编班。\n责任科室：办公室\n3.培训。全员参训。\n责任科室：人事科\n4.督导。逐校督导。\n";

describe("responsibility-colon “责任科室”后用冒号", () => {
  it("漏了冒号、冒号打成顿号或空格：都改成冒号", () => {
    for (const lost of ["", "、", " ", "　", "； "])
      checkRule(responsibilityColon)(`${usual}⟦责任科室⟧${lost}办公室、基教科\n`, {
        fixed: `${usual}责任科室：办公室、基教科\n`,
        says: "“责任科室”后漏了冒号。",
      });
  });
  const silent: readonly (readonly [string, string])[] = [
    ["有冒号的", `${usual}责任科室：办公室`],
    ["说的是另一回事", `${usual}责任科室要逐条对照落实，每月报送进展。`],
    ["后面不全是本稿里的科室", `${usual}责任科室办公室主任`],
    ["一句话", `${usual}责任科室办公室。`],
    ["通篇用空格，不用冒号", usual.replaceAll("：", " ")],
    [
      "别处用冒号的太少",
      "一、任务\n1.建园。年内开工。\n责任科室：基教科\n2.招生。均衡编班。\n责任科室基教科",
    ],
    ["在一行之中", `${usual}由责任科室办公室`],
    ["冒号在下一行之前断开的标签", `${usual}责任科室\n办公室`],
  ];
  for (const [why, draft] of silent) it(`不报：${why}`, () => void checkRule(responsibilityColon)(draft));
});
