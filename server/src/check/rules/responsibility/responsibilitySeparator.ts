import type { PlanDocument } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule, RuleContext } from "../../rule.js";
import { isCollective, responsibilitiesIn } from "./departmentUses.js";

/** A habit is a mark used so many times, and so many times as often as all others together. */
const HABIT = 3;
const HABIT_TIMES = 4;

export const responsibilitySeparator: DocumentRule = {
  id: "responsibility-separator",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree"], responsibilities: true },
  severity: "info",
  title: { "zh-CN": "责任科室之间的分隔一致", en: "Departments are separated alike" },
  why: {
    "zh-CN": "有的用顿号、有的用空格，看着像两份稿子拼成，按科室拆分时也容易出错。",
    en: "A list separated in two ways looks pasted together, and falls apart when it is split.",
  },
  clause: {
    "zh-CN": "GB/T 15834-2011 4.5（并列词语之间用顿号）；通篇用空格的从其习惯",
    en: "GB/T 15834-2011 4.5 (顿号 between parallel words); a draft that uses spaces throughout is left alone",
  },
  texts: {
    "zh-CN": {
      odd: "科室之间全文多用{common}，此处用{found}（共{count}处）。",
      also: "这里也是",
      fix: "全文改用{common}",
    },
    en: {
      odd: "Departments are separated by {common} elsewhere, by {found} here ({count} in all).",
      also: "Here too",
      fix: "Use {common} throughout",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n1.学位供给。新建小学。\n责任科室：基础教育科、计划财务科、办公室\n2.校园安全。封闭管理。\n责任科室：安全稳定科⟦ ⟧体育卫生艺术科\n3.教师交流。健全机制。\n责任科室：人事科、教研室、督导室",
      good: "一、重点任务\n1.学位供给。新建小学。\n责任科室：基础教育科、计划财务科、办公室\n2.校园安全。封闭管理。\n责任科室：安全稳定科、体育卫生艺术科\n3.教师交流。健全机制。\n责任科室：人事科、教研室、督导室",
    },
  ],
  *check(plan, context) {
    const gaps = gapsOf(plan, context);
    const common = habitOf(gaps);
    if (common === undefined) return;
    const odd = gaps.filter((gap) => gap.mark !== common);
    const first = odd[0];
    if (!first) return;
    const newText = common === "space" ? " " : common;
    yield {
      span: first.span,
      message: { key: "odd", fill: { common: shown(common), found: shown(first.mark), count: odd.length } },
      related: odd.slice(1).map(({ span }) => ({ span, message: { key: "also" } })),
      fixes: [
        {
          title: { key: "fix", fill: { common: shown(common) } },
          edits: odd.map(({ span }) => ({ span, newText })),
          safe: true,
        },
      ],
    };
  },
};

interface Gap {
  readonly mark: string;
  readonly span: Span;
}

/** What stands between two neighbours of one list. A comma before 各县区 sets off a group and is no slip. */
function gapsOf(plan: PlanDocument, context: RuleContext): Gap[] {
  const gaps: Gap[] = [];
  for (const { groups } of responsibilitiesIn(plan, context)) {
    for (const { departments } of groups) {
      departments.forEach((department, i) => {
        const next = departments[i + 1];
        if (!next || isCollective(next.name) || isCollective(department.name)) return;
        const span = { start: department.span.end, end: next.span.start };
        const mark = markIn(plan.text.slice(span.start, span.end));
        if (mark) gaps.push({ mark, span });
      });
    }
  }
  return gaps;
}

function markIn(between: string): string | undefined {
  if (between.length > 6 || /[\n\r]/.test(between)) return undefined;
  const mark = between.trim();
  if (mark === "") return between === "" ? undefined : "space";
  return mark === "、" || mark === "／" || mark === "/" ? mark : undefined;
}

function habitOf(gaps: readonly Gap[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mark } of gaps) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].find(([, n]) => n >= HABIT && n >= (gaps.length - n) * HABIT_TIMES)?.[0];
}

function shown(mark: string): string {
  return mark === "space" ? "空格" : `“${mark}”`;
}
