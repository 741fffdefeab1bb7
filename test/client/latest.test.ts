import assert from "node:assert/strict";
import { createLatest } from "../../client/src/latest.js";

describe("先问后答", () => {
  it("后来又问过的，先前的回答不再算数，谁先到都一样", () => {
    const ask = createLatest();
    const first = ask();
    assert.equal(first(), true);
    const second = ask();
    assert.deepEqual([first(), second()], [false, true]);
    assert.deepEqual([second(), first()], [true, false]);
  });
});
