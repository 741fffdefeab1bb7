/**
 * Looking from the end of a text. A regular expression that is anchored at the end only tries every place before it,
 * which takes the square of the length where many characters fit: these look once.
 */

/** The offset behind the last of `marks` in a text; 0 where there is none. */
export function behindLast(text: string, marks: string): number {
  let at = text.length;
  while (at > 0 && !marks.includes(text[at - 1] ?? "")) at--;
  return at;
}

/** The offset at which the characters at the end that are all in `marks` (white space among them where it has one) begin. */
export function trailing(text: string, marks: string, end = text.length): number {
  let at = end;
  while (at > 0 && marks.includes(text[at - 1] ?? "")) at--;
  return at;
}

const SPACES = " \t\u3000\u00a0";
const LEADERS = ".…·。" + SPACES;

/**
 * Where the page number at the end of a line of a contents page begins, leaders and dashes included: `总则……3`,
 * `总则 - 3 -`. The length of the text where it has none.
 */
export function pageNumberAt(text: string): number {
  const digitsEnd = trailing(text, SPACES + "-—－");
  const digits = trailing(text, "0123456789", digitsEnd);
  if (digits === digitsEnd || digitsEnd - digits > 4) return text.length;
  const leaders = trailing(text, LEADERS + "-—－", digits);
  // A number right behind a word belongs to it.
  return leaders < digits ? leaders : text.length;
}
