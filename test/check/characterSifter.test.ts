import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { characterSifter } from "../../server/src/check/characterSifter.js";
import { rules } from "../../server/src/check/registry.js";
import type {
  DocumentRule,
  Options,
  ParagraphRule,
  Remark,
  Rule,
  RuleContext,
} from "../../server/src/check/rule.js";
import { chapterKeeper } from "../../server/src/check/chapters.js";
import type { Line } from "../../server/src/plan/model.js";
import { readParagraph } from "../../server/src/plan/paragraph.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const ofParagraphs = rules.filter((rule): rule is ParagraphRule => rule.scope === "paragraph");
const sifter = characterSifter(
  ofParagraphs.map((rule) => rule.wants),
  (shown) => shown,
);
const contexts = ofParagraphs.map((rule) => contextFor(rule));

function contextFor(rule: Rule, plan = parsePlan(""), wanted: readonly Line[] = []): RuleContext {
  const options: Options = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default]),
  );
  return {
    options,
    roster: [],
    terms: [],
    sections: {},
    earlier: undefined,
    ofSettings: (_, make) => make(),
    once: (_, make) => make(),
    ofChapters: chapterKeeper(plan),
    ofParagraph: (_, paragraph, make) => make(paragraph),
    wanted: () => wanted,
  };
}

/** No rule that is passed over would have said anything. */
function nothingIsLost(text: string): void {
  const paragraph = readParagraph(text);
  const shown = new Set(sifter(text));
  ofParagraphs.forEach((rule, i) => {
    if (shown.has(i)) return;
    const remarks = [...rule.check(paragraph, contexts[i] as RuleContext)];
    assert.deepEqual(remarks, [], `${rule.id}: ${text}`);
  });
}

const ofDocument = rules.filter(
  (rule): rule is DocumentRule => rule.scope === "document" && rule.wants !== undefined,
);
const lineSifter = characterSifter(
  ofDocument.map((rule) => rule.wants),
  (shown) => shown,
);

/** No rule of the document says anything else where it is shown all lines instead of those that it wants. */
function noLineIsLost(text: string): void {
  const plan = parsePlan(text);
  const all = plan.lines.filter(({ paragraph }) => !paragraph.blank);
  ofDocument.forEach((rule, i) => {
    const wanted = all.filter(({ paragraph }) => lineSifter(paragraph.text).includes(i));
    const said = (lines: readonly Line[]): Remark[] => [...rule.check(plan, contextFor(rule, plan, lines))];
    assert.deepEqual(said(wanted), said(all), `${rule.id}: ${text}`);
  });
}

const folder = "examples/bureau";
const lines = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".plan"))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\r?\n/))
  .filter((line) => line !== "");
const drafts = rules.flatMap(({ examples }) => examples.map(({ bad }) => bad.replace(/[⟦⟧]/g, "")));
const wrong = ofParagraphs.flatMap(({ examples }) =>
  examples.flatMap(({ bad }) => bad.replace(/[⟦⟧]/g, "").split("\n")),
);
const characters = fc.constantFrom(
  ..."0123456789一二十百千年月日约近余以上下内等之几号。，；：、（）《》“”‘’〔〕…—-.·,;:!?()<>\"'％%倍截 \t\u3000oO",
);

describe("哪些规则看哪些段落", () => {
  it("各条规则要的字装得下：没有一条因装不下而什么都看", () => {
    const wants = rules.map((rule) => rule.wants ?? (rule.scope === "document" ? "" : undefined));
    const seesAll = characterSifter(wants, (shown) => shown)("龘");
    const declared = seesAll.map((by) => rules[by]).filter((rule) => rule?.wants !== undefined);
    assert.deepEqual(
      declared.map((rule) => rule?.id),
      [],
    );
  });
  it("没给规则看的段落，规则本来也无话可说：每条规则的反例", () => {
    wrong.forEach(nothingIsLost);
    assert.ok(
      wrong.some((text) => sifter(text).length < ofParagraphs.length / 2),
      "nothing is sifted",
    );
  });

  it("……和打乱的字句", () => {
    const pieces = fc.oneof(fc.constantFrom(...wrong, ...lines), characters);
    const cut = fc
      .tuple(pieces, fc.nat(60), fc.nat(60))
      .map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b) + 1));
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 12 }), (parts) => nothingIsLost(parts.join(""))),
      { numRuns: process.env["HEGAO_FUZZ"] ? 200_000 : 2000 },
    );
  });

  it("看全文的规则只看它要的那些行，与看所有的行说的一样", () => {
    drafts.forEach(noLineIsLost);
    const put = fc.tuple(fc.nat(), fc.oneof(characters, fc.constantFrom("\n", ...wrong)));
    const varied = fc
      .tuple(fc.constantFrom(...drafts), fc.array(put, { maxLength: 8 }))
      .map(([draft, puts]) =>
        puts.reduce((text, [n, one]) => {
          const at = n % (text.length + 1);
          return text.slice(0, at) + one + text.slice(at);
        }, draft),
      );
    fc.assert(fc.property(varied, noLineIsLost), { numRuns: process.env["HEGAO_FUZZ"] ? 50_000 : 500 });
  });

  it("一个字、前后两个字、多于装得下的：给不给看都算得清", () => {
    const many = Array.from({ length: 60 }, (_, i): readonly [string, string] => [
      "甲",
      String.fromCharCode(0x4e00 + i),
    ]);
    const wants = ["乙", [["丙", "丁戊"], ["己"]] as const, undefined, "", ...many.map((one) => [one])];
    const shown = characterSifter(wants, (rules) => rules);
    const first = (text: string): readonly number[] => shown(text).filter((rule) => rule < 4);
    assert.deepEqual(first("子"), [2]);
    assert.deepEqual(first("子乙"), [0, 2]);
    assert.deepEqual(first("丙子丁"), [2], "not right in front of it");
    assert.deepEqual(first("丙戊"), [1, 2]);
    assert.deepEqual(first("己"), [1, 2]);
    const atEnd = characterSifter([[["甲", "\n"]]], (rules) => rules.length > 0);
    assert.deepEqual([atEnd("乙甲"), atEnd("甲乙"), atEnd("")], [true, false, false]);
    many.forEach((pair, i) => assert.ok(shown(pair.join("")).includes(i + 4), `entry ${i}`));
  });

  it("头几行逐条找，以后查表：每一行给哪些规则看都一样", () => {
    const wants = ofParagraphs.map((rule) => rule.wants);
    const later = characterSifter(wants, (shown) => shown);
    later("一".repeat(1000));
    for (const text of [...wrong, ...lines, "", "\ud83d", "甲\n"]) {
      const first = characterSifter(wants, (shown) => shown);
      assert.deepEqual(first(text), later(text), text);
    }
  });
});
