import assert from "node:assert/strict";
import { createLoading } from "../../client/src/view/loading.js";
import type { CompareParams, CompareResult } from "../../server/src/lsp/protocol.js";

/** A server that answers when, and in the order in which, the test wants. */
function slowServer() {
  const asked: (CompareParams & { answer(found?: "nothing"): void; fail(): void })[] = [];
  let said = 0;
  let told = 0;
  const loading = createLoading(
    (params) =>
      new Promise((done, failed) => {
        const number = ++said;
        const found = { ...params, title: String(number), years: [] } as unknown as CompareResult;
        asked.push({
          ...params,
          answer: (none) => done(none ? null : found),
          fail: () => failed(new Error("gone")),
        });
      }),
    () => void told++,
  );
  const shown = (): string => {
    const result = loading.result() as (CompareResult & { readonly title: string }) | undefined;
    return result ? `${result.uri} ${result.title}` : "";
  };
  return { asked, loading, shown, told: () => told };
}

describe("比较页装的是最后要的那一份", () => {
  it("先要甲后要乙：甲的回答后到，也不盖住乙", async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { asked, loading, shown, told } = slowServer();
      const loads = [loading.load("甲"), loading.load("乙")];
      for (const at of order) {
        asked[at]?.answer();
        await loads[at];
      }
      assert.deepEqual([shown(), told()], ["乙 2", 1], order.join());
    }
  });

  it("同一份问了两遍：后问的先答了，先问的就不再算", async () => {
    const { asked, loading, shown } = slowServer();
    const loads = [loading.load("甲"), loading.load("甲")];
    asked[1]?.answer();
    await loads[1];
    asked[0]?.answer();
    await loads[0];
    assert.equal(shown(), "甲 2");
  });

  it("要的那份没有可比的、问不到：原来那份留着，照样跟着它变", async () => {
    for (const end of ["nothing", "fail"] as const) {
      const { asked, loading, shown } = slowServer();
      const first = loading.load("甲", "five-year");
      asked[0]?.answer();
      await first;
      const second = loading.load("乙");
      assert.equal(loading.follows("甲"), false);
      if (end === "fail") asked[1]?.fail();
      else asked[1]?.answer("nothing");
      await second.catch(() => undefined);
      assert.deepEqual([shown(), loading.follows("甲"), loading.shows("甲")], ["甲 1", true, "five-year"]);
    }
  });

  it("没说与什么比的，已经在看的照旧，别的与往年比", async () => {
    const { asked, loading } = slowServer();
    void loading.load("甲", "superior");
    void loading.load("甲");
    void loading.load("乙");
    assert.deepEqual(
      asked.map(({ against }) => against),
      ["superior", "superior", "earlier"],
    );
  });
});
