import { shift } from "../text/span.js";
import type { Before } from "./before.js";
import { LaterPart } from "./laterPart.js";
import type { Front, Item, Located, Part, Period, Title } from "./model.js";
import type { Seat } from "./seat.js";

/** Where the places of a plan have gone. */
export type Places = Pick<Seat, "span" | "boundary">;

/** After an edit in whose lines nothing is held by its place. */
export function placesAfter({ start, by }: Pick<Before, "start" | "by">): Places {
  return {
    boundary: (offset) => (offset >= start ? offset + by : offset),
    span: (at) => (at.start < start ? at : shift(at, by)),
  };
}

export function moved<T extends Title | Period | Located | undefined>(one: T, places: Places): T {
  const span = one && places.span(one.span);
  return span === one?.span ? one : { ...one, span };
}

export function frontAfter(front: Front, places: Places): Front {
  const all = (list: readonly Located[]): Located[] => list.map((one) => moved(one, places));
  return {
    issuers: all(front.issuers),
    documentNumber: moved(front.documentNumber, places),
    date: moved(front.date, places),
    addressees: all(front.addressees),
    addressLine: moved(front.addressLine, places),
    signatures: all(front.signatures),
    dates: all(front.dates),
  };
}

/** Parts begin with a line, and end where the next one begins or the text ends. */
export function partAfter({ kind, span, title }: Part, places: Places, items: () => readonly Item[]): Part {
  const { boundary } = places;
  const now = { start: boundary(span.start), end: boundary(span.end) };
  return new LaterPart({ kind, span: now, title: moved(title, places) }, items);
}
