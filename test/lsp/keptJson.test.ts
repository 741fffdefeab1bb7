import assert from "node:assert/strict";
import fc from "fast-check";
import { createKeptJson } from "../../server/src/lsp/keptJson.js";

const text = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

describe("语言服务：写过的不再写一遍", () => {
  it("与 JSON.stringify 一字不差，无论哪些定住了", () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant({ 空: undefined }));
    const element = fc.tuple(value, fc.boolean()).map(([one, isFrozen]) => {
      return isFrozen && typeof one === "object" && one !== null ? Object.freeze(one) : one;
    });
    const list = fc.array(element, { maxLength: 4 });
    const message = fc.record(
      { id: value, result: fc.oneof(value, list, fc.record({ kind: value, items: list })), params: element },
      { requiredKeys: [] },
    );
    const json = createKeptJson();
    fc.assert(
      fc.property(message, (one) => {
        assert.equal(text(json(one)), JSON.stringify(one));
        assert.equal(text(json(one)), JSON.stringify(one));
      }),
      { numRuns: 500 },
    );
  });

  it("一份清单接着一份，各处有增有减、挪了位置，也一字不差", () => {
    const pool = Array.from({ length: 8 }, (_, i) => Object.freeze({ 条: "（一）".repeat(i), i }));
    const lists = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(lists, fc.boolean(), (all, isNoted) => {
        const json = createKeptJson();
        for (const [id, list] of all.entries()) {
          const items = list.map((i) => pool[i]);
          const one = { id, result: { items: isNoted ? [{ note: id }, ...items] : items } };
          assert.equal(text(json(one)), JSON.stringify(one));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("定住的只做一次，别的来了、走了也一样", () => {
    let asked = 0;
    const known = Object.freeze({
      get name(): string {
        asked += 1;
        return "（一）";
      },
    });
    const [head, tail] = [Object.freeze({ name: "首" }), Object.freeze({ name: "尾" })];
    const json = createKeptJson();
    for (const result of [[head, known, tail], [head, known], [head, Object.freeze({}), known], [known]])
      assert.equal(
        text(json({ result })),
        `{"result":[${result.map((one) => (one === known ? '{"name":"（一）"}' : JSON.stringify(one))).join(",")}]}`,
      );
    assert.equal(asked, 1);
  });
});
