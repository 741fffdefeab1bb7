import { lineAt } from "../text/lines.js";
import type { Line, PlanDocument } from "./model.js";

/** The lines that hold a word, in order; it has no line break. The text is searched, which is much faster than to ask line by line. */
export function linesHolding(plan: PlanDocument, word: string): Line[] {
  const found: Line[] = [];
  for (let at = plan.text.indexOf(word); at !== -1;) {
    const index = lineAt(plan.starts, at);
    const line = plan.lines[index];
    if (line) found.push(line);
    const next = plan.starts[index + 1];
    at = next === undefined ? -1 : plan.text.indexOf(word, next);
  }
  return found;
}
