import { withOne } from "./withOne.js";

const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global expression in a text, in reading order: what `matchAll` gives, without a copy of the
 * expression and an iterator for each text in which there is nothing. The expression begins at the head of the text.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  let found: RegExpExecArray[] | undefined;
  while (match) {
    found = withOne(found, match);
    if (match[0] === "") pattern.lastIndex++;
    match = pattern.exec(text);
  }
  return found ?? NONE;
}
