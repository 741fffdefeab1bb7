import { indexAt } from "../../plan/lineIndex.js";
import { leavesItems, type Rewriting } from "../../plan/leavesItems.js";
import { linesMatching } from "../../plan/linesHolding.js";
import type { Line, Paragraph, PlanDocument } from "../../plan/model.js";
import { readParagraph } from "../../plan/paragraph.js";
import { applyEdits, type Edit, shift, type Span } from "../../text/span.js";
import { touching } from "../../text/spanLookup.js";
import { shortest } from "../typing/typed.js";
import { gapIn, isSettled, type MarkerGroup, markerGroups, rewritesIn } from "./markerEdits.js";
import { type MarkFinder, marksIn } from "./markEdits.js";
import { keptSpaces, spaceBehind, strayIn } from "./spaceEdits.js";

/** Half-width marks, spaces, and what may stand before the end of a line: in other lines only markers are formatted. */
const SUSPECT =
  /[!"(),:;? \u00a0\u200b-\u200d\ufeff]|[.\t\v\f\u2000-\u200a\u2028\u2029\u3000](?=[\s\u200b-\u200d]|$)/g;

/**
 * The edits of `formatDocument`, found line by line, where these can be seen to leave the tree as it is: then nothing
 * but the lines that change is read again. Undefined where that cannot be told.
 */
export function quietFormat(plan: PlanDocument, marks: MarkFinder): Edit[] | undefined {
  const { edits, groups } = remarked(plan);
  const suspects = linesMatching(plan, SUSPECT);
  const numbers = edits.size === 0 ? suspects : [...new Set([...suspects, ...edits.keys()])];
  const isKept = keptSpaces(plan);
  const rewritings: Rewriting[] = [];
  for (const line of numbers.sort((a, b) => a - b)) {
    const readings = readingsOf({ plan, line, marks, isKept }, edits.get(line));
    if (!readings) return undefined;
    if (readings.length > 1) rewritings.push({ line, readings });
  }
  if (!leavesItems(plan, rewritings)) return undefined;
  const after = new Map(rewritings.map(({ line, readings }) => [line, readings.at(-1)]));
  if (!groups.every((group) => isSettled(plan.text, group, (line) => after.get(line)))) return undefined;
  return rewritings.flatMap(({ line, readings }) => {
    const [was, is] = [readings[0]?.text ?? "", readings.at(-1)?.text ?? ""];
    const start = plan.starts[line] ?? 0;
    if (was === is) return [];
    return [shortest(plan.text, { span: { start, end: start + was.length }, newText: is })];
  });
}

/** The edits of markers, by the lines in which they stand, and the groups that have any. */
function remarked(plan: PlanDocument): {
  readonly edits: ReadonlyMap<number, readonly Edit[]>;
  readonly groups: readonly MarkerGroup[];
} {
  const edits = new Map<number, readonly Edit[]>();
  const groups = markerGroups(plan).filter((group) => {
    const found = rewritesIn(plan.text, group);
    for (const { item, edits: own } of found) edits.set(item.line, [...(edits.get(item.line) ?? []), ...own]);
    return found.length > 0;
  });
  return { edits, groups };
}

/** A line to be formatted. */
interface Task {
  readonly plan: PlanDocument;
  readonly line: number;
  readonly marks: MarkFinder;
  /** Of spaces of the plan as it is. */
  readonly isKept: (span: Span) => boolean;
}

/** A line as it is and after each step that changes it; undefined where it takes the whole plan to tell. */
function readingsOf(task: Task, remarking: readonly Edit[] = []): Paragraph[] | undefined {
  const { start, paragraph } = task.plan.lines[task.line] as Line;
  const readings = [paragraph];
  const write = (edits: readonly Edit[]): Paragraph => {
    const was = readings.at(-1) as Paragraph;
    const text = edits.length === 0 ? was.text : applyEdits(was.text, edits);
    if (text === was.text) return was;
    const is = readParagraph(text);
    readings.push(is);
    return is;
  };
  const ofMarks = marksOf(
    task,
    write(remarking.map(({ span, newText }) => ({ span: shift(span, -start), newText }))),
  );
  const ofSpaces = ofMarks && spacesOf(task, write(ofMarks));
  if (!ofSpaces) return undefined;
  const last = write(ofSpaces);
  return readings.length === 1 || isDone(task, { first: paragraph, last, isRemarked: remarking.length > 0 })
    ? readings
    : undefined;
}

/** Whether another round would leave a line alone that this one has changed. */
function isDone(
  task: Task,
  {
    first,
    last,
    isRemarked,
  }: { readonly first: Paragraph; readonly last: Paragraph; readonly isRemarked: boolean },
): boolean {
  return (
    marksOf(task, last)?.length === 0 &&
    spacesOf(task, last)?.length === 0 &&
    (isRemarked || gapIn(first) === gapIn(last))
  );
}

/** The edits of half-width marks; undefined where a marker may have a part in one. */
function marksOf({ plan, line, marks }: Task, paragraph: Paragraph): readonly Edit[] | undefined {
  const { role } = plan.lines[line] as Line;
  const edits = marksIn({ role, start: 0, paragraph }, marks);
  if (edits.length === 0) return edits;
  const markers = paragraph.marker ? [paragraph.marker, ...paragraph.inner] : paragraph.inner;
  const isOfMarker = touching(markers.map(({ span }) => span));
  return edits.some(({ span }) => isOfMarker(span.start, span.end)) ? undefined : edits;
}

/** The edits of spaces; undefined where one may belong to a responsibility of a line that has changed. */
function spacesOf(task: Task, paragraph: Paragraph): readonly Edit[] | undefined {
  const { plan, line, isKept } = task;
  const { role, start, paragraph: first } = plan.lines[line] as Line;
  const now: Line = { role, start: 0, paragraph };
  const behind = spaceBehind(now);
  const rest = behind ? [behind] : [];
  const stray = strayIn(now);
  if (stray.length === 0) return rest;
  if (!stray.some(({ span }) => paragraph.responsibilities.some((one) => isNear(one.span, span))))
    return [...stray.filter(({ span }) => !isOfHead(task, paragraph, span)), ...rest];
  return paragraph === first
    ? [...stray.filter(({ span }) => !isKept(shift(span, start))), ...rest]
    : undefined;
}

/** Whether a space belongs to the marker or to the end of the heading of a line that begins an item. */
function isOfHead({ plan, line }: Task, { marker, heading }: Paragraph, space: Span): boolean {
  if (!marker || !heading) return false;
  const head = { start: marker.span.start, end: heading.span.start };
  return (isNear(head, space) || space.start === heading.span.end) && beginsItem(plan, line);
}

function isNear(at: Span, space: Span): boolean {
  return at.start < space.end && at.end >= space.start;
}

function beginsItem({ items, starts }: PlanDocument, line: number): boolean {
  return items[indexAt(items, (starts[line + 1] ?? Infinity) - 1)]?.line === line;
}
