import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import { skipSpaces } from "../../../text/characters.js";
import type { DocumentRule, RuleContext } from "../../rule.js";
import { slice } from "../../../text/span.js";
import { afterHeading, siblingsWithin } from "./headingLine.js";

const SHORTEST = 4;

export const sectionDuplicate: DocumentRule = {
  id: "section-duplicate",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines", "frame"], headings: true, words: labelled },
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
      const fill = { title: item.title, before: `${first.mark.text}${first.title}` };
      const related = [{ span: first.heading, message: { key: "first" } }];
      yield { span: item.heading, message: { key: "again", fill }, related };
    }
  },
};

/** What there is to tell of a chapter: how its title begins, and which items in it have equal ones, by their distance from it. */
interface Chapter {
  readonly opening: string;
  readonly equal: readonly (readonly [first: number, again: number])[];
}

function equalSiblings(plan: PlanDocument, { ofChapters }: RuleContext): (readonly [Item, Item])[] {
  const { text, items, parts, roots } = plan;
  const found = ofChapters("equalTitles", (chapter): Chapter => {
    const equal = siblingsWithin(chapter)
      .filter((group) => group.length > 1 && mayBeEqual(group.map((item) => openingOf(text, item))))
      .flatMap(equalTitles)
      .map(([first, again]) => [first.index - chapter.index, again.index - chapter.index] as const);
    return { opening: openingOf(text, chapter), equal };
  });
  const pairs: (readonly [Item, Item])[] = [];
  let next = 0;
  for (const { length } of parts.map((part) => part.items)) {
    const chapters = found.slice(next, (next += length));
    if (!mayBeEqual(chapters.map(({ opening }) => opening))) continue;
    for (const pair of equalTitles(roots.slice(next - length, next))) pairs.push(pair);
  }
  found.forEach(({ equal }, i) => {
    if (equal.length === 0) return;
    const at = (roots[i] as Item).index;
    for (const [first, again] of equal) pairs.push([items[at + first] as Item, items[at + again] as Item]);
  });
  return pairs;
}

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
function mayBeEqual(openings: readonly string[]): boolean {
  if (openings.length < 2) return false;
  const seen = new Set<string>();
  for (const opening of openings) {
    if (seen.has(opening) || opening.search(MARKS) === 0) return true;
    seen.add(opening);
  }
  return false;
}

/** The first character of a title. */
function openingOf(text: string, { markerEnd }: Item): string {
  return text.charAt(skipSpaces(text, markerEnd));
}

/** 一、责任领导：马建军, 二、责任领导：何静: behind the label the headings differ. */
function labelsOthers(plan: PlanDocument, first: Item, item: Item): boolean {
  const [one, other] = [first, item].map((each) => slice(plan.text, afterHeading(plan, each)));
  return /^[：:]/.test(other ?? "") && one !== other;
}

/** A heading has something below or behind it: rows of a table that was laid flat may well be equal. */
function isHeading(plan: PlanDocument, item: Item): boolean {
  if (item.part.kind === "attachment" || plan.flattened) return false;
  return item.children.length > 0 || item.own.end > item.heading.end + 1;
}

/** What `labelsOthers` takes from a paragraph. */
function labelled({ text, heading }: Paragraph): string {
  const rest = heading ? text.slice(heading.span.end).trim() : "";
  return /^[：:]/.test(rest) ? rest : "";
}
