import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { slice } from "../../../text/span.js";
import { equalSiblings } from "./equalSiblings.js";
import { afterHeading } from "./headingLine.js";

export const sectionDuplicate: DocumentRule = {
  id: "section-duplicate",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines", "frame"], headings: true, words: labelled },
  coveredBy: ["paragraph-repeat"],
  severity: "warning",
  title: { "zh-CN": "同级标题不重复", en: "No heading stands twice among its siblings" },
  why: {
    "zh-CN": "两条并列的标题一字不差，多半是粘贴后忘了改，或同一内容写了两遍。",
    en: "Two equal headings side by side are most likely a paste that was not edited.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { again: "标题“{title}”与同级的“{before}”重复。", first: "第一次在此" },
    en: { again: "“{title}” is already the heading of “{before}”.", first: "Here first" },
  },
  examples: [
    {
      bad: "一、总体要求\n全面落实。\n二、保障措施\n加强领导。\n三、⟦保障措施⟧\n加大投入。",
      good: "一、总体要求\n全面落实。\n二、保障措施\n加强领导。\n三、附则\n自印发之日起施行。",
    },
  ],
  *check(plan, context) {
    for (const [first, item] of equalSiblings(plan, context)) {
      if (!isHeading(plan, item) || !isHeading(plan, first) || labelsOthers(plan, first, item)) continue;
      if (listsHeadings(first) && !listsHeadings(item)) continue;
      if (isFormula(item)) continue;
      const fill = { title: item.title, before: `${first.mark.text}${first.title}` };
      const related = [{ span: first.heading, message: { key: "first" } }];
      yield { span: item.heading, message: { key: "again", fill }, related };
    }
  },
};

/** 一、责任领导：马建军, 二、责任领导：何静: behind the label the headings differ. */
function labelsOthers(plan: PlanDocument, first: Item, item: Item): boolean {
  const [one, other] = [first, item].map((each) => slice(plan.text, afterHeading(plan, each)));
  return /^[：:]/.test(other ?? "") && one !== other;
}

/**
 * 第五条 学校有下列行为，限期整改 opens many an article, （五）法律、法规规定的其他职责 ends many a list: sentences, and
 * no headings.
 */
function isFormula({ mark, title, children }: Item): boolean {
  if (mark.style === "article") return /[，；]|下列/.test(title);
  return children.length === 0 && /其他.{2,10}$/.test(title);
}

/** A heading has something below or behind it: rows of a table that was laid flat may well be equal. */
function isHeading(plan: PlanDocument, item: Item): boolean {
  if (item.part.kind === "attachment" || plan.flattened) return false;
  return item.children.length > 0 || item.ownEnd > item.headingEnd + 1;
}

/** Headings and nothing else below a heading: a table of contents that is not called one. */
function listsHeadings({ children }: Item): boolean {
  return children.length > 0 && children.every((one) => one.ownEnd <= one.headingEnd + 1);
}

/** What `labelsOthers` takes from a paragraph. */
function labelled({ text, heading }: Paragraph): string {
  const rest = heading ? text.slice(heading.span.end).trim() : "";
  return /^[：:]/.test(rest) ? rest : "";
}
