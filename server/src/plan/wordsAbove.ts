import type { Paragraph } from "./model.js";

/** The last line above one that is not blank; empty where there is none. */
export function wordsAbove(paragraphs: readonly Paragraph[], index: number): string {
  let at = index - 1;
  while (at >= 0 && paragraphs[at]?.blank) at--;
  return paragraphs[at]?.text ?? "";
}
