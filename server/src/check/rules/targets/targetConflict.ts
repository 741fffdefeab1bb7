import { targetsWhere } from "../../../plan/fewTargets.js";
import { indexAt } from "../../../plan/lineIndex.js";
import type { Paragraph, PlanDocument, Target } from "../../../plan/model.js";
import { replace } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { titledPeriod } from "./places.js";

/** A shorter name (覆盖率, 巩固率) is finished by what stands before it, and may mean two things. */
const SHORTEST = 5;

export const targetConflict: DocumentRule = {
  id: "target-conflict",
  subject: "targets",
  scope: "document",
  sees: { structure: ["tree", "frame"], targets: true, words: compared },
  severity: "warning",
  title: { "zh-CN": "同一指标前后一致", en: "One indicator has one value" },
  why: {
    "zh-CN": "同一指标、同一年份写了两个数，执行时无所适从。",
    en: "Two values for one indicator and one year leave the reader without either.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      conflict: "“{indicator}”此处为{value}，前文为{other}。",
      earlier: "前文：{other}",
      fix: "改为前文的“{other}”",
    },
    en: {
      conflict: "“{indicator}” is {value} here and {other} above.",
      earlier: "Above: {other}",
      fix: "Change to “{other}” as above",
    },
  },
  examples: [
    {
      bad: "云岭市教育局2026年工作要点\n一、学前教育\n学前教育毛入园率达到97.5%以上。\n二、保障措施\n把⟦学前教育毛入园率达到97%⟧作为重要考核内容。",
      good: "云岭市教育局2026年工作要点\n一、学前教育\n学前教育毛入园率达到97.5%以上。\n二、保障措施\n把学前教育毛入园率达到97.5%以上作为重要考核内容。",
    },
  ],
  *check(plan) {
    for (const [known, target] of conflicts(plan)) {
      const fill = { indicator: target.indicator, value: target.value, other: known.value };
      yield {
        span: { start: target.indicatorSpan.start, end: target.valueSpan.end },
        message: { key: "conflict", fill },
        fixes: [
          { title: { key: "fix", fill }, edits: [replace(target.valueSpan, known.value)], safe: false },
        ],
        related: [
          {
            span: { start: known.indicatorSpan.start, end: known.valueSpan.end },
            message: { key: "earlier", fill },
          },
        ],
      };
    }
  },
};

/** Targets of one indicator and year with other values than the first of them, which stands before each. */
function conflicts(plan: PlanDocument): (readonly [first: Target, other: Target])[] {
  const first = new Map<string, Target>();
  const found: (readonly [Target, Target])[] = [];
  // 2026年工作总结和计划: in one chapter stands what has been reached, in another one what shall be.
  const looksBack = /总结|报告|汇报|回顾/.test(plan.title?.text ?? "");
  const chapterOf = ({ valueSpan }: Target): number => (looksBack ? indexAt(plan.roots, valueSpan.start) : 0);
  for (const target of targetsWhere(plan, isRateOfGoal)) {
    const named = keyOf(plan, target);
    if (named === undefined) continue;
    const key = `${chapterOf(target)} ${named}`;
    const known = first.get(key);
    if (!known) first.set(key, target);
    else if (known.number !== target.number) found.push([known, target]);
  }
  return found;
}

/** What is said of another time behind a value is no part of the target. */
function compared({ text }: Paragraph): string {
  return text.includes("同比") ? text : "";
}

/** Rates only: counts of one name may add up. */
function isRateOfGoal({ kind, target }: Pick<Target, "kind"> & { readonly target: Target }): boolean {
  if (kind !== "goal" || target.unit !== "%" || target.number === undefined) return false;
  if (!/[=<>]/.test(target.comparator) || target.indicator.length < SHORTEST) return false;
  // 占总数的比例 is the share of whatever the sentence speaks of.
  if (/^(?:合计|分别|共|其中)?占|^市场占有率$/.test(target.indicator)) return false;
  return (
    /(?:率|比例|比重|占比)$/.test(target.indicator) && target.indicatorSpan.end <= target.valueSpan.start
  );
}

/** The name of such a rate and its year; undefined where one of them is open. */
function keyOf(plan: PlanDocument, target: Target): string | undefined {
  const clause = plan.text.slice(target.span.start, target.valueSpan.start);
  // 入园率、普惠率、公办率分别达到95%、90%、60%: one value of several.
  if (/其中|分别|各|每/.test(clause) || "和、及".includes(plan.text.charAt(target.valueSpan.start - 1)))
    return undefined;
  // 比例为0.7%，同比下降2.1个百分点: a report says so of one area after the other.
  if (/^[，（]同比/.test(plan.text.slice(target.valueSpan.end, target.valueSpan.end + 3))) return undefined;
  const period = titledPeriod(plan);
  const year = target.year ?? (period && period.from === period.to ? period.from : undefined);
  return year === undefined ? undefined : `${year} ${target.indicator.replace(/[“”\s]/g, "")}`;
}
