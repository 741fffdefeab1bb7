import type { Line, PlanDocument } from "../../plan/model.js";
import { parsePlan } from "../../plan/parsePlan.js";
import { applyEdits, type Edit, overlaps, type Span } from "../../text/span.js";
import { lineAt } from "../../text/lines.js";
import { shortest } from "../typing/typed.js";
import { markerEdits } from "./markerEdits.js";
import { spaceEdits } from "./spaceEdits.js";

/**
 * Finds the half-width marks of a line that should be full-width; spans count from the start of the text.
 * `halfWidthMarks` of the checks is one. Those in markers are left to the markers' own form.
 */
export type MarkFinder = (
  line: Line,
) => readonly { readonly edits: readonly Edit[]; readonly inMarker: boolean }[];

type Step = (plan: PlanDocument) => Edit[];

/** One step may lay open what another does; more rounds than this were never seen to be needed. */
const ROUNDS = 6;

/**
 * The edits that bring markers to the draft's forms (those of GB/T 9704 where it is of two minds), take out stray spaces
 * and make half-width marks in Chinese text full-width: one edit a line at most. Done twice it does nothing more. The
 * tree stays as it is: a step that would change what is read as an item is left out.
 */
export function formatDocument(plan: PlanDocument, marks: MarkFinder): Edit[] {
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
        item.marker.style === other.marker.style &&
        item.marker.ordinal === other.marker.ordinal &&
        item.responsibilities.length === other.responsibilities.length
      );
    })
  );
}

function markEdits(plan: PlanDocument, marks: MarkFinder): Edit[] {
  const edits: Edit[] = [];
  let isOfMarker: ((span: Span) => boolean) | undefined;
  for (const line of plan.lines) {
    if (line.role === "metadata" || line.role === "residue" || line.paragraph.blank) continue;
    const found = marks(line);
    if (found.length === 0) continue;
    isOfMarker ??= markerSpans(plan);
    const all = found.filter((mark) => !mark.inMarker).flatMap((mark) => mark.edits);
    all.sort((a, b) => a.span.start - b.span.start);
    for (const edit of all) if (!isOfMarker(edit.span)) edits.push(edit);
  }
  return edits;
}

/** Tells of stretches, asked in reading order, whether a marker has a part in them. */
function markerSpans({ items }: PlanDocument): (span: Span) => boolean {
  let next = 0;
  return (span) => {
    while (next < items.length && (items[next]?.marker.span.end ?? 0) <= span.start) next++;
    const marker = items[next]?.marker.span;
    return marker !== undefined && overlaps(marker, span);
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
