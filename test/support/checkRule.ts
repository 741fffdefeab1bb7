import assert from "node:assert/strict";
import type {
  EarlierYears,
  Finding,
  Options,
  RosterEntry,
  Rule,
  TermEntry,
} from "../../server/src/check/rule.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings, type Settings } from "../../server/src/check/settings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../server/src/text/span.js";

export interface Expected {
  /** The draft after the first fix of every finding. */
  readonly fixed?: string;
  readonly options?: Options;
  /** What the messages say, in reading order; one text stands for the first finding. */
  readonly says?: string | RegExp | readonly (string | RegExp)[];
  readonly roster?: readonly RosterEntry[];
  readonly terms?: readonly TermEntry[];
  readonly sections?: Settings["sections"];
  readonly earlier?: EarlierYears;
}

export type Check = (marked: string, expected?: Expected) => readonly Finding[];

/**
 * A check of one rule: the places where it must speak are marked ⟦ ⟧ in the draft, and a draft without marks must be
 * quiet. The found places are marked in the same way and compared, so that a failure reads as a diff. Where every
 * finding has a fix, the first of each is applied and nothing may be left.
 */
export function checkRule(rule: Rule): Check {
  return (marked, expected = {}) => {
    const text = unmark(marked);
    const findings = run(rule, text, expected);
    assert.equal(mark(text, findings), marked);
    const says = expected.says === undefined ? [] : [expected.says].flat();
    says.forEach((say, i) => {
      const message = findings[i]?.message ?? "";
      if (typeof say === "string") assert.equal(message, say);
      else assert.match(message, say);
    });
    checkFixes(rule, { text, findings, expected });
    return findings;
  };
}

/** Runs what the rule itself gives as wrong and right: its page shows them, so they must hold. */
export function checkExamples(rule: Rule): void {
  for (const { bad, good } of rule.examples) {
    checkRule(rule)(bad);
    checkRule(rule)(good);
  }
}

/** The draft without its marks. */
export function unmark(marked: string): string {
  return marked.replace(/[⟦⟧]/g, "");
}

/** The draft with the places of the findings marked. */
export function mark(text: string, findings: readonly Finding[]): string {
  const openers = findings.map((f) => ({
    span: { start: f.span.start, end: f.span.start },
    at: 1,
    newText: "⟦",
  }));
  const closers = findings.map((f) => ({
    span: { start: f.span.end, end: f.span.end },
    at: 0,
    newText: "⟧",
  }));
  const marks = [...openers, ...closers].sort((a, b) => a.span.start - b.span.start || a.at - b.at);
  return applyEdits(text, marks);
}

function run(rule: Rule, text: string, expected: Expected): Finding[] {
  const { options, roster = [], terms = [], sections = {}, earlier } = expected;
  // A rule that is off by default is switched on to be tested.
  const setting = { severity: rule.severity, ...(options ? { options } : {}) };
  const settings: Settings = { ...defaultSettings, rules: { [rule.id]: setting }, roster, terms, sections };
  return runRules(parsePlan(text), { rules: [rule], settings, locale: "zh-CN", earlier });
}

function checkFixes(
  rule: Rule,
  of: { text: string; findings: readonly Finding[]; expected: Expected },
): void {
  const { text, findings, expected } = of;
  const edits = findings.flatMap((finding) => finding.fixes[0]?.edits ?? []);
  const mended = applyEdits(text, edits);
  if (expected.fixed !== undefined) assert.equal(mended, expected.fixed);
  if (findings.some((finding) => finding.fixes.length === 0)) return;
  assert.equal(mark(mended, run(rule, mended, expected)), mended, "after the fix nothing is left");
}
