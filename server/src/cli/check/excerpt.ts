import type { PlanDocument } from "../../plan/model.js";
import { lineAt, lineSpan } from "../../text/lines.js";
import type { Span } from "../../text/span.js";

const LONGEST = 80;

/** The words found fault with; where the place is a point, the line that it stands in. */
export function excerpt(plan: PlanDocument, span: Span): string {
  const line = lineSpan(plan.text, plan.starts, lineAt(plan.starts, span.start));
  const at = span.end > span.start ? span : line;
  const text = plan.text.slice(at.start, Math.min(at.end, at.start + LONGEST + 1)).trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The line around a place in three pieces, shortened to what a reader needs to find it. */
export interface Surroundings {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const BEFORE = 18;
const AFTER = 24;
const MARKED = 48;

export function surroundings(plan: PlanDocument, span: Span): Surroundings {
  const line = lineSpan(plan.text, plan.starts, lineAt(plan.starts, span.start));
  const end = Math.min(span.end, line.end);
  const from = Math.max(line.start, span.start - BEFORE);
  const to = Math.min(line.end, end + AFTER);
  const marked = plan.text.slice(span.start, end);
  return {
    before: (from > line.start ? "…" : "") + plan.text.slice(from, span.start).trimStart(),
    marked: marked.length > MARKED ? `${marked.slice(0, MARKED)}…` : marked,
    after: plan.text.slice(end, to).trimEnd() + (to < line.end ? "…" : ""),
  };
}
