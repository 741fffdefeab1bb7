import type { Item, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule, HeadingContext } from "../../rule.js";
import { type Headed, headed } from "../../sees.js";
import { afterHeading, bodyLeft, hasBody, siblingGroups } from "./headingLine.js";

/** A longer heading may be a task in one sentence. */
const LONGEST = 24;

export const sectionEmpty: DocumentRule = {
  id: "section-empty",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "lines", "frame", "owners"], headings: headed(emptySeen), words: bodyLeft },
  severity: "warning",
  title: { "zh-CN": "标题之下有内容", en: "Something stands below every heading" },
  why: {
    "zh-CN": "同组的标题下都有正文，只有这一条光有标题，多半是改稿时漏写或误删。",
    en: "Where its neighbours have a text, a heading alone was most likely left unwritten or lost in an edit.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: { "zh-CN": "写提纲阶段可关闭。", en: "While a draft is still an outline." },
  texts: {
    "zh-CN": { empty: "“{title}”只有标题，没有内容。" },
    en: { empty: "Nothing stands below “{title}”." },
  },
  examples: [
    {
      bad: "一、保障措施\n（一）加强领导。健全机制。\n⟦（二）强化督导评估⟧\n（三）保障经费。优化支出。",
      good: "一、保障措施\n（一）加强领导。健全机制。\n（二）强化督导评估。定期通报。\n（三）保障经费。优化支出。",
    },
  ],
  *check(plan) {
    if (plan.flattened) return;
    for (const group of siblingGroups(plan)) {
      if (group[0]?.part.kind === "attachment") continue;
      const filled = group.filter((item) => isFilled(plan, item));
      // Where several stand empty the draft is an outline, or lists its tasks a heading each.
      const empty = group.length - filled.length;
      if (filled.length === 0 || empty > Math.max(1, Math.floor(group.length / 4))) continue;
      for (const item of group) {
        if (filled.includes(item) || item.children.length > 0 || !readsAsHeading(plan, item)) continue;
        const span = { start: item.start, end: item.headingEnd };
        yield { span, message: { key: "empty", fill: { title: item.title } } };
      }
    }
  },
};

function isFilled(plan: PlanDocument, item: Item): boolean {
  return hasBody(plan, item) || item.children.some((child) => isFilled(plan, child));
}

/** A heading alone on its line: no task said in one sentence, no count in brackets, nobody in charge. */
function readsAsHeading(plan: PlanDocument, item: Item): boolean {
  const mark = afterHeading(plan, item);
  if (mark.end > mark.start || item.responsibilities.length > 0) return false;
  return isName(item.title) && (item.level === 1 || !isSentence(item.title));
}

function isName(title: string): boolean {
  return title.length >= 2 && title.length <= LONGEST && !/[）)]$/.test(title);
}

function isSentence(title: string): boolean {
  return /[，。；：,;:]/.test(title);
}

/** What the rule takes from a heading; what it said of one goes with its words. */
function emptySeen(title: string, _: HeadingContext, { rest, runIn }: Headed): string {
  return `${runIn} ${rest === "" && `${isName(title)} ${isSentence(title)}`}`;
}
