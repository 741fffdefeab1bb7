import { lettersOf } from "./characters.js";

/** Which of many words stand at an offset, the shortest first. */
export type WordSearch = (text: string, at: number) => readonly string[];

/** Words as a tree: what stands below a branch begins with the characters that lead to it. */
export interface WordTree {
  readonly next: ReadonlyMap<string, WordTree>;
  /** The word that ends here. */
  readonly word: string | undefined;
}

interface Growing extends WordTree {
  readonly next: Map<string, Growing>;
  word: string | undefined;
}

const NONE: readonly string[] = [];

/**
 * Looks for thousands of words at once: at each offset it reads no further than some word goes on, however many words
 * there are. Words without a character stand nowhere.
 */
export function wordSearch(words: Iterable<string>): WordSearch {
  const tree = wordTree(words);
  // Most offsets are done with after this look.
  const isFirst = lettersOf([...tree.next.keys()].join(""));
  return (text, at) => (isFirst[text.charCodeAt(at)] === 1 ? wordsFrom(tree, text, at) : NONE);
}

/** Branches are single UTF-16 units. Words without a character are left out. */
export function wordTree(words: Iterable<string>): WordTree {
  const root = branch();
  for (const word of words) {
    let at = root;
    for (let i = 0; i < word.length; i++) {
      const character = word.charAt(i);
      let next = at.next.get(character);
      if (!next) at.next.set(character, (next = branch()));
      at = next;
    }
    if (at !== root) at.word = word;
  }
  return root;
}

function branch(): Growing {
  return { next: new Map(), word: undefined };
}

function wordsFrom(tree: WordTree, text: string, from: number): readonly string[] {
  let found: string[] | undefined;
  let at = tree.next.get(text.charAt(from));
  for (let i = from + 1; at; i++) {
    if (at.word !== undefined) (found ??= []).push(at.word);
    at = i < text.length ? at.next.get(text.charAt(i)) : undefined;
  }
  return found ?? NONE;
}
