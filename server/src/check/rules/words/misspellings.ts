import type { Edit, Span } from "../../../text/span.js";

export interface Misspelling {
  readonly found: string;
  readonly right: string;
  readonly edit: Edit;
}

/** A finder of the words of a list, wrong to right. */
export function misspellings(list: Readonly<Record<string, string>>): (text: string) => Misspelling[] {
  const words = Object.keys(list).sort((a, b) => b.length - a.length);
  // One look at the first character spares the comparison with every word.
  const pattern = new RegExp(`(?=[${words.map((word) => word[0]).join("")}])(?:${words.join("|")})`, "g");
  return (text) => {
    if (text.search(pattern) === -1) return [];
    return Array.from(text.matchAll(pattern), (match) => {
      const right = list[match[0]] ?? "";
      const span: Span = { start: match.index, end: match.index + match[0].length };
      return { found: match[0], right, edit: { span, newText: right } };
    });
  };
}
