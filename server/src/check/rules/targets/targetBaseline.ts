import { targetsWhere } from "../../../plan/fewTargets.js";
import type { PlanDocument, Target } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { clauseSpan, sentencesOf } from "./places.js";

const COMPARES = /(?:比|较)(?:上一?年|去年|20\d\d年)|在(?:上一?年|去年|20\d\d年)[^，。；]{0,4}基础上/;

export const targetBaseline: DocumentRule = {
  id: "target-baseline",
  subject: "targets",
  scope: "document",
  sees: { structure: ["tree", "frame"], targets: true },
  severity: "hint",
  title: { "zh-CN": "比上年提高几个百分点，写明基数", en: "A change against last year names its base" },
  why: {
    "zh-CN": "只写“比上年提高2个百分点”，没有上年的数，也没有提高到多少，年终无从核对。",
    en: "Two points more than last year cannot be checked where neither the base nor the level is given.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "基数另有台账或尚未公布时，可以关闭。",
    en: "Where the base is kept in another ledger or not yet published.",
  },
  texts: {
    "zh-CN": { base: "“{value}”没有基数，也没有写明达到多少。" },
    en: { base: "“{value}” names neither its base nor the level to be reached." },
  },
  examples: [
    {
      bad: "云岭市教育局2026年工作要点\n一、体育\n1.防控近视。⟦总体近视率比上年下降1个百分点⟧。",
      good: "云岭市教育局2026年工作要点\n一、体育\n1.防控近视。总体近视率比上年下降1个百分点，降至50.5%以内。",
    },
  ],
  *check(plan) {
    const changes = targetsWhere(
      plan,
      ({ kind, target }) => kind === "goal" && target.unit.includes("百分点"),
    );
    const isLevelSaid = createLevelSaid(plan);
    for (const target of changes) {
      const clause = plan.text.slice(target.span.start, target.span.end);
      if (!COMPARES.test(clause) || isLevelSaid(target)) continue;
      yield { span: clauseSpan(plan, target), message: { key: "base", fill: { value: target.value } } };
    }
  },
};

/** Tells whether the sentence of a target names a level, each sentence looked at once. */
function createLevelSaid({ text }: PlanDocument): (target: Target) => boolean {
  const sentenceAt = sentencesOf(text);
  let last: { readonly start: number; readonly end: number; readonly isSaid: boolean } | undefined;
  return ({ span }) => {
    const { start } = sentenceAt(span.start);
    const { end } = sentenceAt(span.end);
    if (last?.start !== start || last.end !== end)
      last = { start, end, isSaid: /[%％]/.test(text.slice(start, end)) };
    return last.isSaid;
  };
}
