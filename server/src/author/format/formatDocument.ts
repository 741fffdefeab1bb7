import type { PlanDocument } from "../../plan/model.js";
import { parsePlan } from "../../plan/parsePlan.js";
import { lineAt } from "../../text/lines.js";
import { applyEdits, type Edit, overlaps, type Span } from "../../text/span.js";
import { shortest } from "../typing/typed.js";
import { type MarkFinder, marksIn } from "./markEdits.js";
import { markerEdits } from "./markerEdits.js";
import { quietFormat } from "./quietFormat.js";
import { spaceEdits } from "./spaceEdits.js";

type Step = (plan: PlanDocument) => Edit[];

/** One step may lay open what another does; more rounds than this were never seen to be needed. */
const ROUNDS = 6;

/**
 * The edits that bring markers to the draft's forms (those of GB/T 9704 where it is of two minds), take out stray spaces
 * and make half-width marks in Chinese text full-width: one edit a line at most. Done twice it does nothing more. The
 * tree stays as it is: a step that would change what is read as an item is left out.
 */
export function formatDocument(plan: PlanDocument, marks: MarkFinder): Edit[] {
  return quietFormat(plan, marks) ?? formatByTrees(plan, marks);
}

/** The same with the tree put together after each step. */
export function formatByTrees(plan: PlanDocument, marks: MarkFinder): Edit[] {
  const steps: readonly Step[] = [markerEdits, (one) => markEdits(one, marks), spaceEdits];
  let current = plan;
  for (let round = 0; round < ROUNDS; round++) {
    const before = current;
    for (const step of steps) current = stepped(current, step);
    if (current === before) break;
  }
  return lineEdits(plan, current);
}

/** The edits of `formatDocument` on the lines that a stretch of the text touches. */
export function formatRange(plan: PlanDocument, range: Span, marks: MarkFinder): Edit[] {
  const start = plan.starts[lineAt(plan.starts, range.start)] ?? 0;
  const end = plan.starts[lineAt(plan.starts, range.end) + 1] ?? plan.text.length + 1;
  return formatDocument(plan, marks).filter((edit) => edit.span.start >= start && edit.span.start < end);
}

function stepped(plan: PlanDocument, step: Step): PlanDocument {
  const edits = step(plan);
  const text = edits.length === 0 ? plan.text : applyEdits(plan.text, edits);
  if (text === plan.text) return plan;
  const next = parsePlan(text, plan);
  return isSameTree(plan, next) ? next : plan;
}

function isSameTree(a: PlanDocument, b: PlanDocument): boolean {
  return (
    a.lines.length === b.lines.length &&
    a.items.length === b.items.length &&
    a.items.every((item, i) => {
      const other = b.items[i];
      return (
        other !== undefined &&
        item.level === other.level &&
        item.mark.style === other.mark.style &&
        item.mark.ordinal === other.mark.ordinal &&
        item.responsibilities.length === other.responsibilities.length
      );
    })
  );
}

function markEdits(plan: PlanDocument, marks: MarkFinder): Edit[] {
  const edits: Edit[] = [];
  let isOfMarker: ((span: Span) => boolean) | undefined;
  for (const line of plan.lines) {
    for (const edit of marksIn(line, marks)) {
      isOfMarker ??= markerSpans(plan);
      if (!isOfMarker(edit.span)) edits.push(edit);
    }
  }
  return edits;
}

/** Tells of stretches, asked in reading order, whether a marker has a part in them. */
function markerSpans({ items }: PlanDocument): (span: Span) => boolean {
  let next = 0;
  return (span) => {
    while (next < items.length && (items[next]?.markerEnd ?? 0) <= span.start) next++;
    const item = items[next];
    return item !== undefined && overlaps({ start: item.start, end: item.markerEnd }, span);
  };
}

/** What differs, line by line: both texts have the same lines. */
function lineEdits(before: PlanDocument, after: PlanDocument): Edit[] {
  const edits: Edit[] = [];
  if (before === after) return edits;
  before.lines.forEach(({ start, paragraph }, i) => {
    const now = after.lines[i]?.paragraph ?? paragraph;
    if (now === paragraph || now.text === paragraph.text) return;
    const span = { start, end: start + paragraph.text.length };
    edits.push(shortest(before.text, { span, newText: now.text }));
  });
  return edits;
}
