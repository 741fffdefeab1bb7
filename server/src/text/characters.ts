/** Classes of characters that Chinese drafts are made of. */

/** White space of any width: space, tab, U+3000, NBSP, zero-width signs, BOM. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

/** All that `isSpace` holds for. */
export const SPACES =
  "\t\n\v\f\r \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u3000\ufeff";
/** And what only an expression takes for white space. */
export const ANY_SPACE = `${SPACES}\u1680\u202f\u205f`;

/** The dots and boxes with which the lines of a list begin. */
export const BULLETS = "·•●■◆▲★▪□◇➢";

export function isAnySpace(code: number): boolean {
  return isSpace(code) || code === 0x1680 || code === 0x202f || code === 0x205f;
}

/** A Chinese character of the basic block or of extension A, and 〇. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** An ASCII or a full-width digit. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** True where an ASCII digit stands at an offset. */
export function isAsciiDigit(text: string, at: number): boolean {
  const code = at < text.length && at >= 0 ? text.charCodeAt(at) : 0;
  return code >= 0x30 && code <= 0x39;
}

/** What is neither ASCII nor one of the common marks, of which none is a letter or a digit of any script. */
const BEYOND_MARKS = /[^\0-\x7f\u2010-\u2027\u3000-\u3003\u3008-\u3020\uff01-\uff0f\uff1a-\uff20]/;

/** Whether a text says anything: holds a letter or a digit of any script, which marks and spaces are not. */
export function hasLetters(text: string): boolean {
  // Nearly always a Chinese one, or marks alone; compiling the table of all scripts takes longer than a short draft.
  if (/[\u4e00-\u9fff0-9A-Za-z]/.test(text)) return true;
  return BEYOND_MARKS.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** A table that has 1 at the codes of some letters: the cheapest way to ask for one of many, again and again. */
export function lettersOf(letters: string): Uint8Array {
  return sensesOf([[letters, 1]]);
}

/** A table of what letters are, by their codes: the number that stands beside them; 0 for all others. */
export function sensesOf(senses: readonly (readonly [letters: string, sense: number])[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [letters, sense] of senses)
    for (let at = 0; at < letters.length; at++) table[letters.charCodeAt(at)] = sense;
  return table;
}

const SENTENCE_ENDS = new Set([..."。！？；!?;…"].map((c) => c.charCodeAt(0)));
const CLOSERS = new Set([..."”’》〉）)」』】〕]］\"'"].map((c) => c.charCodeAt(0)));

/** A mark that ends a sentence or one part of a list: 。！？； and their half-width forms. */
export function isSentenceEnd(code: number): boolean {
  return SENTENCE_ENDS.has(code);
}

/** A closing quote or bracket, full or half width. */
export function isCloser(code: number): boolean {
  return CLOSERS.has(code);
}

/** The first offset at or after `from` that is no white space, at most `to`. */
export function skipSpaces(text: string, from: number, to = text.length): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the last character before `to` that is no white space, at least `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * The offset of the bracket that closes the one at `open`, brackets of any kind counted, at most `limit` characters
 * on; -1 where none closes it.
 */
export function closingBracket(text: string, open: number, limit = 400): number {
  let depth = 0;
  const end = Math.min(text.length, open + limit);
  for (let at = open; at < end; at++) {
    const c = text[at];
    if (c === "（" || c === "(" || c === "〔" || c === "[" || c === "【" || c === "［") depth++;
    else if (c === "）" || c === ")" || c === "〕" || c === "]" || c === "】" || c === "］") {
      depth--;
      if (depth === 0) return at;
    }
  }
  return -1;
}
