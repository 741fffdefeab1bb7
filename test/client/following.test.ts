import assert from "node:assert/strict";
import { createFollowing } from "../../client/src/view/following.js";

/** Goes where it is told, and arrives when the test says so. */
function slow() {
  const gone: string[] = [];
  const arrive: (() => void)[] = [];
  const following = createFollowing<string>(
    (to) => {
      gone.push(to);
      return to === "不在" ? Promise.reject(new Error(to)) : new Promise((done) => arrive.push(done));
    },
    (one, other) => one === other,
  );
  const arrived = async (): Promise<void> => {
    for (const done of arrive.splice(0)) done();
    await new Promise((next) => setImmediate(next));
  };
  return { gone, following, arrived };
}

describe("树跟着选中的走", () => {
  it("走得比树快，只去最后的一处", async () => {
    const { gone, following, arrived } = slow();
    for (const to of ["甲", "乙", "丙"]) following.to(to);
    await arrived();
    await arrived();
    assert.deepEqual(gone, ["甲", "丙"]);
    following.to("丁");
    assert.deepEqual(gone, ["甲", "丙", "丁"]);
  });

  it("在路上时说的是自己，到了以后再说就是别人", async () => {
    const { following, arrived } = slow();
    assert.equal(following.isOnItsWayTo("甲"), false);
    following.to("甲");
    following.to("乙");
    assert.deepEqual(["甲", "乙"].map(following.isOnItsWayTo), [true, false]);
    await arrived();
    assert.deepEqual(["甲", "乙"].map(following.isOnItsWayTo), [false, true]);
    await arrived();
    assert.deepEqual(["甲", "乙"].map(following.isOnItsWayTo), [false, false]);
  });

  it("去不到的一处不挡后面的", async () => {
    const { gone, following, arrived } = slow();
    following.to("不在");
    await arrived();
    following.to("甲");
    assert.deepEqual(gone, ["不在", "甲"]);
  });
});
