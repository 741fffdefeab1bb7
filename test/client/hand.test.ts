import assert from "node:assert/strict";
import type { TextDocumentChangeEvent } from "vscode";
import { changeOf, createHand } from "../../client/src/hand.js";

const changed = (...texts: string[]): TextDocumentChangeEvent =>
  ({ contentChanges: texts.map((text) => ({ text })) }) as unknown as TextDocumentChangeEvent;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const answer = {
  version: 1,
  edits: ["1.", "（二）"].map((newText) => ({ range, newText })),
  caret: { line: 0, character: 2 },
};

describe("手写的与代写的分得清", () => {
  it("代写的不算，其间插进来的字算", async () => {
    const hand = createHand();
    await hand.except(changeOf(answer), () => {
      hand.heard(changed("（二）", "1."));
      return Promise.resolve();
    });
    assert.equal(hand.written(), 0);
    await hand.except(changeOf(answer), () => {
      hand.heard(changed("甲"));
      return Promise.resolve();
    });
    assert.equal(hand.written(), 1);
  });

  it("事后同样的改动是手写的；没有改动的不算；做不成也算完", async () => {
    const hand = createHand();
    const failing = hand.except(changeOf(answer), () => Promise.reject(new Error("不成")));
    await assert.rejects(failing);
    hand.heard(changed("1.", "（二）"));
    hand.heard(changed());
    assert.equal(hand.written(), 1);
  });
});
