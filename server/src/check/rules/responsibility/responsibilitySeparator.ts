import type { Department, Paragraph, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { isCollective, responsibilitiesIn } from "./departmentUses.js";

/** A habit is a mark used so many times, and so many times as often as all others together. */
const HABIT = 3;
const HABIT_TIMES = 4;

export const responsibilitySeparator: DocumentRule = {
  id: "responsibility-separator",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree", "owners"], words: marksSeen },
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
    const gaps = gapsIn(plan.text, responsibilitiesIn(plan, context));
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
function gapsIn(text: string, responsibilities: readonly Responsibility[]): Gap[] {
  const gaps: Gap[] = [];
  for (const one of responsibilities) {
    const by = PlacedResponsibility.lineStartOf(one);
    for (const { departments } of PlacedResponsibility.foundOf(one).groups) {
      for (let i = 1; i < departments.length; i++) {
        const [before, next] = [departments[i - 1] as Department, departments[i] as Department];
        const span = { start: by + before.span.end, end: by + next.span.start };
        const mark = markIn(text.slice(span.start, span.end));
        if (mark && !isCollective(next.name) && !isCollective(before.name)) gaps.push({ mark, span });
      }
    }
  }
  return gaps;
}

/** What the rule takes from a paragraph: the marks, and the words of one that has an unusual one. */
function marksSeen({ text, responsibilities }: Paragraph): string {
  const marks = gapsIn(text, responsibilities).map(({ mark }) => mark);
  return marks.every((mark) => mark === marks[0]) ? marks.join("") : text;
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
