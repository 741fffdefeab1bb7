import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { rules } from "../../server/src/check/registry.js";
import type { Finding } from "../../server/src/check/rule.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { author } from "../../server/src/service/author.js";
import { applyEdits, type Edit } from "../../server/src/text/span.js";
import { examplePlans, ruleSamples } from "../support/draftTexts.js";

const settings = {
  ...defaultSettings,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.severity }])),
  roster: [{ full: "基础教育科", aliases: ["基教科"] }],
};

function findingsIn(plan: PlanDocument): Finding[] {
  return runRules(plan, { rules, settings, locale: "zh-CN" });
}

const toLf = (text: string): string => text.replaceAll("\r\n", "\n");

const texts = [...examplePlans().map((text) => text.slice(0, 1500)), ...ruleSamples()].map(toLf);

/** A draft with breaks where nobody expects them, as a page or a scan leaves them. */
const broken = fc
  .record({
    text: fc.constantFrom(...texts),
    breaks: fc.array(fc.tuple(fc.nat(), fc.constantFrom("\n", "\n\n", "。\n", " \n", "\n　　")), {
      maxLength: 5,
    }),
  })
  .map(({ text, breaks }) =>
    breaks.reduce((now, [at, put]) => {
      const from = at % (now.length + 1);
      return now.slice(0, from) + put + now.slice(from);
    }, text),
  );

describe("Windows 的换行", () => {
  it("发现与修正同 LF 的一样，改后没有半个换行", () => {
    for (const text of texts) assertSameFindings(text);
    fc.assert(fc.property(broken, assertSameFindings), { numRuns: 200 });
  });
  it("写到行末断开的日期、附件，各读各的", () => {
    for (const text of [
      "一、时间安排\n2月30\n日前完成自查。",
      "一、时间安排\n2026年3月5日\n（星期三）召开会议。",
      "一、总体要求\n分工见\n附件3\n二、重点任务",
    ])
      assertSameFindings(text);
  });
  it("排版、重排、按键也一样", () => {
    fc.assert(
      fc.property(broken, (text) => {
        assertSameEdits(text, (plan) => author.format(plan));
        assertSameEdits(text, (plan) => author.renumberAll(plan));
        for (let line = 0; line < parsePlan(text).lines.length; line++) {
          const end = ({ lines }: PlanDocument): number =>
            (lines[line]?.start ?? 0) + (lines[line]?.paragraph.text.length ?? 0);
          assertSameEdits(text, (plan) => author.continueItem(plan, end(plan))?.edits ?? []);
          for (const move of ["up", "down"] as const)
            assertSameEdits(text, (plan) => author.moveItem(plan, end(plan), move)?.edits ?? []);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function assertSameFindings(text: string): void {
  const windows = text.replaceAll("\n", "\r\n");
  const told = (of: string): string[] =>
    findingsIn(parsePlan(of)).map(({ ruleId, message, span, fixes }) =>
      JSON.stringify([
        ruleId,
        message,
        toLf(of.slice(0, span.start)).length,
        toLf(of.slice(0, span.end)).length,
        fixes.map(({ title, edits }) => [title, mended(of, edits)]),
      ]),
    );
  assert.deepEqual(told(windows), told(text), JSON.stringify(text));
}

function assertSameEdits(text: string, edits: (plan: PlanDocument) => readonly Edit[]): void {
  const windows = text.replaceAll("\n", "\r\n");
  const done = (of: string): string => mended(of, edits(parsePlan(of)));
  assert.equal(done(windows), done(text), JSON.stringify(text));
}

/** The text after the edits, with LF; a draft of CRLF must have no other line end. */
function mended(text: string, edits: readonly Edit[]): string {
  const after = applyEdits(text, edits);
  if (text.includes("\r\n")) assert.doesNotMatch(after, /\r(?!\n)|(?<!\r)\n/);
  return toLf(after);
}
