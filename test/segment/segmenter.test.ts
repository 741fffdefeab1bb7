import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { nodeFiles } from "../../server/src/segment/nodeFiles.js";
import { createWordsIn } from "../../server/src/segment/rareWords.js";
import { rememberedWords } from "../../server/src/segment/rememberedWords.js";
import { characterSegmenter, loadSegmenter, type Segmenter } from "../../server/src/segment/segmenter.js";
import { skipBecause } from "../support/skipBecause.js";

const wasm = () =>
  readFile(
    createRequire(import.meta.url)
      .resolve("jieba-wasm/web")
      .replace(/\.js$/, "_bg.wasm"),
  );
const lines = [
  "到2026年，学前教育毛入园率达到95.5%以上，新建普惠性幼儿园3所。",
  "责任科室：基教科、云岭市督导评估中心",
  "落实立德树人根本任务，巩固“双减”成果，投入1.2亿元、５０台（套）STEAM设备。",
];

/** Where the words of a line end. */
function ends(words: readonly string[]): number[] {
  let at = 0;
  return words.map((word) => (at += word.length));
}

describe("词库里的词", () => {
  const inOrder = (words: readonly string[]): Uint8Array =>
    Buffer.from(`\0${[...words].sort().join("\0")}\0`, "utf16le");

  it("一行里有的都找出来，有几处算几处；别的不给", () => {
    const wordsIn = createWordsIn(inOrder(["教育", "教育局", "育局", "教学", "学校", "校园"]));
    assert.deepEqual(wordsIn("市教育局、县教育学校"), ["教育", "教育局", "育局", "教育", "学校"]);
    assert.deepEqual(wordsIn(""), []);
    assert.deepEqual(createWordsIn(inOrder([]))("教育局"), []);
  });

  it("与逐个去找的一样，字节放在单数的位置也一样", () => {
    const unit = fc.constantFrom(..."甲乙丙丁戊a，");
    const word = fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊"), minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.string({ unit, maxLength: 30 }), (words, line) => {
        const bytes = inOrder(words);
        const odd = new Uint8Array(bytes.length + 1);
        odd.set(bytes, 1);
        const plain = words.filter((one) => line.includes(one)).sort();
        for (const given of [bytes, odd.subarray(1)])
          assert.deepEqual([...new Set(createWordsIn(given)(line))].sort(), plain);
      }),
      { numRuns: 300 },
    );
  });
});

describe("分词", () => {
  const engines: Segmenter[] = [characterSegmenter];
  before(async () => {
    for (const engine of ["nodejieba", "jieba-wasm"] as const) {
      const files = { ...nodeFiles("dist", [engine]), wasm };
      const loaded = await loadSegmenter({ userWords: ["云岭市督导评估中心"], ...files });
      if (loaded.engine === engine) engines.push(loaded);
      else console.log(`      ${engine} does not load here: what it would cut is not compared`);
    }
  });

  it("数与量词、年份、字母词不拆", () => {
    for (const engine of engines) {
      const words = lines.flatMap((line) => engine.cut(line));
      for (const whole of ["2026年", "95.5%", "3所", "1.2亿元", "５０台", "STEAM"]) {
        assert.ok(words.includes(whole), `${engine.engine}: ${whole}`);
      }
    }
  });

  it("行业词与名册不拆", () => {
    for (const engine of engines.filter((one) => one !== characterSegmenter)) {
      const words = lines.flatMap((line) => engine.cut(line));
      for (const whole of ["责任科室", "双减", "立德树人", "普惠性幼儿园", "云岭市督导评估中心"]) {
        assert.ok(words.includes(whole), `${engine.engine}: ${whole}`);
      }
    }
  });

  it("两种引擎分得一样", function () {
    const [, ...real] = engines;
    if (real.length < 2) return skipBecause(this, "one engine alone is not compared");
    for (const line of lines) {
      assert.deepEqual(real[0]?.cut(line), real[1]?.cut(line));
    }
  });

  it("本机引擎只装常用的词，其余用到才给，示例文稿里与装全部词的引擎千处不差五处", function () {
    const [, ...real] = engines;
    if (real.length < 2) return skipBecause(this, "one engine alone is not compared");
    let [all, unlike] = [0, 0];
    for (const year of ["2025", "2026"]) {
      const folder = `examples/bureau/${year}`;
      const text = readFileSync(`${folder}/${readdirSync(folder)[0] ?? ""}`, "utf8");
      for (const line of text.split("\n")) {
        const [one = [], other = []] = real.map(({ cut }) => ends(cut(line)));
        all += one.length;
        unlike += [...one, ...other].filter((end) => one.includes(end) !== other.includes(end)).length;
      }
    }
    assert.ok(all > 4000 && unlike * 200 < all, `${unlike} of ${all}`);
  });

  it("词连起来就是原文，一个字也不少", () => {
    const unit = fc.constantFrom(...'双减2年%教育，\u0000A．.9百分之五二〇二六年 \ud842"\n😀'.split(""));
    for (const engine of engines) {
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 40 }), (line) => engine.cut(line).join("") === line),
        { numRuns: 200 },
      );
    }
  });

  it("逐句切与整行切一样", () => {
    const unit = fc.constantFrom(...'双减2年%教育，。，。 .9百分之五二〇二六年、；Ab"\t'.split(""));
    const folder = "examples/bureau/2026";
    const text = readFileSync(`${folder}/${readdirSync(folder)[0] ?? ""}`, "utf8");
    for (const engine of engines) {
      const words = rememberedWords(engine);
      for (const line of [...lines, ...text.split("\n")])
        assert.deepEqual(words(line), engine.cut(line), line);
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 40 }), (line) => {
          assert.deepEqual(words(line), engine.cut(line));
        }),
        { numRuns: 200 },
      );
    }
  });

  it("没有引擎时按字分", async () => {
    const none = await loadSegmenter({ engines: ["jieba-wasm"] });
    assert.equal(none.engine, "characters");
  });

  it("切过的行记住，记满则忘最旧的", () => {
    let asked = 0;
    const words = rememberedWords({ engine: "characters", cut: (line) => [`${(asked++, line)}`] }, 2);
    for (const line of ["甲", "甲", "乙", "丙", "丙", "甲"]) words(line);
    assert.equal(asked, 4);
  });

  it("切过的分句也记住：只改一句的行，只切那一句", () => {
    const asked: string[] = [];
    const words = rememberedWords({ engine: "characters", cut: (line) => (asked.push(line), [line]) });
    for (const line of ["甲，乙。", "甲，丙。", "丁", "，，甲，"]) words(line);
    assert.deepEqual(asked, ["甲，", "乙。", "丙。", "丁", "，，"]);
  });
});
