import type { Paragraph } from "../plan/model.js";
import type { HeadingContext, Sees } from "./rule.js";
import { matchesIn } from "../text/matches.js";

/** What a rule sees of the words of a paragraph, as a text to be compared. */
export type Words = NonNullable<Sees["words"]>;

/** The words of paragraphs in which an expression finds something, nothing of the others. */
export function where(expression: RegExp): Words {
  return ({ text }: Paragraph) => (expression.test(text) ? text : "");
}

/** The rows of tables pasted with tabs or written in Markdown. */
export function tabled({ text }: Paragraph): string {
  return text.includes("\t") || text.includes("|") ? text : "";
}

/** Only what an expression (global) finds, with so many characters before and behind it. */
export function around(
  expression: RegExp,
  reach: { readonly before: number; readonly after: number },
): Words {
  return ({ text }: Paragraph) =>
    matchesIn(text, expression)
      .map(({ index, 0: found }) =>
        text.slice(Math.max(0, index - reach.before), index + found.length + reach.after),
      )
      .join("\n");
}

/** What a rule takes from the words of a heading; all of them where other headings may be run into it. */
export function headed(
  take: (title: string, context: HeadingContext, of: Headed) => string,
): (paragraph: Paragraph, context: HeadingContext) => string {
  return ({ text, heading, inner }, context) => {
    if (!heading) return "";
    const title = text.slice(heading.span.start, heading.span.end);
    if (inner.length > 0) return title;
    return take(title, context, { rest: text.slice(heading.span.end).trim(), runIn: heading.runIn });
  };
}

/** What stands behind a heading in its line, and whether that is a text of its own. */
export interface Headed {
  readonly rest: string;
  readonly runIn: boolean;
}
