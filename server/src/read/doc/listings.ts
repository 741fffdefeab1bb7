import { createNumberer, type ParagraphListing, type ParagraphNumber } from "../word/counters.js";
import { createStyleLookup } from "../word/styleNumbering.js";
import type { WordFile } from "./fib.js";
import { readLists } from "./lists.js";
import { readStyles } from "./styles.js";

/** The number of a paragraph; `missing` where the file names a list that cannot be found in it. */
export type Numbering = (listing: ParagraphListing) => ParagraphNumber | "missing" | undefined;

/** To be asked for every paragraph in the order of the document. */
export function createNumbering(file: WordFile): Numbering {
  const lists = readLists(file);
  const styleOf = createStyleLookup(readStyles(file));
  const numberer = createNumberer(lists, styleOf);
  return ({ numId, level, style }) => {
    const inherited = numId !== undefined && level !== undefined ? undefined : styleOf(style);
    const list = numId ?? inherited?.numId;
    if (list !== undefined && list !== "0" && !lists.has(list)) return "missing";
    // A paragraph that leaves its style's list for another stays at its level.
    const own = level ?? (numId === undefined ? undefined : (inherited?.derivedLevel ?? inherited?.level));
    return numberer({ numId, level: own, style });
  };
}
