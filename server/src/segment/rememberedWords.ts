import type { Segmenter } from "./segmenter.js";

/** The words of a line. */
export type WordsOf = (line: string) => readonly string[];

/** A slice keeps the whole text alive that it was cut from, and with twenty thousand slices every version of a draft. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/**
 * The segmenter with a memory of the lines it has cut, so that a document edited and compared again is cut only where
 * it changed. At most `capacity` lines are kept; beyond that the oldest are given up.
 */
export function rememberedWords(segmenter: Segmenter, capacity = 20_000): WordsOf {
  const kept = new Map<string, readonly string[]>();
  return (line) => {
    const known = kept.get(line);
    if (known) return known;
    const words = segmenter.cut(line);
    if (kept.size >= capacity) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
    kept.set(ownCopy(line), words);
    return words;
  };
}
