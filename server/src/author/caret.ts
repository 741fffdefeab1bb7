import { indexAt } from "../plan/lineIndex.js";
import type { Line, PlanDocument } from "../plan/model.js";

/** Where the caret stands: its line and what is written on either side of it there. */
export interface Caret {
  readonly offset: number;
  readonly line: Line;
  /** The index of the line. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The caret at an offset (UTF-16 units from the start of the text; one outside the text is drawn into it). */
export function caretAt(plan: PlanDocument, offset: number): Caret {
  const at = indexAt(plan.lines, offset);
  const line = plan.lines[at] as Line;
  const column = Math.min(Math.max(0, offset - line.start), line.paragraph.text.length);
  return {
    offset: line.start + column,
    line,
    at,
    before: line.paragraph.text.slice(0, column),
    after: line.paragraph.text.slice(column),
  };
}

/** The last line of words above a line; undefined where there is none. */
export function wordsAbove(plan: PlanDocument, at: number): Line | undefined {
  for (let i = at - 1; i >= 0; i--) if (!plan.lines[i]?.paragraph.blank) return plan.lines[i];
  return undefined;
}
