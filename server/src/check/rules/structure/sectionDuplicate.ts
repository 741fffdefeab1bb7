import type { Item, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { siblingGroups } from "./headingLine.js";

const SHORTEST = 4;

export const sectionDuplicate: DocumentRule = {
  id: "section-duplicate",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines", "frame"], headings: true },
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
  *check(plan) {
    for (const group of siblingGroups(plan)) {
      const seen = new Map<string, Item>();
      for (const item of group) {
        const key = item.title.replace(/[\s“”"，。、；：,;:]/g, "");
        const first = seen.get(key);
        if (!first) seen.set(key, item);
        else if (key.length >= SHORTEST && isHeading(plan, item) && isHeading(plan, first)) {
          yield {
            span: item.heading,
            message: {
              key: "again",
              fill: { title: item.title, before: `${first.marker.text}${first.title}` },
            },
            related: [{ span: first.heading, message: { key: "first" } }],
          };
        }
      }
    }
  },
};

/** A heading has something below or behind it: rows of a table that was laid flat may well be equal. */
function isHeading(plan: PlanDocument, item: Item): boolean {
  if (item.part.kind === "attachment" || plan.flattened) return false;
  return item.children.length > 0 || item.own.end > item.heading.end + 1;
}
