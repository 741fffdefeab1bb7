import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { rules } from "../../server/src/check/registry.js";
import type { Finding } from "../../server/src/check/rule.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { safeEdits } from "../../server/src/service/safeEdits.js";
import { applyEdits } from "../../server/src/text/span.js";
import { unmark } from "../support/checkRule.js";

/** 全部修正 is asked for again until it changes nothing; so many times must do. */
const ROUNDS = 4;

const all = Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.severity }]));
const settings = { ...defaultSettings, rules: all };

function findingsIn(text: string): Finding[] {
  return runRules(parsePlan(text), { rules, settings, locale: "zh-CN" });
}

function fixAll(text: string): string {
  return applyEdits(text, safeEdits(findingsIn(text)));
}

function examplePlans(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? examplePlans(join(dir, entry.name))
      : entry.name.endsWith(".plan")
        ? [join(dir, entry.name)]
        : [],
  );
}

const plans = examplePlans("examples").map((file) => readFileSync(file, "utf8"));
const samples = rules.flatMap((rule) =>
  rule.examples.flatMap((example) => [unmark(example.bad), example.good]),
);

/** What typing, pasting and scanning put into a draft. */
const scraps = fc.constantFrom(
  ..."，。；：、“”《》（）,;:() 的是一二\n".split(""),
  "。。",
  "、等",
  "》、《",
  "……",
  "...",
  "26年底",
  "3千人",
  "2.O",
  "1-2所",
  "二○二六年",
  "[bookmark: _GoBack]",
  "（一）",
  "1.",
  "２",
);

const edited = fc
  .record({
    text: fc.oneof(
      fc.constantFrom(...samples),
      fc.constantFrom(...plans).map((plan) => plan.slice(0, 500)),
    ),
    edits: fc.array(fc.record({ at: fc.nat(), cut: fc.nat(3), put: scraps }), { maxLength: 4 }),
  })
  .map(({ text, edits }) =>
    edits.reduce((now, { at, cut, put }) => {
      const from = at % (now.length + 1);
      return now.slice(0, from) + put + now.slice(from + cut);
    }, text),
  );

describe("全部修正", () => {
  it("例文各改一遍，再改不动", () => {
    for (const text of [...plans, ...samples]) {
      const once = fixAll(text);
      assert.equal(fixAll(once), once);
    }
  });
  it("随意改动过的文稿，改到不动为止，很快就不动", () => {
    fc.assert(
      fc.property(edited, (text) => {
        let now = text;
        for (let round = 0; round < ROUNDS; round++) now = fixAll(now);
        assert.equal(fixAll(now), now);
      }),
      { numRuns: 150 },
    );
  });
  it("规则不出错，修正不越界、不重叠，改动之外一字不动", () => {
    fc.assert(
      fc.property(edited, (text) => {
        for (const finding of findingsIn(text)) {
          assert.doesNotMatch(finding.message, /自身出错/);
          assert.ok(finding.span.start <= finding.span.end && finding.span.end <= text.length);
          for (const fix of finding.fixes) {
            const cut = fix.edits.reduce((sum, edit) => sum + edit.span.end - edit.span.start, 0);
            const put = fix.edits.reduce((sum, edit) => sum + edit.newText.length, 0);
            assert.equal(applyEdits(text, fix.edits).length, text.length - cut + put);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
