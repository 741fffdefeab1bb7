import type { Line } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { draftedLines } from "./drafted.js";
import { likelyFix, remove } from "./mending.js";

/** Shorter paragraphs may be the same on purpose. */
const SHORTEST = 30;

export const paragraphRepeat: DocumentRule = {
  id: "paragraph-repeat",
  subject: "words",
  scope: "document",
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
    const seen = new Map<string, Line>();
    for (const line of draftedLines(plan, context)) {
      if (line.role !== "body" && line.role !== "heading") continue;
      const text = bodyOf(line);
      if (text.length < SHORTEST || !/[。；]$/.test(text)) continue;
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

function bodyOf({ paragraph }: Line): string {
  return paragraph.text.slice(paragraph.marker?.span.end ?? 0).trim();
}

function backToBreak(text: string, start: number): number {
  return start - (/\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}
