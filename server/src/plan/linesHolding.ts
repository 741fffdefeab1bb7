import { lineAt } from "../text/lines.js";
import { lineIn } from "./fewLines.js";
import type { Line, PlanDocument } from "./model.js";

/** The lines that hold a word, in order; it has no line break. The text is searched, which is much faster than to ask line by line. */
export function linesHolding(plan: PlanDocument, word: string): Line[] {
  const found: Line[] = [];
  for (let at = plan.text.indexOf(word); at !== -1;) {
    const index = lineAt(plan.starts, at);
    const line = lineIn(plan, index);
    if (line) found.push(line);
    const next = plan.starts[index + 1];
    at = next === undefined ? -1 : plan.text.indexOf(word, next);
  }
  return found;
}

/** The numbers of the lines in which a global expression matches, in order; no match is empty or goes beyond its line. */
export function linesMatching({ text, starts }: PlanDocument, pattern: RegExp): number[] {
  const found: number[] = [];
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    const line = lineAt(starts, pattern.lastIndex - 1);
    found.push(line);
    const next = starts[line + 1];
    if (next === undefined) break;
    pattern.lastIndex = next;
  }
  return found;
}
