import type { Locale } from "../../check/rule.js";

type Texts<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;
type Values = Readonly<Record<string, string | number>>;

/** The sayer of one catalogue: a text by key in a language, `{name}` filled. */
export function catalogue<Key extends string>(
  texts: Texts<Key>,
): (locale: Locale, key: Key, values?: Values) => string {
  return (locale, key, values = {}) =>
    texts[locale][key].replace(/\{([a-zA-Z]{1,20})\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : String(value);
    });
}
