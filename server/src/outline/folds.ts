import type { PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";

/** A stretch that can be folded away: from the line of `span.start` to the line of `span.end`. */
export interface Fold {
  readonly kind: "item" | "metadata";
  readonly span: Span;
}

/** Folds of every item that goes on after its first line, and of the block of metadata (索引号：…) that a scraped page has. */
export function folds(plan: PlanDocument): Fold[] {
  const found: Fold[] = metadataFolds(plan);
  const { text } = plan;
  // Items come in reading order: the next line break of one is often that of those behind it too.
  let lineBreak = -1;
  for (const { start, span } of plan.items) {
    if (lineBreak < start) lineBreak = breakFrom(text, start);
    if (lineBreak >= span.end) continue;
    const end = lastInk(text, span);
    if (lineBreak < end) found.push({ kind: "item", span: { start, end } });
  }
  return found;
}

function breakFrom(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? Infinity : at;
}

const SPACE = /\s/;

/** The end of a span without the blank lines that close it: a fold that took them would glue two items together. */
function lastInk(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && SPACE.test(text.charAt(end - 1))) end--;
  return end;
}

function metadataFolds(plan: PlanDocument): Fold[] {
  const found: Fold[] = [];
  let open: { start: number; end: number; lines: number } | undefined;
  for (const line of plan.lines) {
    if (line.role === "metadata") {
      const end = line.start + line.paragraph.text.length;
      open = { start: open?.start ?? line.start, end, lines: (open?.lines ?? 0) + 1 };
    } else if (line.role !== "blank" && open) {
      if (open.lines > 1) found.push({ kind: "metadata", span: { start: open.start, end: open.end } });
      open = undefined;
    }
  }
  return found;
}
