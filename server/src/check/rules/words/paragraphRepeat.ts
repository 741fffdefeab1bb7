import { later } from "../../../plan/later.js";
import type { Paragraph, PlanDocument } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import { touching } from "../../../text/spanLookup.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { alikeAtAGlance } from "./alikeAtAGlance.js";
import { likelyFix, remove } from "./mending.js";
import { isSiteLine } from "./siteLines.js";

/** Shorter paragraphs may be the same on purpose. */
const SHORTEST = 30;

export const paragraphRepeat: DocumentRule = {
  id: "paragraph-repeat",
  subject: "words",
  scope: "document",
  sees: { structure: [], shared: compared, words: apart },
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
    const places = new Map<string, number[]>();
    for (const i of alikeAtAGlance(plan, SHORTEST)) {
      const text = compared(plan.paragraphs[i] as Paragraph);
      if (text === undefined) continue;
      const known = places.get(text);
      if (known) known.push(i);
      else places.set(text, [i]);
    }
    const labels = later(() => touching(linesWhere(plan, isLabel)));
    const articles = later(() => touching(linesWhere(plan, isArticle)));
    for (const [first, again, third] of places.values()) {
      // Three times it is a formula that goes with every task.
      if (first === undefined || again === undefined || third !== undefined) continue;
      // 附件：任务分解表 says the tasks of the plan once more, and each article its terms; but no article is one of another's.
      const isMeant =
        labels.get()(first + 1, again) ||
        (!isArticle(plan.paragraphs[again] as Paragraph) && articles.get()(first + 1, again));
      if (!isMeant) yield remarkOn(plan, first, again);
    }
  },
};

/** Lines of a kind, as stretches of lines. */
function linesWhere({ paragraphs }: PlanDocument, isOne: (paragraph: Paragraph) => boolean): Span[] {
  const lines: Span[] = [];
  for (let i = 0; i < paragraphs.length; i++)
    if (isOne(paragraphs[i] as Paragraph)) lines.push({ start: i, end: i + 1 });
  return lines;
}

function isLabel({ role }: Paragraph): boolean {
  return role === "attachment-label";
}

function isArticle({ marker }: Paragraph): boolean {
  return marker?.style === "article";
}

/** What it sees of a paragraph beside its words. */
function apart(paragraph: Paragraph): string {
  return isLabel(paragraph) ? "label" : isArticle(paragraph) ? "article" : "";
}

function remarkOn({ text, starts, paragraphs }: PlanDocument, first: number, again: number): Remark {
  const spanOf = (i: number): Span => {
    const start = starts[i] ?? 0;
    return { start, end: start + (paragraphs[i]?.text.length ?? 0) };
  };
  const span = spanOf(again);
  // A numbered one is left to the drafter, since its number goes with it.
  const fixes = paragraphs[again]?.marker
    ? []
    : [likelyFix([remove(backToBreak(text, span.start), span.end)])];
  return {
    span,
    message: { key: "again" },
    fixes,
    related: [{ span: spanOf(first), message: { key: "first" } }],
  };
}

/** The words behind the marker; undefined for a paragraph that may well stand twice, or that nobody drafted. */
function compared(paragraph: Paragraph): string | undefined {
  const { text, marker, role } = paragraph;
  if (text.length < SHORTEST || role !== "body" || /^\s*附\s?件\s?[：:]/.test(text)) return undefined;
  const body = text.slice(marker?.span.end ?? 0).trim();
  // （2）申请人的承诺书； may stand in two lists of what is to be handed in.
  const isWhole = body.length >= SHORTEST && (marker ? "。" : "。；").includes(body.at(-1) ?? " ");
  return isWhole && !isSiteLine({ paragraph }) ? body : undefined;
}

function backToBreak(text: string, start: number): number {
  return start - (/\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}
