import { linesOfRole } from "../../../plan/fewLines.js";
import type { Line, Located, PlanDocument } from "../../../plan/model.js";
import { where } from "../../sees.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule, Fix, Remark } from "../../rule.js";
import { citedNumbers } from "./citedNumbers.js";

const PARTS =
  /^(.{1,16}?)\s?([〔[（(【［])\s?((?:19|20)?\d\d)\s?([〕\]）)】］])(\s?第?\s?)(0*)(\d{1,4})(\s?号?)$/;

export const documentNumber: DocumentRule = {
  id: "document-number",
  subject: "structure",
  scope: "document",
  sees: { structure: ["lines", "frame"], words: where(/[[（(【［](?:19|20)\d\d/) },
  wants: [["[（(【［", "12"]],
  severity: "warning",
  title: { "zh-CN": "发文字号写作“云教发〔2026〕3号”", en: "Document numbers are written 云教发〔2026〕3号" },
  why: {
    "zh-CN": "年份标全称、用六角括号“〔〕”括入；顺序号不加“第”、不编虚位（1不编为01），后加“号”。",
    en: "The full year stands in 〔〕; the serial number has no 第 and no padding zeros, and 号 after it.",
  },
  clause: { "zh-CN": "GB/T 9704-2012 7.2.5", en: "GB/T 9704-2012 7.2.5" },
  texts: {
    "zh-CN": {
      serial: "发文顺序号不加“第”、不编虚位，后加“号”，应为“{right}”。",
      year: "发文字号的年份标全称，用六角括号括入，应为“{right}”。",
      cited: "引用的发文字号，年份用六角括号“〔〕”括入（共{count}处）。",
      also: "这里也是",
      fix: "改为“{right}”",
      all: "全部改用六角括号",
    },
    en: {
      serial: "No 第 and no padding zeros in the serial number, 号 after it: “{right}”.",
      year: "The full year stands in 〔〕: “{right}”.",
      cited: "In a document number the year stands in 〔〕 ({count} in all).",
      also: "Here too",
      fix: "Change to “{right}”",
      all: "Use 〔〕 throughout",
    },
  },
  examples: [
    {
      bad: "云教发〔2026〕⟦06号⟧\n云岭市教育局2026年工作要点",
      good: "云教发〔2026〕6号\n云岭市教育局2026年工作要点",
    },
    {
      bad: "云教发⟦[2026]⟧6号\n云岭市教育局2026年工作要点",
      good: "云教发〔2026〕6号\n云岭市教育局2026年工作要点",
    },
  ],
  *check(plan, context) {
    const own = new Map<number, Located>();
    if (plan.front.documentNumber) own.set(plan.front.documentNumber.span.start, plan.front.documentNumber);
    for (const line of linesOfRole(plan, "document-number")) {
      const { text } = line.paragraph;
      const start = line.start + text.length - text.trimStart().length;
      own.set(start, { text: text.trim(), span: { start, end: start + text.trim().length } });
    }
    for (const number of own.values()) yield* slipsIn(number);
    yield* cited(plan, [...own.values()], context.wanted());
  },
};

function* slipsIn(number: Located): Generator<Remark> {
  const match = PARTS.exec(number.text);
  if (!match) return;
  const [, name = "", open = "", year = "", close = "", ordinal = "", zeros = "", serial = "", ending = ""] =
    match;
  const yearSpan = {
    start: number.span.start + number.text.indexOf(open, name.length),
    end: number.span.start + number.text.indexOf(close, name.length + 3) + 1,
  };
  const rightYear = `〔${year.length === 2 ? `20${year}` : year}〕`;
  if (open !== "〔" || close !== "〕" || year.length === 2) {
    yield remark("year", yearSpan, { right: rightYear, safe: year.length === 4 });
  }
  if (ordinal.includes("第") || zeros !== "" || !ending.includes("号")) {
    const span = { start: yearSpan.end, end: number.span.start + number.text.length };
    yield remark("serial", span, { right: `${serial}号`, safe: true });
  }
}

function remark(key: string, span: Span, to: { right: string; safe: boolean }): Remark {
  const fill = { right: to.right };
  return {
    span,
    message: { key, fill },
    fixes: [{ title: { key: "fix", fill }, edits: [{ span, newText: to.right }], safe: to.safe }],
  };
}

/** One finding for all numbers cited so. */
function* cited(plan: PlanDocument, own: readonly Located[], lines: readonly Line[]): Generator<Remark> {
  const found = lines
    .flatMap((line) => citedNumbers(plan.text, line))
    .filter(
      ({ span }) => !own.some((number) => number.span.start <= span.start && span.end <= number.span.end),
    );
  const first = found[0];
  if (!first) return;
  const fix: Fix = {
    title: { key: "all" },
    edits: found.map(({ span, year }) => ({ span, newText: `〔${year}〕` })),
    safe: true,
  };
  yield {
    span: first.span,
    message: { key: "cited", fill: { count: found.length } },
    related: found.slice(1).map(({ span }) => ({ span, message: { key: "also" } })),
    fixes: [fix],
  };
}
