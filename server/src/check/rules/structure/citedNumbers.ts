import type { Line } from "../../../plan/model.js";
import { matchesIn } from "../../../text/matches.js";
import type { Span } from "../../../text/span.js";

/** A number cited in the text with other brackets than 〔〕. Orders, certificates and court cases are numbered otherwise. */
const CITED =
  /([[（(【［])(?<=[\u4e00-\u9fff].)(?<![令告证用权号].)((?:19|20)\d\d)([\]）)】］])(?=\s?第?\d{1,4}\s?号)/g;
/** The number behind the year may stand on the next line. */
const LONGEST_SERIAL = 8;

/** The years, with their brackets, of the numbers that a line cites so. */
export function citedNumbers(
  text: string,
  { start, paragraph }: Line,
): { readonly year: string; readonly span: Span }[] {
  const { length } = paragraph.text;
  return matchesIn(text.slice(start, start + length + LONGEST_SERIAL), CITED)
    .filter(({ index }) => index < length)
    .map((match) => {
      const at = start + match.index;
      return { year: match[2] ?? "", span: { start: at, end: at + match[0].length } };
    });
}
