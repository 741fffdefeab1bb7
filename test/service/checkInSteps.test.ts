import assert from "node:assert/strict";
import { rules } from "../../server/src/check/registry.js";
import type { Finding } from "../../server/src/check/rule.js";
import { createRunCache } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import { createSteppedCheck } from "../../server/src/service/checkInSteps.js";
import { createPlanService } from "../../server/src/service/planService.js";
import { plainFinding } from "../support/plainFinding.js";

const item = (i: number): string =>
  `（${i}）完成第${i}项任务，到20${i % 40}年达到${i % 130}%，，落实落实的的部署。责任科室：第${i % 50}科、办公室\n`;
const text = (count: number): string =>
  `某局2026年工作要点\n一、总体要求\n${Array.from({ length: count }, (_, i) => item(i)).join("")}四、保障措施\n`;

describe("极大的文稿分几步核对", () => {
  const service = createPlanService();
  const check = createSteppedCheck({
    rules,
    settings: defaultSettings,
    locale: "zh-CN",
    cache: createRunCache(),
    from: 5_000,
  });
  const stepped = (
    plan: ReturnType<typeof service.parse>,
  ): { steps: number; findings: readonly Finding[] } => {
    const steps = check(plan);
    let count = 1;
    for (let step = steps.next(); ; step = steps.next(), count++)
      if (step.done) return { steps: count, findings: step.value };
  };

  it("合起来与一次核对完全一样，改过一处之后也一样", () => {
    const plan = service.parse(text(300));
    const { steps, findings } = stepped(plan);
    assert.ok(steps > 5);
    assert.deepEqual(findings, service.check(plan));
    const edited = service.parse(plan.text.replace("完成第9项任务", "完成第9项项任务"), plan);
    assert.deepEqual(stepped(edited).findings.map(plainFinding), createPlanService().check(edited));
  });

  it("平常的文稿一步就完", () => {
    const plan = service.parse(text(3));
    assert.deepEqual(stepped(plan), { steps: 1, findings: service.check(plan) });
  });
});
