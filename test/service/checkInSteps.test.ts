import assert from "node:assert/strict";
import { createPlanService } from "../../server/src/service/planService.js";
import { plainFinding } from "../support/plainFinding.js";

const item = (i: number): string =>
  `（${i}）完成第${i}项任务，到20${i % 40}年达到${i % 130}%，，落实落实的的部署。责任科室：第${i % 50}科、办公室\n`;
const text = `某局2026年工作要点\n一、总体要求\n${Array.from({ length: 300 }, (_, i) => item(i)).join("")}四、保障措施\n`;
const edit = (from: string): string => from.replace("完成第9项任务", "完成第9项项任务");

describe("核对分成许多步，步与步之间先答别人的问", () => {
  it("合起来与一次核对完全一样，改过一处之后也一样", () => {
    const service = createPlanService();
    const stepped = (plan: ReturnType<typeof service.parse>): [number, unknown[]] => {
      const steps = service.checkInSteps(plan);
      for (let count = 1, step = steps.next(); ; step = steps.next(), count++)
        if (step.done) return [count, step.value.map(plainFinding)];
    };
    const plan = service.parse(text);
    const [count, findings] = stepped(plan);
    assert.ok(count > 30, "没有分步");
    assert.deepEqual(findings, createPlanService().check(service.parse(text)));
    const edited = service.parse(edit(text), plan);
    assert.deepEqual(stepped(edited)[1], createPlanService().check(service.parse(edit(text))));
  });

  it("停在哪一步都不留痕：改过再查，与从头查一样", () => {
    const expected = createPlanService().check(createPlanService().parse(edit(text)));
    for (const left of [1, 7, 40, 60]) {
      const service = createPlanService();
      const plan = service.parse(text);
      const steps = service.checkInSteps(plan);
      for (let i = 0; i < left; i++) steps.next();
      assert.deepEqual(service.check(service.parse(edit(text), plan)).map(plainFinding), expected);
    }
  });
});
