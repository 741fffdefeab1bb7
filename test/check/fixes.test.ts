import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { rules } from "../../server/src/check/registry.js";
import type { Finding } from "../../server/src/check/rule.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { fixAll } from "../../server/src/service/fixAll.js";
import { applyEdits, type Edit, overlaps, type Span } from "../../server/src/text/span.js";
import { examplePlans, ruleSamples } from "../support/draftTexts.js";

/** `npm run fuzz` sets both: so many times the cases, and another seed each time. */
const MORE = Number(process.env["HEGAO_FUZZ"] ?? 1);
const SEED = Number(process.env["HEGAO_SEED"] ?? 7);

const all = Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.severity }]));
const settings = { ...defaultSettings, rules: all };

function findingsIn(plan: PlanDocument): Finding[] {
  return runRules(plan, { rules, settings, locale: "zh-CN" });
}

const plans = examplePlans();
const samples = ruleSamples();

/** What a fix leaves to be said of right: a name is still to come, and a rise in points wants its base. */
const SAID_NEXT: Readonly<Record<string, string>> = {
  "responsibility-missing": "responsibility-empty",
  "target-points": "target-baseline",
};

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

const property = (check: (text: string) => void, runs: number): void =>
  fc.assert(fc.property(edited, check), { numRuns: Math.round(runs * MORE), seed: SEED });

describe("逐条修正", () => {
  it("例文的每一处修正单独做：这一处不再说，别处不多说，条目一条不少", () => {
    for (const text of [...samples, ...plans.filter((one) => one.includes("2026年工作要点"))]) {
      const plan = parsePlan(text);
      const before = findingsIn(plan);
      for (const finding of before)
        for (const { edits } of finding.fixes) assertMends({ plan, before, finding }, edits);
    }
  });
});

/** One fix by itself, as somebody takes it who goes through the findings. */
function assertMends(
  of: { plan: PlanDocument; before: readonly Finding[]; finding: Finding },
  edits: readonly Edit[],
): void {
  const { plan, before, finding } = of;
  const mended = parsePlan(applyEdits(plan.text, edits));
  const after = findingsIn(mended);
  const what = `${finding.ruleId}: ${finding.message}`;
  const at = moved(finding.span.start, edits);
  const still = after.some(
    ({ ruleId, message, span }) =>
      ruleId === finding.ruleId && message === finding.message && span.start === at,
  );
  assert.ok(!still, what);
  const told = (found: readonly Finding[], rule: string): number =>
    found.filter(({ ruleId }) => ruleId === rule).length;
  const born = [...new Set(after.map(({ ruleId }) => ruleId))].filter(
    (rule) => told(after, rule) > told(before, rule) && rule !== SAID_NEXT[finding.ruleId],
  );
  assert.deepEqual(born, [], what);
  const levels = ({ items }: PlanDocument): number[] => items.map(({ level }) => level);
  assert.deepEqual(levels(mended), levels(plan), what);
}

describe("全部修正", function () {
  if (MORE > 1) this.timeout(3_600_000);

  it("例文各改一遍，再改不动", () => {
    for (const text of [...plans, ...samples]) assertSettled(text);
  });
  it("随意改动过的文稿，改一遍，再改不动；所列改动互不重叠，正好得到改后的文稿", () => {
    property(assertSettled, 150);
  });
  it("规则不出错，修正不越界、不重叠，改动之外一字不动", () => {
    property(assertInBounds, 100);
  });
  it("改好一处，别处的发现若还在，修正照旧", () => {
    property(assertOthersHold, 60);
  });
});

/** Mended once, a draft stays as it is; and the edits lead from the one to the other. */
function assertSettled(text: string): void {
  const once = fixAll(parsePlan(text), findingsIn);
  assertApart(once.edits);
  assert.equal(applyEdits(text, once.edits), once.plan.text);
  assert.deepEqual(fixAll(parsePlan(once.plan.text), findingsIn).edits, []);
}

function assertInBounds(text: string): void {
  for (const { message, span, fixes } of findingsIn(parsePlan(text))) {
    assert.doesNotMatch(message, /自身出错/);
    assert.ok(span.start <= span.end && span.end <= text.length);
    for (const { edits } of fixes) {
      assertApart(edits);
      const grown = edits.reduce((sum, one) => sum + one.newText.length - (one.span.end - one.span.start), 0);
      assert.equal(applyEdits(text, edits).length, text.length + grown);
    }
  }
}

/**
 * The fix of one finding, then those of all others that it does not touch: they must still be what they were. Where
 * the fix gives the draft other items (二[bookmark]、 becomes 二、), the others are about another draft.
 */
function assertOthersHold(text: string): void {
  const plan = parsePlan(text);
  const findings = findingsIn(plan);
  for (const { ruleId, fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    const mended = parsePlan(applyEdits(text, edits));
    if (mended.items.length !== plan.items.length) continue;
    const after = findingsIn(mended);
    for (const other of findings) {
      const own = other.fixes[0]?.edits ?? [];
      if (own.some(({ span }) => edits.some((edit) => touches(edit.span, span)))) continue;
      const at = moved(other.span.start, edits);
      const now = after.find((one) => one.ruleId === other.ruleId && one.span.start === at);
      const same = own.map(({ span, newText }) => [moved(span.start, edits), newText]);
      const offered = now?.fixes.map((fix) => fix.edits.map((one) => [one.span.start, one.newText]));
      if (offered) assert.deepEqual(offered[0] ?? [], same, `${ruleId}, then ${other.ruleId}`);
    }
  }
}

function assertApart(edits: readonly Edit[]): void {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  ordered.forEach((edit, i) => {
    const next = ordered[i + 1];
    assert.ok(!next || !overlaps(edit.span, next.span));
  });
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Where an offset stands once edits before it are made. */
function moved(offset: number, edits: readonly Edit[]): number {
  return edits
    .filter((edit) => edit.span.end <= offset)
    .reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}
