import { trimEnd } from "../text/characters.js";
import { shift, type Span } from "../text/span.js";
import type { Heading, Marker, Paragraph, Responsibility } from "./model.js";
import { PlacedResponsibility } from "./placedResponsibility.js";

/** Where the places of a plan have gone after an edit within one line that left the structure as it was. */
export interface Seat {
  /** The line that was edited. */
  readonly line: number;
  readonly start: number;
  /** Where its words ended before. */
  readonly oldEnd: number;
  /** By how much everything behind it moved. */
  readonly by: number;
  /** What the line has at its head now, where an item begins in it. */
  readonly marker: Marker | undefined;
  readonly heading: Heading | undefined;
  /** Where an offset stands now; one within the line is the end of its words, since nothing else is held of it. */
  after(offset: number): number;
  /** Where a stretch stands now; undefined where it begins in the line. */
  span(at: Span): Span | undefined;
  responsibility(one: Responsibility): Responsibility;
}

/** The places after an edit of the line that begins at `start`; both its paragraphs have words. */
export function seatAfter(edit: {
  readonly line: number;
  readonly before: Paragraph;
  readonly after: Paragraph;
  readonly start: number;
  readonly by: number;
}): Seat {
  const { line, before, after: paragraph, start, by } = edit;
  const oldEnd = start + before.text.length;
  const wordsEnd = start + trimEnd(paragraph.text, 0, paragraph.text.length);
  const { marker, heading } = paragraph;
  // What stands before a marker belongs to the item above it, and has not changed.
  const head = start + (marker?.span.start ?? 0);
  return {
    line,
    start,
    oldEnd,
    by,
    marker,
    heading: heading && { span: shift(heading.span, start), runIn: heading.runIn },
    after: (offset) => (offset <= head ? offset : offset <= oldEnd ? wordsEnd : offset + by),
    span(at) {
      if (at.start < start) return at;
      return at.start > oldEnd ? shift(at, by) : undefined;
    },
    responsibility(one) {
      const from = PlacedResponsibility.startOf(one);
      if (from < start) return one;
      if (from > oldEnd) return PlacedResponsibility.after(one, by);
      const nth = before.responsibilities.findIndex(({ span }) => start + span.start === from);
      const found = paragraph.responsibilities[nth];
      return found ? new PlacedResponsibility(found, start) : one;
    },
  };
}
