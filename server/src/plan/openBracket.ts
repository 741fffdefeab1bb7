import { isHan, sensesOf } from "../text/characters.js";

/** A bracket further from the end of its line is no list of names that was wrapped. */
const REACH = 120;
/** By the code of a character: 1 for what opens, 2 for what closes. */
const SHAPE = sensesOf([
  ["（(〔", 1],
  ["）)〕", 2],
]);

/** The last bracket of a line that is not closed on it and may name who does it; -1 where there is none. */
export function openBracket(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && text.length - at < REACH; at--) {
    const shape = SHAPE[text.charCodeAt(at)];
    if (shape === 0) continue;
    if (shape === 2) depth++;
    else {
      if (depth === 0) return mayStandBehind(at === 0 ? undefined : text[at - 1]) ? at : -1;
      depth--;
    }
  }
  return -1;
}

function mayStandBehind(before: string | undefined): boolean {
  return before === undefined || "。；".includes(before) || isHan(before.charCodeAt(0));
}
