import type { DocxTrace, TracedText } from "../../read/docx/traceDocx.js";
import { child, elements, type XmlElement, type XmlPlace } from "../../read/xml.js";
import { lineAt, lineSpan, lineStarts } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import { breaksIn, type Cut, cutAfter, cutBefore, type Leaf } from "./cuts.js";

/** Where a comment stands in the main part. */
export interface Anchor {
  readonly from: Cut;
  readonly to: Cut;
  /** `elsewhere` where the words that are meant could not be marked, or not all of them. */
  readonly stands: "at-words" | "elsewhere";
}

/** Finds the place for a comment on a span of the text; undefined in a file without a paragraph. */
export function createAnchors(trace: DocxTrace): (span: Span) => Anchor | undefined {
  const starts = lineStarts(trace.text);
  const parents = parentsIn(trace.document);
  const leaves = new Map<number, Leaf>();
  const leafAt = (index: number): Leaf | undefined => {
    const piece = trace.pieces[index];
    if (!piece) return undefined;
    const known = leaves.get(index) ?? leafOf(piece, trace, parents);
    leaves.set(index, known);
    return known;
  };
  const within = (span: Span): Anchor | undefined => {
    const first = firstEndingAfter(trace.pieces, span.start);
    const last = lastStartingBefore(trace.pieces, span.end);
    const leaf = first > last ? undefined : leafAt(first);
    if (!leaf) return undefined;
    const end = lastAlike(leaf, { from: first, to: last, leafAt });
    const anchor = between(span, leaf, end);
    return end === leafAt(last) ? anchor : { ...anchor, stands: "elsewhere" };
  };
  return (span) => {
    const line = lineSpan(trace.text, starts, lineAt(starts, span.start));
    const words = markedWords(span, line);
    const own = words && within(words);
    if (own) return own;
    const near = within(line) ?? within(nearest(trace.pieces, line.start));
    return near ? { ...near, stands: "elsewhere" } : firstParagraph(trace);
  };
}

/** What is to be marked for a place: a point is shown by what stands before it, at the start of a line by all of that. */
function markedWords(span: Span, line: Span): Span | undefined {
  if (span.end > span.start) return span;
  if (span.start > line.start) return { start: span.start - 1, end: span.start };
  return line.end > line.start ? line : undefined;
}

/** The piece before an offset, or the very first one. */
function nearest(pieces: readonly TracedText[], offset: number): Span {
  const last = lastStartingBefore(pieces, offset);
  const { start, end } = pieces[Math.max(0, last)] ?? { start: 0, end: 0 };
  return { start, end };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly leafAt: (index: number) => Leaf | undefined;
}

/** The last leaf of a stretch that a comment may reach to from its first: from cell to cell, or out of a box, it may not. */
function lastAlike(first: Leaf, { from, to, leafAt }: Stretch): Leaf {
  let last = first;
  for (let index = from + 1; index <= to; index++) {
    const next = leafAt(index);
    if (!next || next.place !== first.place || next.container !== first.container) break;
    last = next;
  }
  return last;
}

function between(span: Span, first: Leaf, last: Leaf): Anchor {
  const from = cutBefore(first, span.start);
  const to = cutAfter(last, span.end);
  const isInOrder = to.at > from.at;
  return {
    from: isInOrder ? from : { at: first.unitPlace.start },
    to: isInOrder ? to : { at: first.unitPlace.end },
    stands: first.place === "box" ? "elsewhere" : "at-words",
  };
}

function firstEndingAfter(pieces: readonly TracedText[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lastStartingBefore(pieces: readonly TracedText[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function parentsIn(root: XmlElement): ReadonlyMap<XmlElement, XmlElement> {
  const parents = new Map<XmlElement, XmlElement>();
  const open = [root];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const each of elements(parent)) {
      parents.set(each, parent);
      open.push(each);
    }
  }
  return parents;
}

/** What a comment may only stand around: its inside is made anew by Word, exists twice, or takes no comments. */
const WHOLE = new Set(["w:r", "m:oMath", "m:oMathPara", "mc:AlternateContent", "w:sdt", "w:fldSimple"]);

function leafOf(
  { start, end, element }: TracedText,
  { places, source }: DocxTrace,
  parents: ReadonlyMap<XmlElement, XmlElement>,
): Leaf {
  const above: XmlElement[] = [];
  for (let at = parents.get(element); at; at = parents.get(at)) above.push(at);
  // In a text box the paragraph that counts is the outer one, which the box is anchored in.
  const outermost = above.findLastIndex(({ name }) => name === "w:p");
  const inParagraph = above.slice(0, Math.max(0, outermost));
  const unit = inParagraph.findLast(({ name }) => WHOLE.has(name)) ?? element;
  const run = above[0] === unit && unit.name === "w:r" && mayBeSplit(unit) ? unit : undefined;
  const place = (of: XmlElement): XmlPlace => places.get(of) ?? { start: 0, open: 0, close: 0, end: 0 };
  const properties = run && child(run, "w:rPr");
  const inner = run ? elements(run).filter((each) => each !== properties) : [];
  return {
    start,
    end,
    element,
    elementPlace: place(element),
    unitPlace: place(unit),
    source: source.text,
    place: inParagraph.some(({ name }) => name === "w:txbxContent") ? "box" : "body",
    container: above[outermost + 1],
    run: run && {
      place: place(run),
      properties: properties && place(properties),
      first: inner[0],
      last: inner.at(-1),
      breaks: breaksIn(element, source.text.slice(place(element).open, place(element).close), end - start),
    },
  };
}

/** A tracked change of the format has a number of its own, which must not stand twice. */
function mayBeSplit(run: XmlElement): boolean {
  return child(child(run, "w:rPr"), "w:rPrChange") === undefined;
}

/** In a file without any words of its own a comment stands in the first paragraph that is not empty altogether. */
function firstParagraph({ document, places }: DocxTrace): Anchor | undefined {
  const open = [document];
  for (let at = open.pop(); at; at = open.pop()) {
    const place = at.name === "w:p" ? places.get(at) : undefined;
    if (place && place.close < place.end) {
      const cut = { at: place.close };
      return { from: cut, to: cut, stands: "elsewhere" };
    }
    for (const each of elements(at).reverse()) open.push(each);
  }
  return undefined;
}
