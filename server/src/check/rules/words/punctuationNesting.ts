import type { Edit } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { likelyFix, spanOf, sureFix } from "./mending.js";
import { pairUp } from "./pairs.js";
import { matchesIn } from "../../../text/matches.js";

const INNER: Readonly<Record<string, readonly [string, string]>> = { "《": ["〈", "〉"], "“": ["‘", "’"] };
/** （国发（2020）6号）: the year of a document number stands in its own brackets. */
const NUMBER = /（[^（）]{0,40}（(?:19|20)\d\d）(?=\d{1,4}号)/g;
const ANGLE = /《[^《》<>]{0,60}<([^《》<>]{1,60})>/g;

export const punctuationNesting: ParagraphRule = {
  id: "punctuation-nesting",
  subject: "words",
  scope: "paragraph",
  wants: "《“<（",
  severity: "hint",
  title: { "zh-CN": "同形的引号、书名号、括号不相套", en: "Quotes and brackets of one shape do not nest" },
  why: {
    "zh-CN": "里外两层用同一种符号，读者分不清哪一半配哪一半。",
    en: "Where both layers have one shape, nobody can tell which half belongs to which.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 4.8.3、4.9.3、4.15", en: "GB/T 15834-2011 4.8.3, 4.9.3, 4.15" },
  texts: {
    "zh-CN": { nested: "里层应改用“{right}”。", fix: "里层改为“{right}”" },
    en: { nested: "The inner layer should be “{right}”.", fix: "Change the inner layer to “{right}”" },
  },
  examples: [
    {
      bad: "落实《关于印发⟦《2026年工作要点》⟧的通知》要求。",
      good: "落实《关于印发〈2026年工作要点〉的通知》要求。",
    },
    { bad: "依据有关文件（国发（⟦2020⟧）6号）办理。", good: "依据有关文件（国发〔2020〕6号）办理。" },
  ],
  check: ({ text }) =>
    opensTwice(text, "《", "》") ||
    opensTwice(text, "“", "”") ||
    opensTwice(text, "（", "）") ||
    text.includes("<")
      ? remarks(text)
      : [],
};

function* remarks(text: string): Generator<Remark> {
  yield* nested(text);
  yield* angles(text);
  for (const match of matchesIn(text, NUMBER)) {
    const { end } = spanOf(match);
    const edits = [around(end - 6, "〔"), around(end - 1, "〕")];
    const fix = sureFix(edits, { right: "〔〕" });
    yield {
      span: { start: end - 5, end: end - 1 },
      message: { key: "nested", fill: { right: "〔〕" } },
      fixes: [fix],
    };
  }
}

/** Whether one opens before another that is open is closed. */
function opensTwice(text: string, opener: string, closer: string): boolean {
  let at = text.indexOf(opener);
  while (at !== -1) {
    const next = text.indexOf(opener, at + 1);
    if (next === -1) return false;
    const close = text.indexOf(closer, at + 1);
    if (close === -1 || next < close) return true;
    at = next;
  }
  return false;
}

function around(at: number, newText: string): Edit {
  return { span: { start: at, end: at + 1 }, newText };
}

function* nested(text: string): Generator<Remark> {
  const { pairs } = pairUp(text);
  const stops = stopsBefore(text);
  const closed = new Set(pairs.map((pair) => pair.open));
  for (const { open, close, within } of pairs) {
    const inner = INNER[open.character];
    // A third layer takes the outer shape again; a passage between is no name.
    if (!inner || within?.character !== open.character || stops[open.at] !== stops[close.at]) continue;
    if (!closed.has(within)) continue;
    const right = inner.join("");
    const edits = [around(open.at, inner[0]), around(close.at, inner[1])];
    const message = { key: "nested", fill: { right } };
    yield { span: { start: open.at, end: close.at + 1 }, message, fixes: [likelyFix(edits, { right })] };
  }
}

/** How many full stops stand before each place: pairs within pairs would have the same text searched again and again. */
function stopsBefore(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) counts[at + 1] = (counts[at] ?? 0) + (text[at] === "。" ? 1 : 0);
  return counts;
}

function* angles(text: string): Generator<Remark> {
  for (const match of matchesIn(text, ANGLE)) {
    const { end } = spanOf(match);
    const start = end - (match[1] ?? "").length - 2;
    const fix = sureFix([around(start, "〈"), around(end - 1, "〉")], { right: "〈〉" });
    yield { span: { start, end }, message: { key: "nested", fill: { right: "〈〉" } }, fixes: [fix] };
  }
}
