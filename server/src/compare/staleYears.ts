import type { PlanDocument } from "../plan/model.js";
import { fromChinese, toChinese } from "../text/numerals.js";
import { sameClauses } from "./sameClauses.js";

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
const YEAR = /(20[0-9]{2}|二〇[〇一二三四五六七八九]{2})年(?!以来|起|度?至今)/g;

/**
 * Clauses that stand word for word in the earlier plan too and name a year of its period that the draft's period has
 * left behind. The same words are what makes it sure: a draft may well look back in words of its own.
 */
export function staleYears(draft: PlanDocument, earlier: PlanDocument): StaleYear[] {
  const [now, before] = [draft.period, earlier.period];
  if (!now || !before || before.to >= now.to) return [];
  const found: StaleYear[] = [];
  for (const { text, start } of sameClauses(draft, earlier, "年")) {
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

function yearOf(digits: string): number {
  return digits.startsWith("二") ? (fromChinese(digits) ?? 0) : Number(digits);
}

function writtenLike(digits: string, year: number): string {
  return digits.startsWith("二")
    ? [...String(year)].map((d) => (d === "0" ? "〇" : toChinese(Number(d)))).join("")
    : String(year);
}
