import assert from "node:assert/strict";
import { createPlanService } from "../../server/src/service/planService.js";

describe("核对一份不成文的东西", () => {
  it("同一条规则在一行里最多说一千处：再多也没有人看", () => {
    const service = createPlanService();
    const found = service.check(
      service.parse(`${"《".repeat(3000)}${"》".repeat(3000)}\n提高质量，，抓好落实。\n`),
    );
    const count = (rule: string): number => found.filter(({ ruleId }) => ruleId === rule).length;
    assert.deepEqual([count("punctuation-nesting"), count("punctuation-repeat")], [1000, 1]);
  });
});
