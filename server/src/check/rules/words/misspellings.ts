import type { Edit, Span } from "../../../text/span.js";

export interface Misspelling {
  readonly found: string;
  readonly right: string;
  readonly edit: Edit;
}

/** A finder of the words of a list, and the characters without any of which a text holds none of them. */
export interface Misspellings {
  find(text: string): Misspelling[];
  readonly wants: string;
}

/** What plans are full of, and tells nothing therefore. */
const COMMON =
  "的工作教育学校建设实施人一是和在全面推进度发展管理服务任务落时加强组织提升质量因地按步再部分如继随到份前目";

/** The words of a list, wrong to right. */
export function misspellings(list: Readonly<Record<string, string>>): Misspellings {
  const words = Object.keys(list).sort((a, b) => b.length - a.length);
  // One look at the first character spares the comparison with every word.
  const pattern = new RegExp(`(?=[${words.map((word) => word[0]).join("")}])(?:${words.join("|")})`, "g");
  const find = (text: string): Misspelling[] =>
    Array.from(text.matchAll(pattern), (match) => {
      const right = list[match[0]] ?? "";
      const span: Span = { start: match.index, end: match.index + match[0].length };
      return { found: match[0], right, edit: { span, newText: right } };
    });
  const rarest = (word: string): string => [...word].find((c) => !COMMON.includes(c)) ?? word[0] ?? "";
  return { find, wants: words.map(rarest).join("") };
}
