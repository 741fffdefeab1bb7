import type { Item, PlanDocument } from "../../../plan/model.js";
import { skipSpaces } from "../../../text/characters.js";
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
    const groups = siblingGroups(plan).filter((group) => mayBeEqual(plan, group));
    for (const [first, item] of groups.flatMap(equalTitles)) {
      if (!isHeading(plan, item) || !isHeading(plan, first)) continue;
      const fill = { title: item.title, before: `${first.mark.text}${first.title}` };
      const related = [{ span: first.heading, message: { key: "first" } }];
      yield { span: item.heading, message: { key: "again", fill }, related };
    }
  },
};

/** Siblings whose titles are the same but for their marks, each with the first of them. */
function equalTitles(group: readonly Item[]): (readonly [first: Item, again: Item])[] {
  const seen = new Map<string, Item>();
  const equal: (readonly [Item, Item])[] = [];
  for (const item of group) {
    const key = item.title.replace(MARKS, "");
    const first = seen.get(key);
    if (!first) seen.set(key, item);
    else if (key.length >= SHORTEST) equal.push([first, item]);
  }
  return equal;
}

const MARKS = /[\s“”"，。、；：,;:]/g;

/** Two of the titles begin alike, or one with a mark: in most groups none do, and no title has to be cut out. */
function mayBeEqual({ text }: PlanDocument, group: readonly Item[]): boolean {
  if (group.length === 1) return false;
  const seen = new Set<string>();
  for (const { start, mark } of group) {
    const first = text.charAt(skipSpaces(text, start + mark.span.end - mark.span.start));
    if (seen.has(first) || first.search(MARKS) === 0) return true;
    seen.add(first);
  }
  return false;
}

/** A heading has something below or behind it: rows of a table that was laid flat may well be equal. */
function isHeading(plan: PlanDocument, item: Item): boolean {
  if (item.part.kind === "attachment" || plan.flattened) return false;
  return item.children.length > 0 || item.own.end > item.heading.end + 1;
}
