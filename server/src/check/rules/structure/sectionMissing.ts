import type { PlanDocument, PlanKind } from "../../../plan/model.js";
import type { DocumentRule, HeadingContext } from "../../rule.js";
import { headed } from "../../sees.js";

interface Standard {
  readonly name: string;
  readonly found: RegExp;
}

const REQUIREMENTS: Standard = {
  name: "总体要求",
  found: /要求|思路|指导思想|目标|思想|原则|意义|理念|愿景|蓝图|目的|背景|主题|宗旨|依据/,
};
const SAFEGUARDS: Standard = {
  name: "保障措施",
  found:
    /保障|组织|实施|工作要求|有关要求|领导|落实|监督|考核|机制|支撑|评估|推进|统筹|(?<!总体|目标|基本)要求$|注意事项|纪律|分工|职责|经费/,
};
/** What nearly every plan of a kind has. The standards prescribe no sections. */
const USUAL: Readonly<Partial<Record<PlanKind, readonly Standard[]>>> = {
  "long-term-plan": [REQUIREMENTS, SAFEGUARDS],
  "implementation-plan": [REQUIREMENTS, SAFEGUARDS],
};
/** The chapter that holds the tasks, named as what it is. */
const FRAME = /^(?:主要|重点|工作|目标|具体)(?:工作|任务|举措|措施|内容|工程)|^任务/;
/** A draft with fewer chapters is hardly begun. */
const FEWEST = 3;

export const sectionMissing: DocumentRule = {
  id: "section-missing",
  subject: "structure",
  scope: "document",
  sees: { structure: ["tree", "frame"], headings: headed(namesSeen) },
  severity: "info",
  title: { "zh-CN": "应有的章节都有", en: "The sections of its kind are there" },
  why: {
    "zh-CN":
      "规划、方案一般有总体要求（目标）和保障措施；本单位另有要求的，写在 hegao.config.json 的 sections 里。",
    en: "A plan usually has its requirements and its safeguards; a team may list its own sections in hegao.config.json.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: { "zh-CN": "节选、摘要稿可关闭。", en: "For excerpts." },
  texts: {
    "zh-CN": { missing: "没有“{names}”一类的章节。" },
    en: { missing: "There is no section like “{names}”." },
  },
  examples: [
    {
      bad: "⟦云岭市教育事业发展“十五五”规划⟧\n一、发展基础\n成绩显著。\n二、总体要求\n全面落实。\n三、重点任务\n扩大学位。",
      good: "云岭市教育事业发展“十五五”规划\n一、发展基础\n成绩显著。\n二、总体要求\n全面落实。\n三、重点任务\n扩大学位。\n四、保障措施\n加强领导。",
    },
  ],
  *check(plan, { sections }) {
    const roots = plan.roots.filter((item) => item.part.kind === "plan");
    const title = plan.title;
    if (!title || roots.length < FEWEST) return;
    const headings = plan.items.filter((item) => item.level <= 2).map((item) => item.title);
    const required = sections[plan.kind];
    const missing = required
      ? required.filter(
          (names) => !names.split(/[|｜/]/).some((name) => headings.some((one) => one.includes(name.trim()))),
        )
      : usualMissing(plan, headings);
    if (missing.length === 0) return;
    yield { span: title.span, message: { key: "missing", fill: { names: missing.join("”“") } } };
  },
};

/** What the rule takes from a heading: which of the usual sections it may name, or all where the team has its own list. */
function namesSeen(title: string, { sections }: HeadingContext): string {
  if (Object.keys(sections).length > 0) return title;
  return [FRAME, REQUIREMENTS.found, SAFEGUARDS.found].map((names) => `${names.test(title)}`).join(" ");
}

function usualMissing(plan: PlanDocument, headings: readonly string[]): string[] {
  if (plan.flattened || plan.period?.source !== "title") return [];
  // A list of tasks shared out among departments has chapters by subject, and no frame that could lack a part.
  if (!headings.some((heading) => FRAME.test(heading))) return [];
  return (USUAL[plan.kind] ?? [])
    .filter(({ found }) => !headings.some((heading) => found.test(heading)))
    .map(({ name }) => name);
}
