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
  /** Before it nothing has moved. */
  readonly first: number;
  /** Behind it, in the text before the edits, everything has moved by the same. */
  readonly last: number;
  readonly by: number;
  /** Where an offset stands now; one in an edited line is the end of its words, since nothing else is held of it. */
  offset(offset: number): number;
  /** Where a line's begin stands now, or the end of the text. */
  boundary(offset: number): number;
  /** Where a stretch stands now; undefined where it begins in an edited line. */
  span(at: Span): Span | undefined;
  /** Those of an item; the same list where it has not moved. */
  responsibilities(all: readonly Responsibility[]): readonly Responsibility[];
}

export function seatAfter(edits: readonly Step[], now: Reading): Seat {
  const steps = edits.map(stepping);
  const { first, last, by } = reachOf(steps);
  const through = <T>(one: T, take: (one: T, step: Stepping) => T): T => {
    let at = one;
    for (const step of steps) at = take(at, step);
    return at;
  };
  return {
    now,
    lines: new Set(edits.map(({ line }) => line)),
    first,
    last,
    by,
    offset(offset) {
      if (offset < first) return offset;
      if (offset > last) return offset + by;
      let at = offset;
      for (const step of steps) if (at > step.head) at = at <= step.end ? step.endNow : at + step.by;
      return at;
    },
    boundary: (offset) => through(offset, (at, { start, by }) => (at > start ? at + by : at)),
    span: (at) => through<Span | undefined>(at, (one, step) => one && spanAfter(one, step)),
    responsibilities(all) {
      if (all.every((one) => PlacedResponsibility.startOf(one) < first)) return all;
      return all.map((one) =>
        PlacedResponsibility.startOf(one) > last
          ? PlacedResponsibility.after(one, by)
          : through(one, responsibilityAfter),
      );
    },
  };
}

/** From where to where the edits reach, in the text before all of them, and by how much they move what stands behind. */
function reachOf(steps: readonly Stepping[]): Pick<Seat, "first" | "last" | "by"> {
  let first = Infinity;
  let last = -Infinity;
  let by = 0;
  for (const step of steps) {
    first = Math.min(first, step.start);
    last = Math.max(last, step.end - by);
    by += step.by;
  }
  return { first, last, by };
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
