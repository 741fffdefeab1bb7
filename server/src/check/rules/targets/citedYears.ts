import type { PlanDocument } from "../../../plan/model.js";
import { matchesIn } from "../../../text/matches.js";

/** The year of a title, where a plan for one is named. */
const TITLE_YEAR = /(20\d\d)年(?=[^—\-至～]{0,24}(?:工作要点|工作意见|工作计划|重点工作))/;
/** A name that holds one year, of what is sent out with the notice: 《…2025年…》同时废止 speaks of last year's. */
const CITED =
  /《([^《》\d]{0,60})(20\d\d)(年[^《》\d]{2,60})》(?=[^。；，《]{0,10}(?:印发|转发|下发|发给|公布))/g;

/** A year before the title, where a name stands in which nothing else differs from it. */
export interface CitedYear {
  /** Whether the title of the notice says it, or its text. */
  readonly key: "notice" | "forwarded";
  /** Where its four digits begin. */
  readonly digits: number;
  readonly found: number;
}

/** 现将《石榴镇2025年……方案》印发给你们, and what follows is the one for 2026, named alike to the letter. */
export function* citedYears(plan: PlanDocument, year: number): Generator<CitedYear> {
  const titled = noticeYear(plan, year);
  if (titled) yield titled;
  const { title, lines } = plan;
  if (titled || !title) return;
  const name = withoutYear(title.text);
  for (const { paragraph, start, role } of lines) {
    if (start >= title.span.start) return;
    if (role === "metadata" || !paragraph.text.includes("《")) continue;
    for (const match of matchesIn(paragraph.text, CITED)) {
      const [, before = "", digits = "", after = ""] = match;
      if (Number(digits) === year || withoutYear(before + after) !== name) continue;
      yield { key: "forwarded", digits: start + match.index + 1 + before.length, found: Number(digits) };
    }
  }
}

function noticeYear(plan: PlanDocument, year: number): CitedYear | undefined {
  const notice = plan.parts.find((part) => part.kind === "notice")?.title;
  const match = notice && TITLE_YEAR.exec(notice.text);
  const found = Number(match?.[1]);
  if (!notice || !match || found === year) return undefined;
  const digits = plan.text.indexOf(match[1] ?? "", notice.span.start);
  return digits === -1 || digits >= notice.span.end ? undefined : { key: "notice", digits, found };
}

function withoutYear(title: string): string {
  return title.replace(/\s+|20\d\d/g, "");
}
