import type { Item, PlanDocument } from "../../../plan/model.js";
import { partNumbers } from "../../../plan/partNumbers.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { afterHeading, behindHeading, bodyLeft, hasBody, standsAlone } from "./headingLine.js";

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
  *check(plan) {
    const besideRunIn = createBesideRunIn();
    for (const headings of headingsByForm(plan)) {
      const marked = headings
        .filter((item) => !besideRunIn(item))
        .map((item) => afterHeading(plan, item))
        .filter((mark) => isMark(plan, mark));
      const bare = headings.filter((item) => isBare(plan, item)).length;
      if (bare < HABIT || bare < marked.length * 2) continue;
      for (const span of marked) {
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

/** Headings alone on their line that open something, of one part, level and form. A task in one sentence is none. */
function headingsByForm(plan: PlanDocument): Item[][] {
  const groups = new Map<string, Item[]>();
  const partOf = partNumbers(plan);
  for (const item of plan.items) {
    // 第三条 is no heading but the text itself.
    if (
      item.mark.style === "article" ||
      !standsAlone(plan, item) ||
      (item.children.length === 0 && !hasBody(plan, item))
    )
      continue;
    const key = `${partOf(item)} ${item.level} ${item.mark.style}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return [...groups.values()];
}

/** （一）指导思想。以……: beside headings that run into their text, and so have a full stop, one alone may keep its own. */
function createBesideRunIn(): (item: Item) => boolean {
  // Siblings are looked at once: there may be thousands, and all of them ask.
  const known = new Map<Item, boolean>();
  return ({ parent }) => {
    if (!parent) return false;
    const is = known.get(parent) ?? parent.children.some((other) => other.runIn);
    known.set(parent, is);
    return is;
  };
}

/** What ends with a colon is a lead, and tells nothing of how headings are written. */
function isBare(plan: PlanDocument, item: Item): boolean {
  const { start, end } = afterHeading(plan, item);
  return start === end;
}

/** A colon may introduce what follows. */
function isMark(plan: PlanDocument, at: Span): boolean {
  return /^[。；，、,;．.]$/.test(plan.text.slice(at.start, at.end));
}
