import type { Paragraph } from "../../../plan/model.js";
import { skipSpaces, trimEnd } from "../../../text/characters.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { likelyFix, remove } from "./mending.js";
import { isSiteLine } from "./siteLines.js";

/** Shorter paragraphs may be the same on purpose. */
const SHORTEST = 30;

export const paragraphRepeat: DocumentRule = {
  id: "paragraph-repeat",
  subject: "words",
  scope: "document",
  sees: { structure: [], shared: compared },
  severity: "warning",
  title: { "zh-CN": "一段话不出现两次", en: "No paragraph twice" },
  why: {
    "zh-CN": "整段一字不差地出现两次，是粘贴时多贴了一遍。",
    en: "A paragraph that stands twice to the letter was pasted twice.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "一个文件里收有几份内容相近的文稿时关闭。",
    en: "Where one file holds several drafts much alike.",
  },
  texts: {
    "zh-CN": { again: "这一段与前面的一段完全相同。", first: "前一段在此", fix: "删去这一段" },
    en: {
      again: "This paragraph is the same as one before it.",
      first: "The first one",
      fix: "Remove this paragraph",
    },
  },
  examples: [
    {
      bad: "健全监测机制，做好数据定期比对，确保控辍保学成果持续巩固，不让一名学生失学。\n落实资助政策。\n⟦健全监测机制，做好数据定期比对，确保控辍保学成果持续巩固，不让一名学生失学。⟧",
      good: "健全监测机制，做好数据定期比对，确保控辍保学成果持续巩固，不让一名学生失学。\n落实资助政策。",
    },
  ],
  *check(plan) {
    // Told from the paragraphs alone, so that nothing has to be put together for it.
    const seen = new Map<string, Span>();
    for (const i of alikeAtAGlance(plan.paragraphs)) {
      const paragraph = plan.paragraphs[i] as Paragraph;
      const text = compared(paragraph);
      if (text === undefined) continue;
      const start = plan.starts[i] ?? 0;
      const span = { start, end: start + paragraph.text.length };
      const first = seen.get(text);
      if (!first) {
        seen.set(text, span);
        continue;
      }
      // A numbered one is left to the drafter, since its number goes with it.
      const fixes = paragraph.marker ? [] : [likelyFix([remove(backToBreak(plan.text, start), span.end)])];
      yield { span, message: { key: "again" }, fixes, related: [{ span: first, message: { key: "first" } }] };
    }
  },
};

/** The places of the paragraphs that share their length and two of their characters with another, in order. */
function alikeAtAGlance(paragraphs: readonly Paragraph[]): number[] {
  const first = new Map<number, number>();
  const alike = new Set<number>();
  paragraphs.forEach(({ text, marker, role }, i) => {
    if (text.length < SHORTEST || role !== "body") return;
    const from = skipSpaces(text, marker?.span.end ?? 0);
    const size = trimEnd(text, from, text.length) - from;
    const [one, other] = [text.charCodeAt(from + (size >> 2)), text.charCodeAt(from + (size >> 1))];
    // A small number is looked up fastest; two that meet by chance are told apart afterwards.
    const glance = size ^ (one << 5) ^ (other << 12);
    const before = first.get(glance);
    if (before === undefined) first.set(glance, i);
    else alike.add(before).add(i);
  });
  return [...alike].sort((a, b) => a - b);
}

/** The words behind the marker; undefined for a paragraph that may well stand twice, or that nobody drafted. */
function compared(paragraph: Paragraph): string | undefined {
  const { text, marker, role } = paragraph;
  if (text.length < SHORTEST || role !== "body" || /^\s*附\s?件\s?[：:]/.test(text)) return undefined;
  const body = text.slice(marker?.span.end ?? 0).trim();
  const isWhole = body.length >= SHORTEST && "。；".includes(body.at(-1) ?? " ");
  return isWhole && !isSiteLine({ paragraph }) ? body : undefined;
}

function backToBreak(text: string, start: number): number {
  return start - (/\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}
