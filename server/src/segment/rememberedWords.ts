import type { Segmenter } from "./segmenter.js";

/** The words of a line. */
export type WordsOf = (line: string) => readonly string[];

/** A slice keeps the whole text alive that it was cut from, and with twenty thousand slices every version of a draft. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/**
 * The segmenter with a memory of what it has cut, so that a document edited and compared again is cut only where it
 * changed, and of a line that is almost last year's only the clauses that are not. At most `capacity` lines and clauses
 * are kept; beyond that the oldest are given up.
 */
export function rememberedWords(segmenter: Segmenter, capacity = 20_000): WordsOf {
  const kept = new Map<string, readonly string[]>();
  const remembered = (piece: string, wordsOf: WordsOf): readonly string[] => {
    const known = kept.get(piece);
    if (known) return known;
    const words = wordsOf(piece);
    if (kept.size >= capacity) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
    kept.set(ownCopy(piece), words);
    return words;
  };
  const ofClause: WordsOf = (clause) => segmenter.cut(clause);
  const ofLine: WordsOf = (line) => {
    const clauses = clausesOf(line);
    return clauses.length < 2
      ? segmenter.cut(line)
      : clauses.flatMap((clause) => remembered(clause, ofClause));
  };
  return (line) => remembered(line, ofLine);
}

/** No engine lets a word run over these marks, so that what stands between them can be cut by itself. */
const CLAUSE = /[^，。]+[，。]*|[，。]+/g;

function clausesOf(line: string): readonly string[] {
  return line.match(CLAUSE) ?? [];
}
