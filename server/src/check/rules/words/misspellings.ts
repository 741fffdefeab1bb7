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

/** The words of a list, wrong to right. */
export function misspellings(list: Readonly<Record<string, string>>): Misspellings {
  const words = Object.keys(list).sort((a, b) => b.length - a.length);
  // One look at the first character spares the comparison with every word.
  const pattern = new RegExp(`(?=[${words.map((word) => word[0]).join("")}])(?:${words.join("|")})`, "g");
  const find = (text: string): Misspelling[] => {
    if (!words.some((word) => text.includes(word))) return [];
    return matchesIn(text, pattern).map((match) => {
      const right = list[match[0]] ?? "";
      const span: Span = { start: match.index, end: match.index + match[0].length };
      return { found: match[0], right, edit: { span, newText: right } };
    });
  };
  const at = (place: number): string => words.map((word) => word[place] ?? "").join("");
  return { find, wants: [[at(0), at(1)]] };
}
