import type { Line, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule, Remark, RuleContext } from "../../rule.js";
import { drafted, draftedLines, wantedDraftedLines } from "./drafted.js";
import { acrossLines, type Lone, turnedQuotes, type Unlike, unlikePairs } from "./loneMarks.js";
import { likelyFix, sureFix } from "./mending.js";
import { oddMarks, oddPairs, PAIR_MARKS, type PairMark, partnerOf } from "./pairs.js";

export const punctuationPair: DocumentRule = {
  id: "punctuation-pair",
  subject: "words",
  scope: "document",
  sees: { structure: ["lines"], words: drafted(oddPairs) },
  wants: PAIR_MARKS,
  severity: "warning",
  title: { "zh-CN": "引号、书名号、括号成对", en: "Quotes and brackets come in pairs" },
  why: {
    "zh-CN": "缺了一半，读者分不清引到哪里、注到哪里为止。",
    en: "With one half missing nobody can tell where the quotation or the note ends.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 4.8、4.9、4.15", en: "GB/T 15834-2011 4.8, 4.9, 4.15" },
  texts: {
    "zh-CN": {
      lone: "{found} 没有与之成对的 {partner} 。",
      turned: "引号方向反了：此处应为 {partner} 。",
      unlike: "前面用 {partner} 开始，此处应为 {right} ，现为 {found} 。",
      crossed: "{found} 前后交错，应为 {right} 。",
      fix: "改为 {right}",
    },
    en: {
      lone: "{found} has no matching {partner} .",
      turned: "This quote faces the wrong way; it should be {partner} .",
      unlike: "It begins with {partner} , so this should be {right} , not {found} .",
      crossed: "{found} are crossed; this should be {right} .",
      fix: "Change to {right}",
    },
  },
  examples: [
    { bad: "全面落实⟦“⟧双减政策要求，推广有效做法。", good: "全面落实“双减”政策要求，推广有效做法。" },
    { bad: "依托“互联网+教育⟦“⟧大平台。", good: "依托“互联网+教育”大平台。" },
    { bad: "落实市政府文件（云政发〔2025⟦）⟧3号）要求。", good: "落实市政府文件（云政发〔2025〕3号）要求。" },
  ],
  *check(plan, context) {
    const odd = oddLines(plan, context);
    if (odd.length === 0) return;
    const lines = draftedLines(plan, context);
    const lone: Lone[] = [];
    let index = 0;
    for (const { line, found } of odd) {
      while ((lines[index]?.start ?? Infinity) < line.start) index++;
      if (lines[index]?.start !== line.start) continue;
      for (const { first, second } of found.crossed) yield crossedRemark(line, first, second);
      for (const mark of found.lone) lone.push({ line: index, mark });
    }
    const turned = turnedQuotes(lines, lone);
    for (const { wrong } of turned) yield turnedRemark(lines[wrong.line] as Line, wrong.mark);
    const unlike = unlikePairs(lines, lone);
    for (const one of unlike) yield unlikeRemark(lines[one.marks[0].line] as Line, one);
    const told = new Set([
      ...turned.flatMap(({ wrong, partner }) => [wrong, partner]),
      ...unlike.flatMap(({ marks }) => marks),
    ]);
    const left = lone.filter((one) => !told.has(one));
    for (const one of acrossLines(lines, left)) yield loneRemark(lines[one.line] as Line, one.mark);
  },
};

interface OddLine {
  readonly line: Line;
  readonly found: ReturnType<typeof oddMarks>;
}

/** The lines whose marks are not all one within the other: few of those that have any. */
function oddLines(plan: PlanDocument, context: RuleContext): OddLine[] {
  const odd: OddLine[] = [];
  for (const line of wantedDraftedLines(plan, context)) {
    const found = context.ofParagraph("oddMarks", line.paragraph, ({ text }) => oddMarks(text));
    if (found.lone.length > 0 || found.crossed.length > 0) odd.push({ line, found });
  }
  return odd;
}

function unlikeRemark(line: Line, { marks: [opener], start, end }: Unlike): Remark {
  const right = partnerOf(opener.mark);
  const span = { start: line.start + start, end: line.start + end };
  const found = line.paragraph.text.slice(start, end);
  const message = { key: "unlike", fill: { found, partner: opener.mark.character, right } };
  return { span, message, fixes: [likelyFix([{ span, newText: right }], { right })] };
}

function loneRemark(line: Line, mark: PairMark): Remark {
  const start = line.start + mark.at;
  const message = { key: "lone", fill: { found: mark.character, partner: partnerOf(mark) } };
  return { span: { start, end: start + 1 }, message };
}

function turnedRemark(line: Line, mark: PairMark): Remark {
  const right = partnerOf(mark);
  const span = { start: line.start + mark.at, end: line.start + mark.at + 1 };
  const message = { key: "turned", fill: { found: mark.character, partner: right } };
  return { span, message, fixes: [likelyFix([{ span, newText: right }], { right })] };
}

function crossedRemark(line: Line, first: PairMark, second: PairMark): Remark {
  const span = { start: line.start + first.at, end: line.start + second.at + 1 };
  const right = second.character + first.character;
  const message = { key: "crossed", fill: { found: first.character + second.character, right } };
  const fixes = second.at === first.at + 1 ? [sureFix([{ span, newText: right }], { right })] : [];
  return { span, message, fixes };
}
