import assert from "node:assert/strict";
import { pairUp } from "../../server/src/check/rules/words/pairs.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { type Growth, growthOf, isSuperlinear, subjectsOf } from "./growth.js";
import { repeated, type Shape, shapes } from "./shapes.js";
import { service, stages } from "./stages.js";
import { timed } from "../support/timed.js";

/** Set by `npm run fuzz`: every shape at every stage. */
const LONG = process.env["HEGAO_FUZZ"] !== undefined;
const LENGTH = LONG ? 20_000 : 6_000;

/** Each of these once took the square of its length somewhere, or more arguments than a call can have. */
const FOUND: readonly Shape[] = [
  repeated("一、甲\n"),
  repeated("1.甲\n"),
  repeated("“十四五”"),
  repeated("一、"),
  ...shapes.filter(({ name }) => /^"[《“（]" × n|各不相同的(?:书名|引语)|附件逐一/.test(name)),
];

describe("费时与文长成正比", function () {
  this.timeout(LONG ? 3_600_000 : 60_000);

  for (const shape of LONG ? shapes : FOUND) {
    timed(shape.name, () => {
      const subjects = subjectsOf(shape, LENGTH);
      const grown = stages.map((stage) => growthOf(stage, subjects, shape.name));
      assert.deepEqual(grown.filter((one) => one.failure !== undefined || isSuperlinear(one)).map(said), []);
    });
  }

  it("一步陡不算，步步陡才算", () => {
    const grown = (...times: readonly number[]): boolean => isSuperlinear({ stage: "", shape: "", times });
    assert.ok(grown(10, 160, 2_560), "the square of the length");
    assert.ok(grown(400, 6_400), "so slow that it was not measured further");
    assert.ok(!grown(5, 80, 320), "what is made outlives a garbage collection from some length on");
    assert.ok(!grown(10, 40), "in proportion");
    assert.ok(!grown(1, 50), "too short to tell");
  });

  it("十三万个并列条目、十三万层括号都不出错", () => {
    for (const text of ["1.甲\n".repeat(130_000), `（${"《".repeat(130_000)}）`]) {
      const plan = parsePlan(text);
      service.outline(plan);
      for (const line of plan.lines.slice(0, 2)) pairUp(line.paragraph.text);
    }
  });
});

function said({ stage, times, failure }: Growth): string {
  return `${stage}: ${failure ?? `${times.map((one) => one.toFixed(1)).join(" → ")} ms`}`;
}
