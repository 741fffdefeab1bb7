import type { Line, Paragraph } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { draftedLines } from "./drafted.js";
import { likelyFix, remove } from "./mending.js";

/** Shorter paragraphs may be the same on purpose. */
const SHORTEST = 30;

export const paragraphRepeat: DocumentRule = {
  id: "paragraph-repeat",
  subject: "words",
  scope: "document",
  sees: { words: (paragraph) => compared(paragraph) ?? "" },
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
  *check(plan, context) {
    const repeated = repeatedIn(plan.paragraphs);
    if (repeated.size === 0) return;
    const seen = new Map<string, Line>();
    for (const line of draftedLines(plan, context)) {
      const text = repeated.has(line.paragraph) ? compared(line.paragraph) : undefined;
      if (text === undefined || (line.role !== "body" && line.role !== "heading")) continue;
      const first = seen.get(text);
      if (!first) {
        seen.set(text, line);
        continue;
      }
      const end = line.start + line.paragraph.text.length;
      const isMarked = line.paragraph.marker !== undefined;
      // A numbered one is left to the drafter, since its number goes with it.
      const fixes = isMarked ? [] : [likelyFix([remove(backToBreak(plan.text, line.start), end)])];
      const related = [
        {
          span: { start: first.start, end: first.start + first.paragraph.text.length },
          message: { key: "first" },
        },
      ];
      yield { span: { start: line.start, end }, message: { key: "again" }, fixes, related };
    }
  },
};

/** The words behind the marker; undefined for a paragraph that may well stand twice. */
function compared({ text, marker }: Paragraph): string | undefined {
  if (text.length < SHORTEST) return undefined;
  const body = text.slice(marker?.span.end ?? 0).trim();
  return body.length >= SHORTEST && "。；".includes(body.at(-1) ?? " ") ? body : undefined;
}

/** The paragraphs whose words stand more than once, told before anything is asked about the lines around them. */
function repeatedIn(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const known = new Map<string, Paragraph>();
  const repeated = new Set<Paragraph>();
  for (const paragraph of paragraphs) {
    const text = compared(paragraph);
    if (text === undefined) continue;
    const first = known.get(text);
    if (first) repeated.add(first).add(paragraph);
    else known.set(text, paragraph);
  }
  return repeated;
}

function backToBreak(text: string, start: number): number {
  return start - (/\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}
