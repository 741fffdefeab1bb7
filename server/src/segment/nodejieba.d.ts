/**
 * The calls of nodejieba that are used. Its own types come with the addon, which is not there where it could not be
 * built: the sources must read without it.
 */
declare module "nodejieba" {
  /** The words of a line, without guessing new ones. */
  export function cut(line: string): string[];
  /** Loads other dictionaries than its own. Each is a path. */
  export function load(dictionaries: Readonly<Record<string, string | undefined>>): boolean;
  /** Adds a word to the dictionary; the first call loads it. */
  export function insertWord(word: string): boolean;
}
