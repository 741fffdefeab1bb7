import type { Wanted } from "../../characterSifter.js";
import type { Edit, Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";

export interface Misspelling {
  readonly found: string;
  readonly right: string;
  readonly edit: Edit;
}

/** A finder of the words of a list, and the pairs of characters without any of which a text holds none of them. */
export interface Misspellings {
  find(text: string): Misspelling[];
  readonly wants: Wanted;
}

/** How far a word is looked at behind, to tell that its characters belong to others. */
const REACH = 24;

/** The words of a list, wrong to right; `apart` has those whose characters may be of two words: 严峻|工作, 预防|犯罪. */
export function misspellings(
  list: Readonly<Record<string, string>>,
  apart: Readonly<Record<string, RegExp>> = {},
): Misspellings {
  const words = Object.keys(list).sort((a, b) => b.length - a.length);
  // One look at the first character spares the comparison with every word.
  const pattern = new RegExp(`(?=[${words.map((word) => word[0]).join("")}])(?:${words.join("|")})`, "g");
  const find = (text: string): Misspelling[] => {
    if (!words.some((word) => text.includes(word))) return [];
    const isApart = ({ 0: word, index }: RegExpMatchArray): boolean =>
      apart[word]?.test(text.slice(Math.max(0, (index ?? 0) - 1), (index ?? 0) + REACH)) ?? false;
    const found = matchesIn(text, pattern).filter((match) => !isApart(match));
    return found.map((match) => {
      const right = list[match[0]] ?? "";
      const span: Span = { start: match.index, end: match.index + match[0].length };
      return { found: match[0], right, edit: { span, newText: right } };
    });
  };
  const at = (place: number): string => words.map((word) => word[place] ?? "").join("");
  return { find, wants: [[at(0), at(1)]] };
}
