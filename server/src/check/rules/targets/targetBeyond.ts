import { targetsWhere } from "../../../plan/fewTargets.js";
import { itemAt, type PlanDocument, type Target } from "../../../plan/model.js";
import { replace } from "../../../text/span.js";
import { headed } from "../../sees.js";
import type { DocumentRule } from "../../rule.js";
import { clauseSpan, sentencesOf, titledPeriod, yearPlaces } from "./places.js";

/** So many years behind the period a goal is a vision (展望2035年) and not a slip. */
const VISION = 5;

/** What lies behind the plan's period, and is meant to. */
const FAR = /展望|远景|愿景|长远|下一?个?规划期|后续/;

export const targetBeyond: DocumentRule = {
  id: "target-beyond",
  subject: "targets",
  scope: "document",
  sees: {
    structure: ["tree", "frame"],
    headings: headed((title) => `${FAR.test(title)}`),
    targets: true,
  },
  severity: "warning",
  title: { "zh-CN": "目标期限不晚于规划期", en: "A target is not due after the plan's period" },
  why: {
    "zh-CN":
      "规划期之内考核不到的指标，没有人负责。远景目标（展望、到2035年等整五年）和单年度文稿里的中期目标不在此列。",
    en: "Nobody answers for a target that is due after the period. Visions and plans for a single year are left alone.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { beyond: "目标期限{due}年超出本文的规划期（至{to}年）。", fix: "改为{to}年" },
    en: {
      beyond: "The target is due in {due}, after the plan's period ends in {to}.",
      fix: "Change to {to}",
    },
  },
  examples: [
    {
      bad: "云岭市教育事业发展“十五五”规划\n一、主要任务\n（一）职业教育。⟦到2031年，校企共建实训基地达到40个⟧。",
      good: "云岭市教育事业发展“十五五”规划\n一、主要任务\n（一）职业教育。到2030年，校企共建实训基地达到40个。",
    },
  ],
  *check(plan) {
    const period = titledPeriod(plan);
    if (!period || period.from === period.to || plan.kind === "annual-points") return;
    const yearPlace = yearPlaces(plan);
    const isVision = createVision(plan);
    const late = targetsWhere(plan, ({ kind, year = 0 }) => kind === "goal" && year > period.to);
    for (const target of late) {
      if (
        target.year === undefined ||
        target.year % 5 === 0 ||
        target.year >= period.to + VISION ||
        isVision(target)
      )
        continue;
      const place = yearPlace(target);
      const clause = clauseSpan(plan, target);
      const start = place ? leadStart(plan.text, place.start) : clause.start;
      yield {
        span: { start: Math.min(start, clause.start), end: clause.end },
        message: { key: "beyond", fill: { due: target.year, to: period.to } },
        fixes: place
          ? [
              {
                title: { key: "fix", fill: { to: period.to } },
                edits: [replace(place, String(period.to))],
                safe: false,
              },
            ]
          : [],
      };
    }
  },
};

/** From 到 where one stands before the year. */
function leadStart(text: string, year: number): number {
  return /[到至]/.test(text[year - 1] ?? "") ? year - 1 : year;
}

/** Tells whether a target is said to lie far ahead, by its sentence up to it or by its heading. */
function createVision(plan: PlanDocument): (target: Target) => boolean {
  const sentenceAt = sentencesOf(plan.text);
  /** Where the first such word of a sentence ends, by where the sentence begins. */
  const said = new Map<number, number>();
  return ({ span, valueSpan }) => {
    const { start, end } = sentenceAt(span.start);
    const first = said.get(start) ?? endOfMatch(FAR, plan.text.slice(start, end));
    said.set(start, first);
    // A clause with a bracket may go on behind the full stop.
    const isSaid =
      start + first <= span.end || (span.end > end && FAR.test(plan.text.slice(start, span.end)));
    return isSaid || FAR.test(itemAt(plan, valueSpan.start)?.title ?? "");
  };
}

function endOfMatch(pattern: RegExp, text: string): number {
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : Infinity;
}
