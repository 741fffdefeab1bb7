import assert from "node:assert/strict";
import { hasLetters } from "../../server/src/text/characters.js";

describe("字符的类", () => {
  it("有没有字：任何文字的字母与数字都算，标点、空白与符号不算", () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x323af; code++) {
      const c = String.fromCodePoint(code);
      if (hasLetters(c) !== /[\p{L}\p{N}]/u.test(c)) wrong.push(code.toString(16));
    }
    assert.deepEqual(wrong, []);
    assert.equal(hasLetters(""), false);
    assert.equal(hasLetters("（）。…"), false);
    assert.equal(hasLetters("（é）。"), true);
  });
});
