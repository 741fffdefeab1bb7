import { matchesIn } from "../text/matches.js";
import type { Locale, Phrase, Rule } from "./rule.js";

/** Whether a `{name}` stands in quotes, and there alone or beside other words. */
type Quoted = "no" | "alone" | "among";

/** A text cut at its `{name}`s: each with what stands before it, and whether it stands in quotes. */
export interface Template {
  readonly pieces: readonly { readonly before: string; readonly name: string; readonly quoted: Quoted }[];
  readonly end: string;
}

/** Texts that were cut already, by the text: many findings say the same of different things. */
export type Templates = Map<string, Template>;

/** The text of a phrase in a language, `{name}` filled. A key that the catalogue lacks is shown as it is. */
export function phrase(
  rule: Rule,
  of: Phrase,
  { locale, templates }: { readonly locale: Locale; readonly templates: Templates },
): string {
  const text = rule.texts[locale][of.key] ?? rule.texts["zh-CN"][of.key] ?? of.key;
  if (!of.fill) return text;
  let template = templates.get(text);
  if (!template) templates.set(text, (template = templateOf(text)));
  return filled(template, of.fill);
}

/**
 * `{name}` in a text replaced by its value; a name without a value stays. Quotes within a quoted value become inner ones
 * (“‘双师型’教师占比”), but where they are all of it: then they are what is spoken of.
 */
export function fill(text: string, values: Phrase["fill"]): string {
  return values ? filled(templateOf(text), values) : text;
}

function templateOf(text: string): Template {
  const pieces: Template["pieces"][number][] = [];
  let [from, depth] = [0, 0];
  for (const match of matchesIn(text, NAMES)) {
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    depth += balance(before);
    const isAll = before.endsWith("“") && text[from] === "”";
    pieces.push({ before, name: match[1] ?? "", quoted: depth <= 0 ? "no" : isAll ? "alone" : "among" });
  }
  return { pieces, end: text.slice(from) };
}

/** How many more quotes are opened than closed. */
function balance(words: string): number {
  return words.split("“").length - words.split("”").length;
}

const NAMES = /\{([a-zA-Z]+)\}/g;

function filled({ pieces, end }: Template, values: NonNullable<Phrase["fill"]>): string {
  let text = "";
  for (const { before, name, quoted } of pieces) {
    const value = values[name];
    const said = value === undefined ? `{${name}}` : String(value);
    text += before + (quoted === "no" || !said.includes("“") ? said : inside(said, quoted));
  }
  return text + end;
}

function inside(said: string, quoted: "alone" | "among"): string {
  return quoted === "alone" && /^“[^“”]*”$/.test(said) ? said : said.replace(/“([^“”]*)”/g, "‘$1’");
}
