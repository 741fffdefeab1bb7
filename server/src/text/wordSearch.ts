import { lettersOf } from "./characters.js";

/** Which of many words stand at an offset, the shortest first. */
export type WordSearch = (text: string, at: number) => readonly string[];

interface Branch {
  readonly next: Map<number, Branch>;
  /** The word that ends here. */
  word?: string;
}

const NONE: readonly string[] = [];

/**
 * Looks for thousands of words at once: at each offset it reads no further than some word goes on, however many words
 * there are. Words without a character stand nowhere.
 */
export function wordSearch(words: Iterable<string>): WordSearch {
  const root: Branch = { next: new Map() };
  let firsts = "";
  for (const word of words) {
    if (word !== "") plant(root, word).word = word;
    firsts += word.charAt(0);
  }
  // Most offsets are done with after this look.
  const isFirst = lettersOf(firsts);
  return (text, at) => (isFirst[text.charCodeAt(at)] === 1 ? wordsFrom(root, text, at) : NONE);
}

function plant(root: Branch, word: string): Branch {
  let branch = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = branch.next.get(code);
    if (!next) branch.next.set(code, (next = { next: new Map() }));
    branch = next;
  }
  return branch;
}

function wordsFrom(root: Branch, text: string, from: number): readonly string[] {
  let found: string[] | undefined;
  let branch = root.next.get(text.charCodeAt(from));
  for (let at = from + 1; branch; at++) {
    if (branch.word !== undefined) (found ??= []).push(branch.word);
    branch = at < text.length ? branch.next.get(text.charCodeAt(at)) : undefined;
  }
  return found ?? NONE;
}
