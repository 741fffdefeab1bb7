import type { PlanDocument } from "../../../plan/model.js";
import { matchesIn } from "../../../text/matches.js";
import { replace } from "../../../text/span.js";
import type { Fix } from "../../rule.js";

/** 2021年，全市教育工作的总体要求是: the preamble says for which year it is written. */
const OPENING = /^\s*(20\d\d)年，?(?:[\u4e00-\u9fff]{0,14}工作)?的?(?:总体要求|总体思路|指导思想|总体目标)/;

/** 2025年全区教育工作要以……: what the year is to bring. Without 要 it may report, unless the year is yet to come. */
const BRINGS =
  /^\s*(20\d\d)年，?[\u4e00-\u9fff]{0,16}?(要|将|应)?(?:继续|紧紧|坚持)?(?:以[^，。]{2,30}为(?:指导|统领|引领|遵循|主题|主线)|围绕[^。]{4}|聚焦[^。]{4}|坚持以|全面贯彻)/;
/**
 * 2026年是“十五五”开局之年, 2026年全市医保工作以群众为中心: said of the year after the title's, this is the year that the plan is for. Of
 * the year before, it may report.
 */
const AHEAD =
  /^\s*(20\d\d)年，?(?:既?是[^。]{2,40}之年|[\u4e00-\u9fff]{0,16}?(?:要|将|应)?(?:继续|坚持)?以[^，。]{2,30}为(?:中心|抓手|牵引))/;
const REPORTS = /总结|回顾|情况|取得|成效|完成了|实现了|圆满|顺利|较好|得到|显著|荣获|回望|过去|以来|达到了/;

/** The year with which a preamble says what it is written for; `year` is the title's. */
export function yearlyOpening(plan: PlanDocument, text: string, year: number): RegExpExecArray | null {
  return OPENING.exec(text) ?? openingThatBrings(plan, text, year) ?? openingOfNextYear(plan, text, year);
}

function openingOfNextYear(plan: PlanDocument, text: string, year: number): RegExpExecArray | null {
  const match = AHEAD.exec(text);
  return match && Number(match[1]) === year + 1 && isOfOneYear(plan, text, year) ? match : null;
}

function openingThatBrings(plan: PlanDocument, text: string, year: number): RegExpExecArray | null {
  const match = BRINGS.exec(text);
  if (!match || !isOfOneYear(plan, text, year)) return null;
  return match[2] !== undefined || Number(match[1]) > year || !REPORTS.test(text) ? match : null;
}

/** A paragraph that names the title's year, too, tells of both, and so does a title with both. */
function isOfOneYear(plan: PlanDocument, text: string, year: number): boolean {
  const titles = matchesIn(plan.title?.text ?? "", /20\d\d/g);
  return !text.includes(`${year}年`) && titles.every(([digits]) => Number(digits) === year);
}

/** Where the preamble is ahead of the title, it is the title that was left from last year. */
export function titleFix({ title, text }: PlanDocument, from: number, to: number): Fix[] {
  if (!title) return [];
  const at = text.slice(title.span.start, title.span.end).indexOf(String(from));
  if (at < 0) return [];
  const start = title.span.start + at;
  const edits = [replace({ start, end: start + 4 }, String(to))];
  return [{ title: { key: "title", fill: { found: to } }, edits, safe: false }];
}
