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
  for (const item of plan.items) {
    const span = { start: item.span.start, end: lastInk(plan.text, item.span) };
    if (plan.text.slice(span.start, span.end).includes("\n")) found.push({ kind: "item", span });
  }
  return found;
}

/** The end of a span without the blank lines that close it: a fold that took them would glue two items together. */
function lastInk(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text.charAt(end - 1))) end--;
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
