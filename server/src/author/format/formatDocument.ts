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
  const markers = plan.items.map((item) => item.marker.span);
  let next = 0;
  return plan.lines.flatMap((line) => {
    if (line.role === "metadata" || line.role === "residue" || line.paragraph.blank) return [];
    return marks(line)
      .filter((mark) => !mark.inMarker)
      .flatMap((mark) => mark.edits)
      .sort((a, b) => a.span.start - b.span.start)
      .filter(({ span }) => {
        while (next < markers.length && (markers[next]?.end ?? 0) <= span.start) next++;
        const marker = markers[next];
        return !marker || !overlaps(marker, span);
      });
  });
}

/** What differs, line by line: both texts have the same lines. */
function lineEdits(before: PlanDocument, after: PlanDocument): Edit[] {
  if (before === after) return [];
  return before.lines.flatMap((line, i) => {
    const newText = after.lines[i]?.paragraph.text ?? line.paragraph.text;
    const { text } = line.paragraph;
    if (newText === text) return [];
    return [shortest(before.text, { span: { start: line.start, end: line.start + text.length }, newText })];
  });
}
