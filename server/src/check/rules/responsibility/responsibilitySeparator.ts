import type { Paragraph } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { chapterResponsibilities } from "./chapterResponsibilities.js";
import { gapsIn, oddGaps } from "./separators.js";

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
    const marks = chapterResponsibilities(plan, context).map((chapter) => chapter.marks);
    const { common, odd } = oddGaps(plan, marks) ?? { common: "", odd: [] };
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

/** What the rule takes from a paragraph: the marks, and the words of one that has an unusual one. */
function marksSeen({ text, responsibilities }: Paragraph): string {
  const marks = gapsIn(text, responsibilities).map(({ mark }) => mark);
  return marks.every((mark) => mark === marks[0]) ? marks.join("") : text;
}

function shown(mark: string): string {
  return mark === "space" ? "空格" : `“${mark}”`;
}
