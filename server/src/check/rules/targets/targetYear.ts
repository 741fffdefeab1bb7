import type { PlanDocument, Target } from "../../../plan/model.js";
import { insert } from "../../../text/span.js";
import type { DocumentRule, Fix } from "../../rule.js";

/** A draft that dates this many of its goals means to date them all. */
const DATED_HABIT = 2;

export const targetYear: DocumentRule = {
  id: "target-year",
  subject: "targets",
  scope: "document",
  severity: "warning",
  title: { "zh-CN": "量化目标写明年份", en: "A quantified target says by which year" },
  why: {
    "zh-CN": "多年规划里的指标不写年份，年度分解和终期评估时无从对账。",
    en: "In a plan for several years a target without a year cannot be broken down or assessed.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { missing: "“{value}”没有写明到哪一年，上下文也看不出。", fix: "补上“到{year}年，”" },
    en: { missing: "“{value}” does not say by which year, nor does anything around it.", fix: "Add “到{year}年，”" },
  },
  examples: [
    {
      bad: "云岭市教育事业发展“十五五”规划\n一、主要任务\n（一）学前教育。⟦普惠性幼儿园覆盖率达到92%以上⟧。",
      good: "云岭市教育事业发展“十五五”规划\n一、主要任务\n（一）学前教育。到2030年，普惠性幼儿园覆盖率达到92%以上。",
    },
  ],
  *check(plan) {
    if (!mattersIn(plan)) return;
    let sentence = -1;
    for (const target of plan.targets) {
      if (target.kind !== "goal" || target.yearFrom !== "none" || !isStrong(plan, target)) continue;
      // One sentence lacks one year, however many figures it gives.
      const end = plan.text.indexOf("。", target.span.start);
      if (end === sentence && end !== -1) continue;
      sentence = end;
      yield {
        span: trimmed(plan, target),
        message: { key: "missing", fill: { value: `${target.indicator}${target.value}` } },
        fixes: yearFixes(plan, target),
      };
    }
  },
};

/** Several years by its title; or no period at all, and the draft dates its goals elsewhere. */
function mattersIn(plan: PlanDocument): boolean {
  const { period, kind } = plan;
  if (period?.source === "title") return period.from < period.to;
  if (kind !== "implementation-plan" && kind !== "long-term-plan" && kind !== "opinion") return false;
  const dated = plan.targets.filter((t) => t.kind === "goal" && t.yearFrom !== "none" && t.year !== undefined);
  return new Set(dated.map((t) => t.year)).size >= 1 && dated.length >= DATED_HABIT;
}

/** A rate with a bound, or a count of things to be made: other numbers are too often a norm or a name. */
function isStrong(plan: PlanDocument, target: Target): boolean {
  if (target.indicator.length > 40 || target.number === 0) return false;
  if (/%|‰|百分点/.test(target.unit)) return target.indicator.length >= 2;
  const before = plan.text.slice(Math.max(target.span.start, target.valueSpan.start - 14), target.valueSpan.start);
  return /(?:新建|新增|改扩建|建成|培育|创建|打造|引进|增加|培养|建设|选树|遴选|认定)[^，。；]{0,8}$/.test(before) && /^(?:所|个|名|人|万人|家|万个|处|门|项|套|间|座|万平方米|亩)$/.test(target.unit);
}

function trimmed(plan: PlanDocument, target: Target): { start: number; end: number } {
  let { start } = target.span;
  while (start < target.span.end && /[\s\u3000—]/.test(plan.text[start] ?? "")) start++;
  return { start, end: target.span.end };
}

function yearFixes(plan: PlanDocument, target: Target): Fix[] {
  const at = trimmed(plan, target).start;
  const { period } = plan;
  const last = period?.to ?? plan.targets.findLast((t) => t.year !== undefined)?.year;
  if (last === undefined) return [];
  const from = period && period.source === "title" ? Math.max(period.from, last - 5) : last;
  const years = [last, ...Array.from({ length: last - from }, (_, i) => from + i)];
  return years.map((year) => ({
    title: { key: "fix", fill: { year } },
    edits: [insert(at, `到${year}年，`)],
    safe: false,
  }));
}
