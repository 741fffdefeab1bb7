import assert from "node:assert/strict";
import { createPace } from "../../server/src/cli/batch/pace.js";

describe("成批核对：还要多久", () => {
  it("头几份慢（代码还没有编译），不拿它们推算其余的", () => {
    const pace = createPace(1000);
    let elapsed = 0;
    let left = 0;
    // Twenty at 30 ms, the others at 5.
    for (let done = 1; done <= 150; done++) {
      elapsed += done <= 20 ? 30 : 5;
      left = pace(elapsed, { done, total: 200 });
      if (elapsed <= 1000) assert.equal(left, 0, String(done));
    }
    assert.ok(left > 50 * 5 - 1 && left < 50 * 8, String(left));
  });

  it("一份就过了热身的时间，按它推算", () => {
    const pace = createPace(1000);
    assert.equal(pace(3000, { done: 1, total: 4 }), 9000);
    assert.equal(pace(5000, { done: 2, total: 4 }), 5000);
  });
});
