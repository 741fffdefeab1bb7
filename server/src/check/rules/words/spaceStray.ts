import type { Paragraph } from "../../../plan/model.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import type { Span } from "../../../text/span.js";
import { touching } from "../../../text/spanLookup.js";
import { isSentence, likelyFix, remove, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const BETWEEN_WORDS = /(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff])/g;
const BESIDE_MARKS =
  /(?<=[，。；：、？！])[ \u3000\t]{1,4}(?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff”》）])[ \u3000\t]{1,4}(?=[，。；：、？！”》）])/g;
const CITED = /《[^《》]{1,80}》|“[^“”]{1,40}”/g;
/** Two bodies that are always written with a space: 中共中央 国务院. */
const BODIES = /(?:中央|办公厅|委员会|党委|省委|市委|区委|县委)$/;
/** More than so many in one paragraph are how it was set, and one finding. */
const MANY = 3;

export const spaceStray: ParagraphRule = {
  id: "space-stray",
  subject: "words",
  scope: "paragraph",
  wants: " \u3000\t",
  severity: "hint",
  title: { "zh-CN": "汉字之间不空格", en: "No space between Chinese characters" },
  why: {
    "zh-CN": "字里行间的空格多半是转换、换行留下的，排版后成为缺口，还会把一个词断开。",
    en: "Spaces inside a sentence come from conversion or line breaks; set in type they are holes and cut words in two.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 5.1", en: "GB/T 15834-2011 5.1" },
  texts: {
    "zh-CN": {
      space: "汉字之间多了空格。",
      mark: "标点旁多了空格。",
      many: "本段有{count}处多余的空格。",
      fix: "删去空格",
    },
    en: {
      space: "A stray space between characters.",
      mark: "A stray space beside a mark.",
      many: "{count} stray spaces in this paragraph.",
      fix: "Remove the space",
    },
  },
  examples: [
    {
      bad: "各校要做到开齐课程，办好校园⟦ ⟧足球、篮球联赛，⟦ ⟧每天锻炼2小时。",
      good: "各校要做到开齐课程，办好校园足球、篮球联赛，每天锻炼2小时。落实《中共中央 国务院关于学前教育的意见》。",
    },
  ],
  *check(paragraph) {
    // Titles, signatures, lists of members and rows of a table are set with spaces; only sentences are looked at.
    if (!/[ \u3000\t]/.test(paragraph.text) || !isSentence(paragraph.text)) return;
    const words = spacesBetweenWords(paragraph);
    const marks = spacesBesideMarks(paragraph);
    if (words.length + marks.length > MANY) {
      const all = [...words, ...marks].sort((a, b) => a.start - b.start);
      const edits = all.map((span) => remove(span.start, span.end));
      yield {
        span: all[0] as Span,
        message: { key: "many", fill: { count: all.length } },
        fixes: [likelyFix(edits)],
      };
      return;
    }
    for (const span of words) yield remark(span, "space");
    for (const span of marks) yield remark(span, "mark");
  },
};

/** Between words a lost 、 may be meant; beside a mark the space is nothing. */
function remark(span: Span, key: "space" | "mark"): Remark {
  const edits = [remove(span.start, span.end)];
  return { span, message: { key }, fixes: [key === "mark" ? sureFix(edits) : likelyFix(edits)] };
}

function spacesBetweenWords(paragraph: Paragraph): Span[] {
  const { text, responsibilities } = paragraph;
  const found = matchesIn(text, BETWEEN_WORDS).map((match) => match.index);
  if (found.length === 0) return [];
  const isKept = touching([
    ...matchesIn(text, CITED).map((match) => ({ start: match.index, end: match.index + match[0].length })),
    ...responsibilities.map((one) => one.span),
    ...headOf(paragraph),
    ...beforeMarkers(paragraph),
  ]);
  return found
    .filter((at) => !isKept(at) && !isName(text, at) && !BODIES.test(text.slice(Math.max(0, at - 4), at)))
    .map((at) => ({ start: at, end: at + 1 }));
}

function spacesBesideMarks(paragraph: Paragraph): Span[] {
  const isKept = touching([
    ...headOf(paragraph),
    ...beforeMarkers(paragraph),
    ...paragraph.responsibilities.map((one) => one.span),
  ]);
  return matchesIn(paragraph.text, BESIDE_MARKS)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !isKept(start));
}

/** Headings run into one paragraph are kept apart by the spaces around their markers. */
function beforeMarkers({ inner }: Paragraph): Span[] {
  return inner.map(({ span }) => ({ start: span.start - 4, end: span.end + 4 }));
}

/** The marker with the space behind it, and a heading or a title that a space sets off from its text: （一）组织领导 各单位要…… */
function headOf({ text, marker }: Paragraph): Span[] {
  const from = marker?.span.end ?? 0;
  const title = /^[ \u3000\t]*(?:[\u4e00-\u9fff“”《》\d]{2,40}[ \u3000])?/;
  const heading = /^[ \u3000]*(?:[\u4e00-\u9fff“”]{2,24}[ \u3000])?/;
  return [{ start: 0, end: from + ((marker ? heading : title).exec(text.slice(from))?.[0].length ?? 0) }];
}

/** 张 三: two single characters set apart as names are; （记者 张三）: a name behind what its bearer is. */
function isName(text: string, at: number): boolean {
  if (/^[\u4e00-\u9fff]{2,3}[）)]/.test(text.slice(at + 1, at + 5))) return true;
  const isBreak = (c: string | undefined): boolean => c === undefined || !/[\u4e00-\u9fff]/.test(c);
  return isBreak(text[at - 2]) && isBreak(text[at + 2]);
}
