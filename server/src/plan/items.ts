import { skipSpaces, trimEnd } from "../text/characters.js";
import { lineAt, type LineStarts } from "../text/lines.js";
import type { Candidate } from "./candidates.js";
import { DraftItem, headingAt, PLACES, ROW, ROWS, type Shelf } from "./draftItem.js";
import { flattenedHeading, headingIn } from "./headings.js";
import type { Heading, Item, Line, Part } from "./model.js";
import type { Grove, Node } from "./tree.js";

export interface Source {
  readonly text: string;
  readonly starts: LineStarts;
  /** Where the next item begins behind all of them, or the text ends. */
  readonly end: number;
  readonly lines: readonly Line[];
  readonly flattened: boolean;
  readonly targetsOf: Shelf["targetsOf"];
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
  const nodes: readonly Node[] = groves.flatMap((grove) => grove.nodes);
  const items: DraftItem[] = [];
  const places = new Int32Array(nodes.length * PLACES);
  const rows = new Int32Array(nodes.length * ROWS);
  const shelf: Shelf = { text: source.text, items, parts, places, rows, targetsOf: source.targetsOf };
  groves.forEach((grove, part) => {
    for (const node of grove.nodes) {
      const { candidate, level, index } = node;
      const item = new DraftItem(shelf, index, candidate.marker);
      item.say(ROW.line, candidate.line);
      item.say(ROW.level, level);
      item.say(ROW.parent, node.parent?.index ?? -1);
      item.say(ROW.part, part);
      item.place(candidate.start, headingOf(source, node, nodes[index + 1]));
      items.push(item);
      item.parent?.adopt(item);
    }
  });
  closeSpans(source, items);
  return items;
}

function headingOf(source: Source, node: Node, next: Node | undefined): Heading {
  const { candidate } = node;
  const own = source.lines[candidate.line];
  const lineEnd = own ? own.start + own.paragraph.text.length : source.text.length;
  const nextStart = next?.candidate.start ?? source.end;
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
  const { headingEnd } = item;
  // Thousands of items are closed: where the next one tells its line, nobody looks for it.
  const last = next?.start === limit && limit >= headingEnd ? lineAbove(source, next) : undefined;
  item.close(textEnd(source, { from: headingEnd, limit: Math.max(limit, headingEnd), last }));
}

/** The line of the last character before an item. */
function lineAbove({ starts }: Words, { line, start }: DraftItem): number {
  return starts[line] === start ? line - 1 : line;
}

type Words = Pick<Source, "text" | "starts" | "lines">;

/** The end of the last line of words before `limit`: blank lines, signature and residue are not the item's. */
function textEnd(
  source: Words,
  { from, limit, last }: { readonly from: number; readonly limit: number; readonly last: number | undefined },
): number {
  let at = last ?? lineAt(source.starts, Math.max(0, limit - 1));
  while (at > 0 && TAIL.has(source.lines[at]?.role ?? "") && (source.lines[at]?.start ?? 0) > from) at--;
  const line = source.lines[at];
  if (!line) return from;
  const end = Math.min(limit, line.start + line.paragraph.text.length);
  return Math.max(from, trimEnd(source.text, from, Math.max(from, end)));
}

type DraftLine = { -readonly [K in keyof Line]: Line[K] };

/** Lines that turned out to hold a heading. */
export function markHeadings(lines: readonly DraftLine[], items: readonly DraftItem[]): void {
  for (const item of items) {
    const line = lines[item.line];
    if (line?.role === "body") line.role = "heading";
  }
}

/** Where the words of an item's own paragraph go on behind its heading. */
export function bodyStart(text: string, item: Item): number {
  return skipSpaces(text, item.heading.end, item.own.end);
}
