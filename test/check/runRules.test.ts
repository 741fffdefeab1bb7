import assert from "node:assert/strict";
import { rules } from "../../server/src/check/registry.js";
import { createPlanService } from "../../server/src/service/planService.js";

describe("核对一份不成文的东西", () => {
  it("整段贴了两遍的只说一处，不另说编号与标题也重复；改动任一处就照旧说", () => {
    const service = createPlanService();
    const item = "（二）健全月报制度。各县区每月5日前报送项目进度，由办公室汇总后通报并督促整改到位。\n";
    const draft = `云岭市2026年工作要点\n一、重点任务\n（一）抓好开工。按时开工。\n${item}${item}二、保障措施\n加强领导。\n`;
    const rulesOf = (text: string): string[] =>
      service.check(service.parse(text)).map(({ ruleId }) => ruleId);
    assert.deepEqual(rulesOf(draft), ["paragraph-repeat"]);
    const other = item.replace("通报并督促整改到位", "公布");
    assert.deepEqual(rulesOf(draft.replace(`${item}二、`, `${other}二、`)), [
      "numbering-duplicate",
      "section-duplicate",
    ]);
  });
  it("被别的规则盖住的（coveredBy），盖它的确有其规则，且自己不被盖", () => {
    const covered = rules.filter(({ coveredBy }) => coveredBy);
    assert.ok(covered.length > 0);
    for (const { id, coveredBy = [] } of covered)
      for (const by of coveredBy) {
        const rule = rules.find((one) => one.id === by);
        assert.ok(rule && !rule.coveredBy, `${id}: ${by}`);
      }
  });
  it("同一条规则在一行里最多说一千处：再多也没有人看", () => {
    const service = createPlanService();
    const found = service.check(
      service.parse(`${"《".repeat(3000)}${"》".repeat(3000)}\n提高质量，，抓好落实。\n`),
    );
    const count = (rule: string): number => found.filter(({ ruleId }) => ruleId === rule).length;
    assert.deepEqual([count("punctuation-nesting"), count("punctuation-repeat")], [1000, 1]);
  });
});
