import { rules } from "../../server/src/check/registry.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import type { Comparison } from "../../server/src/compare/comparePlans.js";
import type { Finding } from "../../server/src/check/rule.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { cleanText } from "../../server/src/read/clean/cleanText.js";
import { author } from "../../server/src/service/author.js";
import { createPlanService } from "../../server/src/service/planService.js";
import { planFacts } from "../../server/src/service/planFacts.js";
import { applyEdits } from "../../server/src/text/span.js";

/** Every rule switched on, also those that are off by default. */
export const allRules = {
  ...defaultSettings,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.severity }])),
};
export const service = createPlanService({ settings: allRules });

/** One draft at every step of its way through the house. */
export interface Subject {
  readonly text: string;
  readonly plan: PlanDocument;
}

export interface Stage {
  readonly name: string;
  run(subject: Subject): unknown;
}

const roster = [{ full: "基础教育科", aliases: ["基教科"] }, { full: "办公室" }];
const folder = {
  roster,
  departments: [{ name: "办公室", count: 1 }],
  indicators: [{ name: "毛入园率", value: "99%", year: 2025 }],
  titles: ["教育规划"],
};

export function findingsOf(plan: PlanDocument): readonly Finding[] {
  return runRules(plan, { rules, settings: allRules, locale: "zh-CN" });
}

/** The text with a word added in its middle: next year's draft, or the draft after a keystroke. */
function edited(text: string): string {
  const middle = text.length >> 1;
  return `${text.slice(0, middle)}甲，${text.slice(middle)}`;
}

/** So many lines a list takes to come back to its first level. */
const LEVELS = 5;

/** The offsets at which the hand may stand: both ends, the middle, and the heads of the lines there, one of each level. */
function at({ text }: Subject): readonly number[] {
  const heads: number[] = [];
  let head = text.length >> 1;
  for (let i = 0; i <= LEVELS && head !== 0; i++) {
    heads.push(head);
    head = text.indexOf("\n", head) + 1;
  }
  return [0, ...heads, text.length];
}
const eachPlace =
  (work: (plan: PlanDocument, offset: number) => unknown) =>
  (subject: Subject): void =>
    at(subject).forEach((offset) => work(subject.plan, offset));

const ruleStages: readonly Stage[] = rules.map((rule) => ({
  name: `rule ${rule.id}`,
  run: ({ plan }) => runRules(plan, { rules: [rule], settings: allRules, locale: "zh-CN" }),
}));

const seeing: readonly Stage[] = [
  { name: "outline", run: ({ plan }) => service.outline(plan) },
  { name: "folds", run: ({ plan }) => service.folds(plan) },
  { name: "targets", run: ({ plan }) => service.targets(plan) },
  { name: "tasks", run: ({ plan }) => service.tasks(plan) },
  { name: "planFacts", run: ({ plan }) => planFacts(plan, "2026年工作要点.plan") },
  { name: "semanticTokens", run: ({ plan }) => author.semanticTokens(plan) },
  { name: "inlayHints", run: ({ plan }) => author.inlayHints(plan, { start: 0, end: plan.text.length }) },
  {
    name: "documentLinks",
    run: ({ plan }) =>
      author.documentLinks(
        plan,
        folder.titles.map((title) => ({ title, fileName: title, target: "file:///a.plan" })),
      ),
  },
  {
    name: "lensCounts",
    run: ({ plan }) => author.lensCounts(plan, author.taskJudge(plan, findingsOf(plan), allRules)),
  },
  { name: "hover", run: eachPlace((plan, offset) => author.hoverAt(plan, offset, roster)) },
  { name: "definition", run: eachPlace((plan, offset) => author.definitionAt(plan, offset, roster)) },
  { name: "selection", run: eachPlace((plan, offset) => author.selectionRanges(plan, offset)) },
  {
    name: "references",
    run: eachPlace((plan, offset) => {
      const found = author.subjectAt(plan, offset, roster);
      return found && author.references(plan, found.subject, roster);
    }),
  },
];

const typing: readonly Stage[] = [
  {
    name: "completions",
    run: eachPlace((plan, offset) =>
      author.completionsAt(plan, offset, { folder, sections: author.sections }),
    ),
  },
  { name: "continueItem", run: eachPlace(author.continueItem) },
  { name: "demote", run: eachPlace(author.demote) },
  { name: "promote", run: eachPlace(author.promote) },
  { name: "moveItem", run: eachPlace((plan, offset) => author.moveItem(plan, offset, "up")) },
  { name: "renumberAll", run: ({ plan }) => author.renumberAll(plan) },
  { name: "format", run: ({ plan }) => applyEdits(plan.text, author.format(plan)) },
  { name: "cleanPaste", run: ({ text }) => author.cleanPaste(text) },
  { name: "newDraft", run: ({ plan }) => author.newDraft("annual-points", 2031, plan) },
];

const whole: readonly Stage[] = [
  { name: "parse", run: ({ text }) => parsePlan(text) },
  { name: "parse again", run: ({ text, plan }) => parsePlan(edited(text), plan) },
  { name: "clean", run: ({ text }) => cleanText(text) },
  { name: "check", run: ({ plan }) => findingsOf(plan) },
  {
    name: "check again",
    run: ({ text, plan }) => {
      const typing = createPlanService({ settings: allRules });
      typing.check(plan);
      return typing.check(typing.parse(edited(text), plan));
    },
  },
  { name: "fix", run: ({ plan }) => service.fixAll(plan) },
];

const comparing: readonly Stage[] = [
  {
    name: "compare",
    run: ({ plan, text }): Comparison =>
      service.compare(plan, [{ name: "a", plan: parsePlan(edited(text)) }]).comparison,
  },
  {
    name: "compare with earlier years",
    run: ({ plan, text }) => {
      const earlier = parsePlan(edited(text).replaceAll("2026", "2025").replaceAll("甲", "甲乙"));
      return service.check(plan, service.compare(plan, [{ name: "a", plan: earlier }]).earlier);
    },
  },
];

/** Every stage that a text goes through; the parse comes first since the others take its result. */
export const stages: readonly Stage[] = [...whole, ...ruleStages, ...seeing, ...typing, ...comparing];
