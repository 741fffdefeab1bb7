import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { punctuationEnd } from "../../../../server/src/check/rules/words/punctuationEnd.js";
import { runRules } from "../../../../server/src/check/runRules.js";
import { rules } from "../../../../server/src/check/registry.js";
import { defaultSettings } from "../../../../server/src/check/settings.js";
import { parsePlan } from "../../../../server/src/plan/parsePlan.js";
import { checkRule } from "../../../support/checkRule.js";

/** Twelve tasks, each in a sentence of its own, with `last` as the text of the thirteenth and `below` under it. */
function draft(last: string, below = "二、保障措施\n（一）加强领导。成立专班。"): string {
  const verbs = "建管用护查改学练赛评宣训".split("");
  const tasks = verbs.map((verb, i) => `${i + 1}.抓好${verb}的环节。责任到人，按月通报。\n`);
  return `云岭市教育局2026年工作要点\n一、重点任务\n${tasks.join("")}13.${last}\n${below}`;
}

describe("punctuation-end", () => {
  const check = checkRule(punctuationEnd);

  it("段末的逗号、顿号，下面已是另一条", () => {
    check(draft("强化宣传。营造良好氛围⟦，⟧"), { fixed: draft("强化宣传。营造良好氛围。") });
    check(draft("强化宣传，用好报纸、电视⟦、⟧", "\n14.做好收尾。按时归档。"));
    check(draft("组织消防演练30场次⟦，⟧", "责任科室：安全科"));
  });
  it("末尾漏了句号", () => {
    const found = check(draft("强化宣传。营造尊师重教的良好氛⟦围⟧"), {
      fixed: draft("强化宣传。营造尊师重教的良好氛围。"),
      says: "这一段末尾没有句号。",
    });
    assert.equal(found[0]?.fixes[0]?.safe, false);
    check(draft("提高质量。优质园覆盖率达到90⟦%⟧"));
  });
  it("没有句读的标题、短语，日期、名单、落款、表格的行", () => {
    check(draft("强化宣传，营造良好氛围"));
    check(draft("强化宣传"));
    check(draft("强化宣传。2026年3月5日"));
    check(draft("强化宣传。宣传科"));
    check(draft("强化宣传。责任科室：宣传科"));
    check(draft("强化宣传。联系人：王某某"));
    check(draft("强化宣传。营造氛围。第二章经费保障制度"));
    check(draft("强化宣传。\t营造良好的氛围\t宣传科"));
    check(draft("强化宣传。详见专栏（https://yunling.example/a"));
  });
  it("下面接着写的、到文末的", () => {
    check(draft("强化宣传，", "营造良好的社会氛围。\n14.做好收尾。按时归档。"));
    check(draft("强化宣传。营造尊师重教的良好氛围", "").trimEnd());
  });
  it("断成一行行的文稿，条目都不用句号的文稿", () => {
    const broken =
      "一、任务\n1.健全制度，\n明确职责，\n2.加强督导，\n严格考核。\n3.总结经验，\n4.推广做法。\n5.收尾。";
    check(broken);
    check(
      "一、任务\n1.健全制度。明确职责和分工\n2.加强督导。严格考核和奖惩\n3.总结经验。推广典型做法\n二、保障",
    );
  });
  it("标题的标点另有提示，只说一次", () => {
    const text = draft(
      "抓好收尾。按时归档。",
      "二、经费保障，\n（一）列入预算。专款专用。\n三、组织领导\n（一）成立专班。分工负责。\n四、附则\n（一）解释。由办公室负责。",
    );
    const found = runRules(parsePlan(text), { rules, settings: defaultSettings, locale: "zh-CN" });
    const told = found.filter(({ span }) => text[span.start] === "，");
    assert.deepEqual(
      told.map(({ ruleId }) => ruleId),
      ["heading-punctuation"],
    );
  });
});
