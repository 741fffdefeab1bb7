import { lineIn } from "../../../plan/fewLines.js";
import type { Line, PlanDocument } from "../../../plan/model.js";
import { isTableRow } from "../../../plan/tableRow.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { endSeen, endsOpen, linesByEnd } from "./lineEnds.js";
import { likelyFix } from "./mending.js";

/** So many closed lines must stand against each that is not: else the lines of the draft are broken, or closed by nothing. */
const CLOSED_FOR_EACH = { open: 5, bare: 12 } as const;

export const punctuationEnd: DocumentRule = {
  id: "punctuation-end",
  subject: "words",
  scope: "document",
  sees: { structure: ["lines"], words: endSeen },
  severity: "warning",
  coveredBy: ["heading-punctuation"],
  title: { "zh-CN": "一段话说完用句号", en: "A paragraph ends with a full stop" },
  why: {
    "zh-CN":
      "段末是逗号、顿号，或者没有标点，多半是后半句删漏了，或者敲错、漏敲了句号。只查紧接着就是下一条、下一个标题或责任科室的，全文别的段落都用句号收尾的；没有句读的标题、短语不查。",
    en: "A comma at the end of a paragraph, or no mark, shows that the rest was lost or the full stop missed. Told only where the next item, heading or line of responsibility follows, and nearly all other paragraphs are closed.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 4.1、5.1", en: "GB/T 15834-2011 4.1, 5.1" },
  texts: {
    "zh-CN": {
      open: "这一段以“{found}”结束，下面已是另一条：漏了后文，或者应为句号。",
      bare: "这一段末尾没有句号。",
      fix: "改为“{right}”",
    },
    en: {
      open: "This paragraph ends with “{found}” and another item follows: the rest is missing, or it should be a full stop.",
      bare: "This paragraph lacks its full stop.",
      fix: "Change to “{right}”",
    },
  },
  examples: [
    {
      bad: "一、重点任务\n（一）建强队伍。招聘教师20名。\n（二）强化宣传。营造良好氛围⟦，⟧\n（三）改善条件。新建学校5所。\n（四）规范管理。健全制度。\n（五）严格督查。每月通报。\n二、保障措施\n加强领导。",
      good: "一、重点任务\n（一）建强队伍。招聘教师20名。\n（二）强化宣传。营造良好氛围。\n（三）改善条件。新建学校5所。\n（四）规范管理。健全制度。\n（五）严格督查。每月通报。\n二、保障措施\n加强领导。",
    },
  ],
  check(plan) {
    if (plan.flattened) return [];
    const { closed, open, bare } = linesByEnd(plan);
    if (open.length + bare.length === 0) return [];
    const isRare = (each: number): boolean => closed >= each * (open.length + bare.length);
    const told = [
      ...(isRare(CLOSED_FOR_EACH.open) ? open : []),
      ...(isRare(CLOSED_FOR_EACH.bare) ? bare : []),
    ];
    return told.flatMap((index) => remarkAt(plan, index));
  },
};

function remarkAt(plan: PlanDocument, index: number): Remark[] {
  const line = lineIn(plan, index);
  if (!line || !isText(line) || !opensAnother(lineBelow(plan, index))) return [];
  const text = line.paragraph.text.trimEnd();
  const last = text.slice(-1);
  const isOpen = endsOpen(text);
  const end = line.start + text.length;
  const right = isOpen ? "。" : `${last}。`;
  const span = { start: end - 1, end };
  return [
    {
      span,
      message: { key: isOpen ? "open" : "bare", fill: { found: last } },
      fixes: [likelyFix([{ span, newText: right }], { right })],
    },
  ];
}

function isText({ role, paragraph }: Line): boolean {
  if (role !== "body" && role !== "heading") return false;
  const { text, responsibilities } = paragraph;
  return !isTableRow(text) && !text.includes("|") && !responsibilities.some(({ form }) => form === "line");
}

function lineBelow(plan: PlanDocument, index: number): Line | undefined {
  for (let i = index + 1; i < plan.starts.length; i++) {
    const line = lineIn(plan, i);
    if (line?.role !== "blank") return line;
  }
  return undefined;
}

function opensAnother(line: Line | undefined): boolean {
  if (!line) return false;
  return line.role === "responsibility" || (line.role === "heading" && line.paragraph.marker !== undefined);
}
