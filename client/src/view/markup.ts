/** Markup that is safe to put into a page. Only `html` makes it, and it escapes every text that is not markup already. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const NOTHING: Markup = { markup: "" };

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.map((piece, i) => piece + (i < parts.length ? markupOf(parts[i] ?? "") : "")).join(""),
  };
}

function markupOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
  if ("markup" in part) return part.markup;
  return part.map(({ markup }) => markup).join("");
}

/** A drawing that the server has made and escaped; anything else is left out. */
export function drawing(svg: string): Markup {
  return /^<svg[\s>]/.test(svg) && !/<script|<foreignObject|\son\w/i.test(svg) ? { markup: svg } : NOTHING;
}
