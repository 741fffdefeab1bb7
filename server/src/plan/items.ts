import { skipSpaces, trimEnd } from "../text/characters.js";
import { shift, type Span } from "../text/span.js";
import { flattenedHeading, headingIn } from "./headings.js";
import { indexAt } from "./lineIndex.js";
import type { Heading, Item, Line, Marker, Part, Responsibility, Target } from "./model.js";
import type { Grove, Node } from "./tree.js";

/** Items are built parent first and filled afterwards; nobody outside `plan/` sees them before they are whole. */
export type DraftItem = {
  -readonly [K in Exclude<keyof Item, "parent" | "children" | "responsibilities" | "targets">]: Item[K];
} & {
  parent: DraftItem | undefined;
  children: DraftItem[];
  responsibilities: Responsibility[];
  targets: Target[];
};

export interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly flattened: boolean;
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
    item.parent = parent;
    parent?.children.push(item);
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
  const { marker } = node.candidate;
  const heading = headingOf(source, node, next);
  return {
    index,
    level: node.level,
    marker,
    title: source.text.slice(heading.span.start, heading.span.end),
    heading: heading.span,
    runIn: heading.runIn,
    span: marker.span,
    own: marker.span,
    responsibilities: [],
    targets: [],
    parent: undefined,
    children: [],
    part,
  };
}

function headingOf(source: Source, node: Node, next: Node | undefined): Heading {
  const { marker, line } = node.candidate;
  const own = source.lines[line];
  const lineEnd = own ? own.start + own.paragraph.text.length : source.text.length;
  const nextStart = next?.candidate.marker.span.start ?? source.text.length;
  const end = Math.min(lineEnd, nextStart);
  if (source.flattened) return flattenedHeading(source.text, marker.span.end, end);
  const heading = headingToLineEnd(own, { marker, end }) ?? headingIn(source.text, marker.span.end, end);
  return heading.span.end > heading.span.start ? heading : (headingBelow(source, line, nextStart) ?? heading);
}

/** What the line says itself, where its own marker begins the heading and nothing ends it before the line does. */
function headingToLineEnd(
  line: Line | undefined,
  { marker, end }: { readonly marker: Marker; readonly end: number },
): Heading | undefined {
  const heading = line?.paragraph.heading;
  if (!heading || marker.span.start !== line.start + (line.paragraph.marker?.span.start ?? -1))
    return undefined;
  if (end !== line.start + line.paragraph.text.length) return undefined;
  return { span: shift(heading.span, line.start), runIn: heading.runIn };
}

/** A marker alone on its line has its heading on the next. */
function headingBelow(source: Source, line: number, nextStart: number): Heading | undefined {
  const below = source.lines[line + 1];
  if (!below || below.paragraph.blank || below.start >= nextStart || below.paragraph.text.length > 40)
    return undefined;
  return headingIn(source.text, below.start, below.start + below.paragraph.text.length);
}

function closeSpans(source: Source, items: readonly DraftItem[]): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i] as DraftItem;
    const next = items[i + 1];
    const limit = next && next.part === item.part ? next.marker.span.start : item.part.span.end;
    const own: Span = {
      start: item.marker.span.start,
      end: textEnd(source, item.heading.end, Math.max(limit, item.heading.end)),
    };
    item.own = own;
    const last = item.children.at(-1);
    item.span = { start: own.start, end: Math.max(own.end, last?.span.end ?? 0) };
  }
}

/** The end of the last line of words before `limit`: blank lines, signature and residue are not the item's. */
function textEnd(source: Source, from: number, limit: number): number {
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
