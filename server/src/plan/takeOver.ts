import type { Assembled } from "./assemblePlan.js";
import { DraftItem, headingAt, type Shelf } from "./draftItem.js";
import type { TargetSource } from "./attachTargets.js";
import { datingOf } from "./likeness.js";
import { indexAt } from "./lineIndex.js";
import type { Front, Line, Located, Part, Period, Title } from "./model.js";
import type { Reading } from "./reread.js";
import { type Seat, seatAfter, type Step } from "./seat.js";
import { type KnownTargets, type TargetShelf, targetShelf } from "./targetShelf.js";

/**
 * What was put together of a plan, in the places that quiet edits have given it: nothing is recognised anew but what the
 * edited lines say. Undefined where something that is held by its place alone begins in one of those.
 */
export function takeOver(was: Assembled, edits: readonly Step[], now: Reading): Assembled | undefined {
  const move = moving(was, edits, now);
  return move?.to(targetShelf(move.source, knownTargets(was, edits)));
}

/** A plan on its way to other places, whose targets are still to be found. */
interface Move {
  readonly source: TargetSource;
  readonly to: (targets: TargetShelf) => Assembled;
}

/** Lines and items are moved when somebody looks: most edits ask for few of them. */
export function moving(was: Assembled, edits: readonly Step[], now: Reading): Move | undefined {
  const seat = seatAfter(edits, now);
  if (placesIn(was).some((place) => place && !seat.span(place.span))) return undefined;
  const { title, period, front } = was;
  const head = { title: moved(title, seat), period: moved(period, seat), front: frontAfter(front, seat) };
  let shelf: TargetShelf | undefined;
  const lines = later(() => linesAfter(was.lines, seat));
  const grown: Later<Grown> = later(() =>
    itemsAfter(was, { seat, parts, targetsOf: (index) => shelf?.of(index) ?? [] }),
  );
  const parts = was.parts.map((part, i) => partAfter(part, seat, () => grown.get().roots[i] ?? []));
  const source = {
    text: now.text,
    period: head.period,
    get lines() {
      return lines.get();
    },
    get items() {
      return grown.get().items;
    },
  };
  const to = (targets: TargetShelf): Assembled => {
    shelf = targets;
    return {
      ...head,
      get lines() {
        return lines.get();
      },
      kind: was.kind,
      parts,
      get roots() {
        return grown.get().roots.flat();
      },
      get items() {
        return grown.get().items;
      },
      get targets() {
        return targets.all();
      },
      flattened: was.flattened,
      ground: was.ground,
      targetShelf: targets,
      isMoved: () => lines.isMade() && grown.isMade(),
    };
  };
  return { source, to };
}

interface Later<T> {
  readonly get: () => T;
  readonly isMade: () => boolean;
}

/** A value made when it is first asked for; what it is made from is let go then. */
function later<T>(make: () => T): Later<T> {
  let making: (() => T) | undefined = make;
  let made: T | undefined;
  return {
    get() {
      if (making) {
        made = making();
        making = undefined;
      }
      return made as T;
    },
    isMade: () => making === undefined,
  };
}

interface Moving {
  readonly seat: Seat;
  readonly parts: readonly Part[];
  readonly targetsOf: Shelf["targetsOf"];
}

interface Grown {
  readonly items: readonly DraftItem[];
  /** Those that stand in no other, part by part. */
  readonly roots: readonly (readonly DraftItem[])[];
}

function itemsAfter(was: Assembled, { seat, parts, targetsOf }: Moving): Grown {
  const items: DraftItem[] = [];
  const old = was.items[0]?.shelf;
  if (!old) return { items, roots: [] };
  const shelf: Shelf = {
    text: seat.now.text,
    items,
    parts: old.parts.map((part) => parts[was.parts.indexOf(part)] ?? part),
    places: old.places.map((place) => seat.offset(place)),
    targetsOf,
  };
  for (const item of was.items) items.push(itemAfter(item, shelf, seat));
  was.items.forEach(({ children }, i) => {
    if (children.length > 0)
      (items[i] as DraftItem).children = children.map(({ index }) => items[index] as DraftItem);
  });
  const roots = was.parts.map((part) => part.items.map(({ index }) => items[index] as DraftItem));
  return { items, roots };
}

/** An item among those of the text after the edits; its children are given to it when all are there. */
function itemAfter({ mould, responsibilities }: DraftItem, shelf: Shelf, seat: Seat): DraftItem {
  const { line } = mould;
  const { marker, heading } = (seat.lines.has(line) ? seat.now.paragraphs[line] : undefined) ?? {};
  const item = new DraftItem(
    shelf,
    marker && heading ? { ...mould, mark: marker, runIn: heading.runIn } : mould,
  );
  if (heading) item.place(item.start, headingAt(heading, seat.now.starts[line] ?? 0));
  item.responsibilities = seat.responsibilities(responsibilities);
  return item;
}

/** A deadline is looked for in so many characters of an item. */
const SHORT_ITEM = 3900;

/** What was settled of the targets; undefined where one of the edits may settle others anew. */
function knownTargets(was: Assembled, edits: readonly Step[]): KnownTargets | undefined {
  const known = was.targetShelf.known();
  const isAnew = ({ line, before, after, start }: Step): boolean => {
    const own = was.items[indexAt(was.items, was.lines[line]?.start ?? start)]?.own;
    return datingOf(before) !== datingOf(after) || (own !== undefined && own.end - own.start > SHORT_ITEM);
  };
  if (!known || edits.some(isAnew)) return undefined;
  return { settled: known.settled, edited: new Set([...known.edited, ...edits.map(({ line }) => line)]) };
}

/** Everything that is held by its place, but for lines, items and what belongs to them. */
function placesIn({ title, period, front, parts }: Assembled): (Title | Period | undefined)[] {
  const { issuers, documentNumber, date, addressees, addressLine, signatures, dates } = front;
  const lists = [...issuers, ...addressees, ...signatures, ...dates];
  return [title, period, documentNumber, date, addressLine, ...lists, ...parts.map((part) => part.title)];
}

function moved<T extends Title | Period | Located | undefined>(one: T, seat: Seat): T {
  const span = one && seat.span(one.span);
  return span === one?.span ? one : { ...one, span };
}

function frontAfter(front: Front, seat: Seat): Front {
  const all = (list: readonly Located[]): Located[] => list.map((one) => moved(one, seat));
  return {
    issuers: all(front.issuers),
    documentNumber: moved(front.documentNumber, seat),
    date: moved(front.date, seat),
    addressees: all(front.addressees),
    addressLine: moved(front.addressLine, seat),
    signatures: all(front.signatures),
    dates: all(front.dates),
  };
}

/** Lines above the edited ones are the same. */
function linesAfter(lines: readonly Line[], { now: { starts, paragraphs }, lines: edited }: Seat): Line[] {
  const first = Math.min(...edited);
  const after = lines.slice(0, first);
  for (let i = first; i < lines.length; i++) {
    const { role, paragraph } = lines[i] as Line;
    const now = paragraphs[i] ?? paragraph;
    // What a line is among the others it stays, unless it is something else by itself.
    after.push({
      role: now.role === paragraph.role ? role : now.role,
      start: starts[i] ?? 0,
      paragraph: now,
    });
  }
  return after;
}

/** Parts begin with a line, and end where the next one begins or the text ends. */
function partAfter({ kind, span, title }: Part, seat: Seat, items: () => readonly DraftItem[]): Part {
  return {
    kind,
    span: { start: seat.boundary(span.start), end: seat.boundary(span.end) },
    title: moved(title, seat),
    get items() {
      return items();
    },
  };
}
