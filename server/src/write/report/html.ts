/** Markup that is safe to put into a page. Only `markup` makes it, and it escapes every text that is not markup already. */
export interface Html {
  readonly markup: string;
}

export type HtmlPart = Html | string | number | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Signs that HTML has no place for, and those that turn the direction of the text around them. */
const UNSHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return {
    markup: strings.map((piece, i) => piece + (i < parts.length ? markupOf(parts[i] ?? "") : "")).join(""),
  };
}

function markupOf(part: HtmlPart): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  if ("markup" in part) return part.markup;
  return part.map(({ markup }) => markup).join("");
}

function escaped(text: string): string {
  return text.replace(UNSHOWN, "").replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
}

/** Nothing at all. */
export const NOTHING: Html = { markup: "" };
