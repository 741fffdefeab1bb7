/** A clause where it stands. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

/** A clause shorter than this (characters) is found in any plan. */
const TELLING_LENGTH = 8;
/** Words of a look back, where what is old is right. */
const PAST = /已|了|以来|荣获|去年|上年|同期/;
const MARKER = /^(?:[（(][一二三四五六七八九十0-9]{1,4}[）)]|[一二三四五六七八九十0-9]{1,4}[、.．])/;

/** Those of some clauses of a draft that were taken over to the letter from a text, whatever their number; no look back is one. */
export function takenOver<One extends Clause>(
  clauses: readonly One[],
  earlier: string,
  word: string,
): readonly One[] {
  if (clauses.length === 0) return clauses;
  const known = new Set(clausesWith(earlier, word).map(saidIn));
  return clauses.filter((one) => {
    const said = saidIn(one);
    return said !== undefined && known.has(said);
  });
}

/** The clauses that hold a word: most do not, and are not looked at. */
export function clausesWith(text: string, word: string): Clause[] {
  const found: Clause[] = [];
  let end = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, end)) {
    let start = at;
    while (start > end && !isClauseEnd(text.charCodeAt(start - 1))) start--;
    end = at;
    while (end < text.length && !isClauseEnd(text.charCodeAt(end))) end++;
    found.push({ text: text.slice(start, end), start });
  }
  return found;
}

/** 。，；！？ and the breaks of lines. */
function isClauseEnd(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  return (
    code === 0x3002 ||
    code === 0xff0c ||
    code === 0xff1b ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 10 ||
    code === 13
  );
}

/** What a clause says, without spaces and number; undefined where that is too little, or a look back. */
function saidIn({ text }: Clause): string | undefined {
  const said = text.replace(/\s+/g, "").replace(MARKER, "");
  return said.length >= TELLING_LENGTH && !PAST.test(said) ? said : undefined;
}
