import type { DocumentRule } from "../../rule.js";
import { afterHeading, behindHeading, bodyLeft } from "./headingLine.js";
import { headingsByForm } from "./headingMarks.js";

/** So many headings of a level without a mark make a habit that one with a mark breaks. */
const HABIT = 2;

export const headingPunctuation: DocumentRule = {
  id: "heading-punctuation",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines", "frame", "owners"], headings: behindHeading, words: bodyLeft },
  severity: "warning",
  title: { "zh-CN": "独占一行的标题末尾不加标点", en: "A heading on a line of its own has no final mark" },
  why: {
    "zh-CN": "独占一行的标题末尾不用句号；只查同级标题都不加、唯独这一个加了的。",
    en: "A heading alone on its line has no full stop. Only the odd one out among its level is reported.",
  },
  clause: {
    "zh-CN": "GB/T 15834-2011 附录B.4（文章标题）；层次标题从通行做法",
    en: "GB/T 15834-2011 B.4 (titles); practice for inner headings",
  },
  texts: {
    "zh-CN": { mark: "标题独占一行，末尾不用“{found}”，同级各标题都没有。", fix: "删去“{found}”" },
    en: {
      mark: "A heading on a line of its own needs no “{found}”; the others of its level have none.",
      fix: "Remove “{found}”",
    },
  },
  examples: [
    {
      bad: "一、总体要求\n全面落实。\n二、办好职业教育⟦。⟧\n（一）优化专业。增设专业。\n三、保障措施\n加强领导。",
      good: "一、总体要求\n全面落实。\n二、办好职业教育\n（一）优化专业。增设专业。\n三、保障措施\n加强领导。",
    },
  ],
  *check(plan, context) {
    for (const { marked, bare } of headingsByForm(plan, context)) {
      if (bare < HABIT || bare < marked.length * 2) continue;
      for (const item of marked) {
        const span = afterHeading(plan, item);
        const found = plan.text.slice(span.start, span.end);
        yield {
          span,
          message: { key: "mark", fill: { found } },
          fixes: [{ title: { key: "fix", fill: { found } }, edits: [{ span, newText: "" }], safe: true }],
        };
      }
    }
  },
};
