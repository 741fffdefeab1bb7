import type { PlanDocument } from "../plan/model.js";

export interface SameClause {
  /** As it stands in the draft. */
  readonly text: string;
  readonly start: number;
}

const CLAUSE_END = /[。！？；，\r\n]/;
/** A clause shorter than this (characters) is found in any plan. */
const TELLING_LENGTH = 8;
/** Words of a look back, where what is old is right. */
const PAST = /已|了|以来|荣获|去年|上年|同期/;
const MARKER = /^(?:[（(][一二三四五六七八九十0-9]{1,4}[）)]|[一二三四五六七八九十0-9]{1,4}[、.．])/;

/** The clauses with a certain word that a draft took over to the letter, whatever their number; no look back is one. */
export function sameClauses(draft: PlanDocument, earlier: PlanDocument, word: string): SameClause[] {
  const known = new Set([...clauses(earlier.text, word)].map(({ said }) => said));
  return [...clauses(draft.text, word)].filter(({ said }) => known.has(said));
}

/** The clauses that hold the word: others can be no match, and most are others. */
function* clauses(text: string, word: string): Generator<SameClause & { readonly said: string }> {
  let end = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, end)) {
    let start = at;
    while (start > end && !CLAUSE_END.test(text[start - 1] ?? "")) start--;
    end = at;
    while (end < text.length && !CLAUSE_END.test(text[end] ?? "")) end++;
    const clause = text.slice(start, end);
    const said = clause.replace(/\s+/g, "").replace(MARKER, "");
    if (said.length >= TELLING_LENGTH && !PAST.test(said)) yield { text: clause, said, start };
  }
}
