import type { PlanDocument } from "../plan/model.js";
import { matchesIn } from "../text/matches.js";
import { fromChinese, toChinese } from "../text/numerals.js";
import { type Clause, clausesWith, takenOver } from "./sameClauses.js";

/** A year that a draft took over from an earlier plan together with its clause. */
export interface StaleYear {
  /** The digits, without 年. */
  readonly span: { readonly start: number; readonly end: number };
  readonly year: number;
  /** The digits that would stand there this year, written the same way. */
  readonly proposal: string;
  readonly clause: string;
}

/** What stands between title marks: a year there belongs to the name of a document. */
const NAMED = /《[^《》]*》/g;
const YEAR = /(20[0-9]{2}|二〇[〇一二三四五六七八九]{2})年/g;
/** Behind a year that stays what it is: since when, which version, when something was made, what is measured from it. */
const STAYS =
  /^(?:以来|起(?![草步点])|度?至今|为基[期数准年]|[^，。；]{0,12}(?:版|修订)(?:$|[）)”])|[^，。；]{0,10}(?:印发|发布|出台|颁布|施行|实施|认定|命名|立项|开工|启动|续建|获批|批准|下达|通过)的)/;
/** 从2025年秋季学期(起): what began then goes on. */
const SINCE = /[自从]/;
const BEGINS = /^[^，。；]{0,16}(?:起(?![草步点])|开始|以后)/;
/** So much behind a year is looked at. */
const REACH = 24;

/**
 * Clauses that stand word for word in the earlier plan too and name a year of its period that the draft's period has
 * left behind. The same words are what makes it sure: a draft may well look back in words of its own.
 */
export function staleYears(draft: PlanDocument, earlier: PlanDocument): StaleYear[] {
  const [now, before] = [draft.period, earlier.period];
  if (!now || !before || before.to >= now.to) return [];
  const dated: DatedClause[] = [];
  for (const clause of clausesWith(draft.text, "年")) {
    const years = yearsIn(clause.text).filter(
      ({ year }) => year >= before.from && year <= before.to && year < now.from,
    );
    if (years.length > 0) dated.push({ ...clause, years });
  }
  return takenOver(dated, earlier.text, "年").flatMap(({ text, start, years }) =>
    years.map(({ at, digits, year }) => ({
      span: { start: start + at, end: start + at + digits.length },
      year,
      proposal: writtenLike(digits, year + now.from - before.from),
      clause: text.trim(),
    })),
  );
}

interface DatedClause extends Clause {
  readonly years: readonly WrittenYear[];
}

interface WrittenYear {
  readonly at: number;
  readonly digits: string;
  readonly year: number;
}

/** The years that a clause names outside of the names of documents. */
function yearsIn(clause: string): WrittenYear[] {
  const open = clause.includes("《") ? clause.replace(NAMED, (named) => " ".repeat(named.length)) : clause;
  return matchesIn(open, YEAR).flatMap(({ index, 0: { length }, 1: digits = "" }) =>
    stays(open, index, index + length) ? [] : [{ at: index, digits, year: yearOf(digits) }],
  );
}

function stays(clause: string, start: number, end: number): boolean {
  const after = clause.slice(end, end + REACH);
  return STAYS.test(after) || (SINCE.test(clause.charAt(start - 1)) && BEGINS.test(after));
}

function yearOf(digits: string): number {
  return digits.startsWith("二") ? (fromChinese(digits) ?? 0) : Number(digits);
}

function writtenLike(digits: string, year: number): string {
  return digits.startsWith("二")
    ? [...String(year)].map((d) => (d === "0" ? "〇" : toChinese(Number(d)))).join("")
    : String(year);
}
