import { isHan } from "../text/characters.js";

/** A bracket further from the end of its line is no list of names that was wrapped. */
const REACH = 120;
const ROUND = [0xff08, 0x28, 0x3014];
const CLOSING = [0xff09, 0x29, 0x3015];

/** The last bracket of a line that is not closed on it and may name who does it; -1 where there is none. */
export function openBracket(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && text.length - at < REACH; at--) {
    const code = text.charCodeAt(at);
    // Letters of the text leave at the first test.
    if (isHan(code)) continue;
    if (CLOSING.includes(code)) depth++;
    else if (ROUND.includes(code)) {
      if (depth === 0) return mayStandBehind(text[at - 1]) ? at : -1;
      depth--;
    }
  }
  return -1;
}

function mayStandBehind(before: string | undefined): boolean {
  return before === undefined || "。；".includes(before) || isHan(before.charCodeAt(0));
}
