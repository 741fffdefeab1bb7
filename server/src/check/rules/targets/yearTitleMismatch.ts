import type { PlanDocument } from "../../../plan/model.js";
import { replace, type Span } from "../../../text/span.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { citedYears } from "./citedYears.js";
import { issuedMonths } from "./issuedMonths.js";
import { titledYear } from "./places.js";
import { titleFix, yearlyOpening } from "./yearlyOpening.js";

export const yearTitleMismatch: DocumentRule = {
  id: "year-title-mismatch",
  subject: "targets",
  scope: "document",
  sees: { structure: ["lines", "frame"] },
  severity: "warning",
  title: {
    "zh-CN": "标题、文号、日期、导语年份一致",
    en: "Title, number, date and preamble agree on the year",
  },
  why: {
    "zh-CN": "文号是去年的、标题是今年的，多半是套用旧文时漏改。上年末下发、次年初编号的都不算。",
    en: "A number of last year under a title of this year was mostly left from the old draft. Issue at the turn of the year is allowed for.",
  },
  clause: {
    "zh-CN": "GB/T 9704—2012 7.2.5（发文字号用发文年份）、7.3.5.4（成文日期）；标题年份为通行做法",
    en: "GB/T 9704—2012 7.2.5, 7.3.5.4; the title's year by practice",
  },
  texts: {
    "zh-CN": {
      number: "发文字号的年份{found}与成文日期{expected}年不一致。",
      titled: "发文字号的年份{found}与标题的{expected}年不一致。",
      preamble: "导语写的是{found}年，标题是{expected}年。",
      notice: "通知标题写的是{found}年，所印发文件是{expected}年。",
      forwarded: "通知里写的是{found}年，所印发文件是{expected}年。",
      fix: "改为{expected}",
      title: "标题改为{found}",
    },
    en: {
      number: "The document number is of {found}, the date of {expected}.",
      titled: "The document number is of {found}, the title of {expected}.",
      preamble: "The preamble speaks of {found}, the title of {expected}.",
      notice: "The notice's title says {found}, the plan {expected}.",
      forwarded: "The notice speaks of {found}, the plan of {expected}.",
      fix: "Change to {expected}",
      title: "Change the title to {found}",
    },
  },
  examples: [
    {
      bad: "云岭市教育局文件\n云教发⟦〔2025〕⟧6号\n云岭市教育局2026年工作要点\n一、党建\n抓好落实。\n云岭市教育局\n2026年2月25日",
      good: "云岭市教育局文件\n云教发〔2026〕6号\n云岭市教育局2026年工作要点\n一、党建\n抓好落实。\n云岭市教育局\n2026年2月25日",
    },
  ],
  *check(plan) {
    const year = titledYear(plan);
    yield* numberRemarks(plan, year);
    if (year === undefined) return;
    yield* openingRemarks(plan, year);
    for (const { key, digits, found } of citedYears(plan, year))
      yield mismatch(key, { span: { start: digits, end: digits + 5 }, digits, found, expected: year });
  },
};

function* numberRemarks(plan: PlanDocument, year: number | undefined): Generator<Remark> {
  const number = plan.front.documentNumber;
  const match = number && /([〔\[（(【［]\s?)((?:19|20)\d\d)\s?[〕\]）)】］]/.exec(number.text);
  if (!number || !match) return;
  const found = Number(match[2]);
  const start = number.span.start + match.index;
  const span = { start, end: start + match[0].length };
  const digits = start + (match[1] ?? "").length;
  const dates = issuedMonths(plan.front.dates);
  const [dated] = dates;
  if (dates.some((date) => date.year === found)) return;
  if (dated && !(dated.year === found + 1 && dated.month <= 2 && year !== dated.year)) {
    yield mismatch("number", { span, digits, found, expected: dated.year });
  } else if (!dated && year !== undefined && found !== year && found !== year - 1) {
    yield mismatch("titled", { span, digits, found, expected: year });
  }
}

function* openingRemarks(plan: PlanDocument, year: number): Generator<Remark> {
  const first = plan.items[0]?.span.start ?? plan.text.length;
  const from = plan.title?.span.end ?? 0;
  for (const line of plan.lines) {
    if (line.start < from) continue;
    if (line.start >= first) return;
    const { text } = line.paragraph;
    const match = yearlyOpening(plan, text, year);
    const found = Number(match?.[1]);
    if (!match || found === year) continue;
    const digits = line.start + match[0].indexOf(String(found));
    const remark = mismatch("preamble", {
      span: { start: digits, end: digits + 5 },
      digits,
      found,
      expected: year,
    });
    yield found > year
      ? { ...remark, fixes: [...titleFix(plan, year, found), ...(remark.fixes ?? [])] }
      : remark;
  }
}

interface Mismatch {
  readonly span: Span;
  readonly digits: number;
  readonly found: number;
  readonly expected: number;
}

function mismatch(key: string, { span, digits, found, expected }: Mismatch): Remark {
  const fill = { found, expected };
  const edits = [replace({ start: digits, end: digits + 4 }, String(expected))];
  return { span, message: { key, fill }, fixes: [{ title: { key: "fix", fill }, edits, safe: false }] };
}
