import { isBoxLine } from "../../../plan/boxes.js";
import type { PlanDocument, Target } from "../../../plan/model.js";
import { headed } from "../../sees.js";
import type { DocumentRule, Options } from "../../rule.js";
import { clauseSpan, sentencesOf, titledPeriod } from "./places.js";
import { ALL_DUE, isRate, strongGoals, timesTold } from "./strongTargets.js";
import { yearFixes } from "./yearFixes.js";

/** A draft that dates this share of its rates means to date them all. */
const RATES_DATED = 0.5;
/** So many counts without a year, in all or for each goal with one, are still slips and not the draft's custom. */
const FEW_UNDATED = 3;
const UNDATED_A_DATED = 1;
/** A draft without a period in its title must have dated at least so many goals. */
const DATED_HABIT = 4;

export const targetYear: DocumentRule = {
  id: "target-year",
  subject: "targets",
  scope: "document",
  sees: {
    structure: ["tree", "frame"],
    headings: headed(timesTold),
    targets: true,
    words: ({ text }) => (isBoxLine(text) || ALL_DUE.test(text) ? text : ""),
  },
  severity: "warning",
  title: { "zh-CN": "量化目标写明年份", en: "A quantified target says by which year" },
  why: {
    "zh-CN":
      "多年规划里的指标不写年份，年度分解和终期评估时无从对账。数量（建设3所）大多不写年份的文稿，视为由规划期统领，数量不提示。",
    en: "In a plan for several years a target without a year cannot be broken down or assessed. Where a draft leaves most of its counts to the period in its title, counts are not reported.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "规划约定各项指标一律以期末为准时，可以关闭。",
    en: "Where all targets are understood to be due at the end of the period.",
  },
  options: {
    counts: {
      type: "string",
      default: "habit",
      enum: ["habit", "always", "never"],
      description: {
        "zh-CN":
          "数量目标（新建3所）：habit 依全文习惯（不写年份的多于写的，不提示），always 一律检查，never 不检查。",
        en: "Counts: by the draft's habit (not where most goals have no year), always, or never.",
      },
    },
  },
  texts: {
    "zh-CN": { missing: "“{value}”没有写明到哪一年，上下文也看不出。", fix: "补上“到{year}年，”" },
    en: {
      missing: "“{value}” does not say by which year, nor does anything around it.",
      fix: "Add “到{year}年，”",
    },
  },
  examples: [
    {
      bad: "云岭市教育事业发展“十五五”规划\n一、主要目标\n到2030年，义务教育巩固率达到99%以上。\n二、主要任务\n（一）学前教育。⟦普惠性幼儿园覆盖率达到92%以上⟧。",
      good: "云岭市教育事业发展“十五五”规划\n一、主要目标\n到2030年，义务教育巩固率达到99%以上。\n二、主要任务\n（一）学前教育。到2030年，普惠性幼儿园覆盖率达到92%以上。",
    },
  ],
  *check(plan, { options }) {
    if (!mattersIn(plan)) return;
    const strong = strongGoals(plan);
    const checked = { rate: asksRates(strong), count: asksCounts(plan, strong, options) };
    const sentenceAt = sentencesOf(plan.text);
    let sentence = -1;
    for (const target of strong) {
      if (isDated(target) || !checked[isRate(target) ? "rate" : "count"]) continue;
      // One sentence lacks one year, however many figures it gives.
      const end = sentenceAt(target.span.start).end;
      if (end === sentence) continue;
      sentence = end;
      const span = clauseSpan(plan, target);
      const value = plan.text
        .slice(span.start, span.end)
        .replace(/\s+/g, "")
        .replace(/“/g, "‘")
        .replace(/”/g, "’");
      yield {
        span,
        message: { key: "missing", fill: { value } },
        fixes: yearFixes(plan, target),
      };
    }
  },
};

/** Several years by its title; or no period there, and the draft dates its goals. A school year is one year. */
function mattersIn(plan: PlanDocument): boolean {
  const { period, kind, title } = plan;
  if (kind === "annual-points" || kind === "notice" || /学年|半年|季度/.test(title?.text ?? "")) return false;
  if (ALL_DUE.test(plan.text)) return false;
  if (period?.source === "title") return period.from < period.to;
  if (kind !== "implementation-plan" && kind !== "long-term-plan") return false;
  const goals = strongGoals(plan);
  const dated = goals.filter(isDated);
  return dated.length >= DATED_HABIT && dated.length >= goals.length * 0.8;
}

function isDated(target: Target): boolean {
  return target.yearFrom !== "none";
}

function asksRates(strong: readonly Target[]): boolean {
  const rates = strong.filter(isRate);
  return rates.filter(isDated).length >= rates.length * RATES_DATED;
}

/** Counts are asked for unless the draft leaves most of them to its title, by custom. */
function asksCounts(plan: PlanDocument, strong: readonly Target[], options: Options): boolean {
  if (options["counts"] !== "habit") return options["counts"] === "always";
  if (!titledPeriod(plan)) return false;
  const dated = strong.filter(isDated).length;
  const undated = strong.filter((target) => !isRate(target) && !isDated(target)).length;
  return dated > 0 && undated <= Math.max(FEW_UNDATED, dated * UNDATED_A_DATED);
}
