import assert from "node:assert/strict";
import { wordSearch } from "../../server/src/text/wordSearch.js";

/** Every place of every word, as `at:word`. */
function places(text: string, words: readonly string[]): string[] {
  const search = wordSearch(words);
  return [...text].flatMap((_, at) => search(text, at).map((word) => `${at}:${word}`));
}

describe("一次找许多词", () => {
  it("每一处由短到长", () => {
    assert.deepEqual(places("由基教科办", ["基教科", "教科", "基", "办公室"]), [
      "1:基",
      "1:基教科",
      "2:教科",
    ]);
  });
  it("文末断开的词不算，空词哪里也没有", () => {
    assert.deepEqual(places("基教", ["基教科", "", "教"]), ["1:教"]);
    assert.deepEqual(places("", ["甲", ""]), []);
    assert.deepEqual(places("甲", []), []);
  });
  it("同逐词查找的一样", () => {
    const text = "甲乙甲甲乙丙甲乙丙丁甲";
    const words = ["甲", "甲乙", "乙丙", "甲乙丙丁", "丙丁戊", "甲甲"];
    const plain = [...text].flatMap((_, at) =>
      words
        .filter((word) => text.startsWith(word, at))
        .sort((a, b) => a.length - b.length)
        .map((word) => `${at}:${word}`),
    );
    assert.deepEqual(places(text, words), plain);
  });
});
