import type { Locale, Phrase, Rule } from "./rule.js";

/** The text of a phrase in a language, `{name}` filled. A key that the catalogue lacks is shown as it is. */
export function phrase(rule: Rule, locale: Locale, of: Phrase): string {
  const text = rule.texts[locale][of.key] ?? rule.texts["zh-CN"][of.key] ?? of.key;
  return fill(text, of.fill);
}

/** `{name}` in a text replaced by its value; a name without a value stays. */
export function fill(text: string, values: Phrase["fill"]): string {
  if (!values) return text;
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
