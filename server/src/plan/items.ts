import { skipSpaces, trimEnd } from "../text/characters.js";
import type { Candidate } from "./candidates.js";
import { DraftItem, headingAt, type Shelf } from "./draftItem.js";
import { flattenedHeading, headingIn } from "./headings.js";
import { indexAt } from "./lineIndex.js";
import type { Heading, Item, Line, Part } from "./model.js";
import type { Grove, Node } from "./tree.js";

export interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly flattened: boolean;
  readonly shelf: Shelf;
}

/** Lines that never belong to the item above them. */
const TAIL = new Set([
  "blank",
  "signature",
  "date",
  "residue",
  "attachment-note",
  "attachment-label",
  "metadata",
  "title",
]);

/** The items of every grove, in reading order. `parts[i]` is the part of `groves[i]`. */
export function buildItems(source: Source, groves: readonly Grove[], parts: readonly Part[]): DraftItem[] {
  const items: DraftItem[] = [];
  const nodes: Node[] = groves.flatMap((grove) => grove.nodes);
  const byNode = new Map<Node, DraftItem>();
  const partOf = groves.flatMap((grove, g) => grove.nodes.map(() => parts[g] as Part));
  nodes.forEach((node, index) => {
    const parent = node.parent ? byNode.get(node.parent) : undefined;
    const item = newItem(source, { node, next: nodes[index + 1], part: partOf[index] as Part, index });
    parent?.adopt(item);
    byNode.set(node, item);
    items.push(item);
  });
  closeSpans(source, items);
  return items;
}

interface Place {
  readonly node: Node;
  readonly next: Node | undefined;
  readonly part: Part;
  readonly index: number;
}

function newItem(source: Source, place: Place): DraftItem {
  const { node, next, part, index } = place;
  const heading = headingOf(source, node, next);
  return new DraftItem(source.shelf, { candidate: node.candidate, level: node.level, part, index }, heading);
}

function headingOf(source: Source, node: Node, next: Node | undefined): Heading {
  const { candidate } = node;
  const own = source.lines[candidate.line];
  const lineEnd = own ? own.start + own.paragraph.text.length : source.text.length;
  const nextStart = next?.candidate.start ?? source.text.length;
  const end = Math.min(lineEnd, nextStart);
  if (source.flattened) return flattenedHeading(source.text, candidate.end, end);
  const heading = headingToLineEnd(own, { candidate, end }) ?? headingIn(source.text, candidate.end, end);
  return heading.span.end > heading.span.start
    ? heading
    : (headingBelow(source, candidate.line, nextStart) ?? heading);
}

/** What the line says itself, where its own marker begins the heading and nothing ends it before the line does. */
function headingToLineEnd(
  line: Line | undefined,
  { candidate, end }: { readonly candidate: Candidate; readonly end: number },
): Heading | undefined {
  const heading = line?.paragraph.heading;
  if (!heading || candidate.marker !== line.paragraph.marker) return undefined;
  if (end !== line.start + line.paragraph.text.length) return undefined;
  return headingAt(heading, line.start);
}

/** A marker alone on its line has its heading on the next. */
function headingBelow(source: Source, line: number, nextStart: number): Heading | undefined {
  const below = source.lines[line + 1];
  if (!below || below.paragraph.blank || below.start >= nextStart || below.paragraph.text.length > 40)
    return undefined;
  return headingIn(source.text, below.start, below.start + below.paragraph.text.length);
}

function closeSpans(source: Words, items: readonly DraftItem[]): void {
  for (let i = items.length - 1; i >= 0; i--) closeSpan(source, items, i);
}

function closeSpan(source: Words, items: readonly DraftItem[], index: number): void {
  const item = items[index] as DraftItem;
  const next = items[index + 1];
  const limit = next && next.part === item.part ? next.start : item.part.span.end;
  item.close(textEnd(source, item.headingEnd, Math.max(limit, item.headingEnd)));
}

/** Closes the item that holds a line once more, and those that it stands in. */
export function closeAround(source: Words, items: readonly DraftItem[], line: number): void {
  const at = indexAt(items, source.lines[line]?.start ?? 0);
  const item = items[at];
  if (!item) return;
  closeSpan(source, items, at);
  for (let above = item.parent; above; above = above.parent) above.close(above.own.end);
}

type Words = Pick<Source, "text" | "lines">;

/** The end of the last line of words before `limit`: blank lines, signature and residue are not the item's. */
function textEnd(source: Words, from: number, limit: number): number {
  let at = indexAt(source.lines, Math.max(0, limit - 1));
  while (at > 0 && TAIL.has(source.lines[at]?.role ?? "") && (source.lines[at]?.start ?? 0) > from) at--;
  const line = source.lines[at];
  if (!line) return from;
  const end = Math.min(limit, line.start + line.paragraph.text.length);
  return Math.max(from, trimEnd(source.text, from, Math.max(from, end)));
}

/** Where the words of an item's own paragraph go on behind its heading. */
export function bodyStart(text: string, item: Item): number {
  return skipSpaces(text, item.heading.end, item.own.end);
}
