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

  it("定住的只做一次", () => {
    let asked = 0;
    const known = Object.freeze({
      get name(): string {
        asked += 1;
        return "（一）";
      },
    });
    const json = createKeptJson();
    for (const id of [1, 2])
      assert.equal(
        text(json({ id, result: [known, known] })),
        `{"id":${id},"result":[{"name":"（一）"},{"name":"（一）"}]}`,
      );
    assert.equal(asked, 1);
  });
});
