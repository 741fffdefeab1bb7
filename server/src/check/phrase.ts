import type { Locale, Phrase, Rule } from "./rule.js";

/** The text of a phrase in a language, `{name}` filled. A key that the catalogue lacks is shown as it is. */
export function phrase(rule: Rule, locale: Locale, of: Phrase): string {
  const text = rule.texts[locale][of.key] ?? rule.texts["zh-CN"][of.key] ?? of.key;
  return fill(text, of.fill);
}

/**
 * `{name}` in a text replaced by its value; a name without a value stays. Quotes within a quoted value become inner ones
 * (“‘双师型’教师占比”), but where they are all of it: then they are what is spoken of.
 */
export function fill(text: string, values: Phrase["fill"]): string {
  if (!values || !text.includes("{")) return text;
  return text.replace(
    /(“?)\{([a-zA-Z]+)\}(?=(”?))/g,
    (whole, opens: string, name: string, closes: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const said = String(value);
      const isQuoted = opens !== "" && closes !== "" && said.includes("“") && !/^“[^“”]*”$/.test(said);
      return opens + (isQuoted ? said.replace(/“([^“”]*)”/g, "‘$1’") : said);
    },
  );
}
