import { itemAt, type Item, type Line } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import { headed, where } from "../../sees.js";
import type { DocumentRule } from "../../rule.js";
import { sentencesOf } from "./places.js";
import { matchesIn } from "../../../text/matches.js";

const VAGUE =
  /(?:大幅度?|明显|显著)(?:提升|提高|增强|改善|下降|降低|减少|优化|增加|扩大|缩小)(?=[，。；]|$)/g;
/** The subject of a vague verb is looked for so far back. */
const REACH = 24;

/** A heading of targets. */
const IS_OF_TARGETS = /(?:目标|指标)$/;

export const targetVague: DocumentRule = {
  id: "target-vague",
  subject: "targets",
  scope: "document",
  sees: {
    structure: ["tree", "frame"],
    headings: headed((title) => `${IS_OF_TARGETS.test(title)}`),
    targets: true,
    words: where(/大幅|明显|显著/),
  },
  wants: "幅显著",
  severity: "hint",
  title: { "zh-CN": "具体目标不用“大幅”“显著”代替数值", en: "No “markedly” among quantified targets" },
  why: {
    "zh-CN": "同一段里别的指标都有数，独有一项只写“显著提升”，无法考核。只看题为“目标”“指标”的部分。",
    en: "Among figures, a goal that only rises markedly cannot be assessed. Only sections of targets are looked at.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "定性目标另有评价办法时，可以关闭。",
    en: "Where qualitative goals are assessed otherwise.",
  },
  texts: {
    "zh-CN": { vague: "同段其他目标都有数值，“{clause}”没有。" },
    en: { vague: "The other targets of this paragraph have figures; “{clause}” has none." },
  },
  examples: [
    {
      bad: "云岭市教育事业发展“十五五”规划\n一、主要目标\n到2030年，体质健康优良率达到65%以上，近视率控制在47%以内，⟦学生综合素质显著提升⟧。",
      good: "云岭市教育事业发展“十五五”规划\n一、主要目标\n到2030年，体质健康优良率达到65%以上，近视率控制在47%以内，综合素质评价优良率达到90%以上。",
    },
  ],
  *check(plan, context) {
    for (const line of context.wanted()) {
      if (!/大幅|明显|显著/.test(line.paragraph.text)) continue;
      const isQuantified = createQuantified(line);
      for (const span of vagueClauses(line)) {
        if (!isQuantified(span.start - line.start) || !inTargets(itemAt(plan, span.start))) continue;
        yield { span, message: { key: "vague", fill: { clause: plan.text.slice(span.start, span.end) } } };
      }
    }
  },
};

/** Of the clauses of its sentence all but two have figures: a sentence that speaks of the whole needs none. */
function createQuantified({ paragraph: { text, targets } }: Line): (at: number) => boolean {
  const sentenceAt = sentencesOf(text);
  const goalSentence = sentencesOf(text);
  const goals = new Map<number, number>();
  for (const { kind, span } of targets) {
    const { start, end } = goalSentence(span.start);
    if (kind === "goal" && span.end <= end) goals.set(start, (goals.get(start) ?? 0) + 1);
  }
  const known = new Map<number, boolean>();
  return (at) => {
    const { start, end } = sentenceAt(at);
    const count = goals.get(start) ?? 0;
    const before = known.get(start);
    if (before !== undefined) return before;
    const is = count >= 2 && text.slice(start, end).split(/[，；]/).length - count <= 2;
    known.set(start, is);
    return is;
  };
}

function* vagueClauses({ start, paragraph }: Line): Generator<Span> {
  const { text } = paragraph;
  for (const match of matchesIn(text, VAGUE)) {
    let at = match.index;
    while (at > 0 && match.index - at < REACH && !/[，。；：、\s—]/.test(text[at - 1] ?? "")) at--;
    if (match.index - at >= 2) yield { start: start + at, end: start + match.index + match[0].length };
  }
}

/** 主要目标, 发展指标; not 目标任务, which is prose. */
function inTargets(item: Item | undefined): boolean {
  for (let at = item; at; at = at.parent) if (IS_OF_TARGETS.test(at.title)) return true;
  return false;
}
