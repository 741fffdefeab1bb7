import type { Fix, ParagraphRule } from "../../rule.js";
import { likelyFix, spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const RUN = /[，。；：、,;:]{2,}/g;
const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：" };
/** 。”。 and 。）。: the sentence is ended inside and once more outside. */
const ENDED_TWICE = /。[”’]。/g;
const NOTED = /。（[^（）。]{1,60}）。/g;

export const punctuationRepeat: ParagraphRule = {
  id: "punctuation-repeat",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["，。；：、,;:", "，。；：、,;:"],
    ["”’", "。"],
    ["。", "（"],
  ],
  severity: "info",
  title: { "zh-CN": "标点不重复", en: "No mark twice in a row" },
  why: {
    "zh-CN": "两个点号连在一起，是删改文字后没有收拾干净。",
    en: "Two marks in a row are left from a deletion.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 第4章、附录B.2", en: "GB/T 15834-2011 4, B.2" },
  texts: {
    "zh-CN": {
      repeat: "标点重复：“{found}”。",
      twice: "句末点号用了两次：“{found}”。",
      fix: "改为“{right}”",
    },
    en: {
      repeat: "Repeated marks: “{found}”.",
      twice: "The sentence is ended twice: “{found}”.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    { bad: "构建齐抓共管的格局⟦。。⟧", good: "构建齐抓共管的格局。" },
    { bad: "严格管理⟦；。⟧落实责任。", good: "严格管理；落实责任。" },
    { bad: "他们说“一定办好⟦。”。⟧", good: "他们说“一定办好。”" },
  ],
  *check({ text }) {
    for (const match of matchesIn(text, RUN)) {
      // Three full stops are meant for an ellipsis.
      if (/^。{3,}$/.test(match[0]) || isMarkerEnd(text, match.index)) continue;
      const message = { key: "repeat", fill: { found: match[0] } };
      yield { span: spanOf(match), message, fixes: choices(match) };
    }
    for (const match of matchesIn(text, ENDED_TWICE)) {
      const right = match[0].slice(0, 2);
      const fix = likelyFix([{ span: spanOf(match), newText: right }], { right });
      yield { span: spanOf(match), message: { key: "twice", fill: { found: match[0] } }, fixes: [fix] };
    }
    for (const match of matchesIn(text, NOTED)) {
      const { end } = spanOf(match);
      const edit = { span: { start: end - 1, end }, newText: "" };
      yield {
        span: edit.span,
        message: { key: "twice", fill: { found: match[0] } },
        fixes: [likelyFix([edit], { right: "" })],
      };
    }
  },
};

/** 15、，: the first mark belongs to a number at the head of the line. */
function isMarkerEnd(text: string, at: number): boolean {
  return at < 8 && /^\s*[\d一二三四五六七八九十]{1,4}$/.test(text.slice(0, at));
}

/** One mark twice leaves one; of two different ones the stronger comes first, the other is offered too. */
function choices(match: RegExpMatchArray): Fix[] {
  const marks = [...new Set([...match[0]].map((mark) => FULL[mark] ?? mark))];
  const ordered = [..."。；：，、"].filter((mark) => marks.includes(mark));
  return ordered.map((right) => {
    const edit = { span: spanOf(match), newText: right };
    return ordered.length === 1 ? sureFix([edit], { right }) : likelyFix([edit], { right });
  });
}
