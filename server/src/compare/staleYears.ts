import type { PlanDocument } from "../plan/model.js";
import { fromChinese, toChinese } from "../text/numerals.js";

/** A year that a draft took over from an earlier plan together with its clause. */
export interface StaleYear {
  /** The digits, without 年. */
  readonly span: { readonly start: number; readonly end: number };
  readonly year: number;
  /** The digits that would stand there this year, written the same way. */
  readonly proposal: string;
  readonly clause: string;
}

const CLAUSE_END = /[。！？；，\r\n]/;
/** A clause shorter than this (characters) is found in any plan. */
const TELLING_LENGTH = 8;
/** What stands between title marks: a year there belongs to the name of a document. */
const NAMED = /《[^《》]*》/g;
/** Words of a look back, where the old year is right. */
const PAST = /已|了|以来|荣获|去年|上年|同期/;
const YEAR = /(20[0-9]{2}|二〇[〇一二三四五六七八九]{2})年(?!以来|起|度?至今)/g;
const MARKER = /^(?:[（(][一二三四五六七八九十0-9]{1,4}[）)]|[一二三四五六七八九十0-9]{1,4}[、.．])/;

/**
 * Clauses that stand word for word in the earlier plan too and name a year of its period that the draft's period has
 * left behind. The same words are what makes it sure: a draft may well look back in words of its own.
 */
export function staleYears(draft: PlanDocument, earlier: PlanDocument): StaleYear[] {
  const [now, before] = [draft.period, earlier.period];
  if (!now || !before || before.to >= now.to) return [];
  const known = new Set([...clauses(earlier.text)].map(({ said }) => said));
  const found: StaleYear[] = [];
  for (const { text, said, start } of clauses(draft.text)) {
    if (!known.has(said)) continue;
    const open = text.replace(NAMED, (named) => " ".repeat(named.length));
    for (const match of open.matchAll(YEAR)) {
      const digits = match[1] ?? "";
      const year = yearOf(digits);
      if (year < before.from || year > before.to || year >= now.from) continue;
      const at = start + match.index;
      const proposal = writtenLike(digits, year + now.from - before.from);
      found.push({ span: { start: at, end: at + digits.length }, year, proposal, clause: text.trim() });
    }
  }
  return found;
}

/** The clauses that speak of a year: others can be no match, and most are others. */
function* clauses(text: string): Generator<{ text: string; said: string; start: number }> {
  let end = 0;
  for (let at = text.indexOf("年"); at >= 0; at = text.indexOf("年", end)) {
    let start = at;
    while (start > end && !CLAUSE_END.test(text[start - 1] ?? "")) start--;
    end = at;
    while (end < text.length && !CLAUSE_END.test(text[end] ?? "")) end++;
    const clause = text.slice(start, end);
    const said = clause.replace(/\s+/g, "").replace(MARKER, "");
    if (said.length >= TELLING_LENGTH && !PAST.test(said)) yield { text: clause, said, start };
  }
}

function yearOf(digits: string): number {
  return digits.startsWith("二") ? (fromChinese(digits) ?? 0) : Number(digits);
}

function writtenLike(digits: string, year: number): string {
  return digits.startsWith("二")
    ? [...String(year)].map((d) => (d === "0" ? "〇" : toChinese(Number(d)))).join("")
    : String(year);
}
