import { trimEnd } from "../text/characters.js";
import { shift, type Span } from "../text/span.js";
import type { Responsibility } from "./model.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import type { QuietEdit } from "./quietEdit.js";
import type { Reading } from "./reread.js";

/** A quiet edit, where its line begins and by how much everything behind it moved. */
export interface Step extends QuietEdit {
  readonly start: number;
  readonly by: number;
}

/** Where the places of a plan have gone in some quiet edits. */
export interface Seat {
  readonly now: Reading;
  /** The lines that were edited. */
  readonly lines: ReadonlySet<number>;
  /** Where an offset stands now; one in an edited line is the end of its words, since nothing else is held of it. */
  offset(offset: number): number;
  /** Where a line's begin stands now, or the end of the text. */
  boundary(offset: number): number;
  /** Where a stretch stands now; undefined where it begins in an edited line. */
  span(at: Span): Span | undefined;
  responsibility(one: Responsibility): Responsibility;
}

export function seatAfter(edits: readonly Step[], now: Reading): Seat {
  const steps = edits.map(stepping);
  const through = <T>(one: T, take: (one: T, step: Stepping) => T): T => {
    let at = one;
    for (const step of steps) at = take(at, step);
    return at;
  };
  return {
    now,
    lines: new Set(edits.map(({ line }) => line)),
    offset(offset) {
      let at = offset;
      for (const { head, end, endNow, by } of steps) if (at > head) at = at <= end ? endNow : at + by;
      return at;
    },
    boundary: (offset) => through(offset, (at, { start, by }) => (at > start ? at + by : at)),
    span: (at) => through<Span | undefined>(at, (one, step) => one && spanAfter(one, step)),
    responsibility: (one) => through(one, responsibilityAfter),
  };
}

/** What a step asks of every place. */
interface Stepping extends Step {
  /** Up to where nothing moves: what stands before a marker belongs to the item above it, and has not changed. */
  readonly head: number;
  /** Where the line ended, and where its words end after the edit. */
  readonly end: number;
  readonly endNow: number;
}

function stepping(step: Step): Stepping {
  const { start, before, after } = step;
  return {
    ...step,
    head: start + (after.marker?.span.start ?? 0),
    end: start + before.text.length,
    endNow: start + trimEnd(after.text, 0, after.text.length),
  };
}

function spanAfter(at: Span, { start, end, by }: Stepping): Span | undefined {
  if (at.start < start) return at;
  return at.start > end ? shift(at, by) : undefined;
}

function responsibilityAfter(one: Responsibility, step: Stepping): Responsibility {
  const { start, before, after } = step;
  const from = PlacedResponsibility.startOf(one);
  if (from < start) return one;
  if (from > step.end) return PlacedResponsibility.after(one, step.by);
  const nth = before.responsibilities.findIndex(({ span }) => start + span.start === from);
  const found = after.responsibilities[nth];
  return found ? new PlacedResponsibility(found, start) : one;
}
