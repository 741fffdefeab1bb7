import type { Assembled } from "./assemblePlan.js";
import { keysAfterEdits } from "./chapterKeys.js";
import { DraftItem, headingAt, type Shelf } from "./draftItem.js";
import { datingOf } from "./likeness.js";
import { type Later, later } from "./later.js";
import { indexAt } from "./lineIndex.js";
import type { Line, Part, Period, Target, Title } from "./model.js";
import { frontAfter, moved, partAfter } from "./placesAfter.js";
import type { Reading } from "./reread.js";
import { type Seat, seatAfter, type Step } from "./seat.js";
import { type KnownTargets, targetShelf } from "./targetShelf.js";

/**
 * What was put together of a plan, in the places that quiet edits have given it: nothing is recognised anew but what the
 * edited lines say. Undefined where something that is held by its place alone begins in one of those.
 */
export function takeOver(was: Assembled, edits: readonly Step[], now: Reading): Assembled | undefined {
  const seat = seatAfter(edits, now);
  if (placed(was).some((place) => place && !seat.span(place.span))) return undefined;
  const { title, period, front, kind, flattened, ground, roles, titleReach, chunks, census, habits } = was;
  const periodNow = moved(period, seat);
  const targetsOf = (index: number): readonly Target[] => targets.of(index);
  // What they are made from is let go when they are made: nothing else that lasts may hold it.
  const lines = linesLater(was, seat);
  const parts: Part[] = [];
  const grown = itemsLater(was, { seat, parts, targetsOf });
  was.parts.forEach((part, i) => parts.push(partAfter(part, seat, () => grown.get().roots[i] ?? [])));
  const items = (): readonly DraftItem[] => grown.get().items;
  const { text, holds } = now;
  const source = later(() => ({ text, holds, period: periodNow, items: items(), lines: lines.get() }));
  const targets = targetShelf(source.get, knownTargets(was, edits));
  return {
    kind,
    title: moved(title, seat),
    period: periodNow,
    front: frontAfter(front, seat),
    parts,
    lines: lines.get,
    roots: () => grown.get().all,
    items,
    chapterKeys: keysAfterEdits(was, edits),
    answersOf: grown.answersOf,
    flattened,
    ground,
    targetShelf: targets,
    isMoved: () => lines.isMade() && grown.isMade(),
    roles,
    titleReach,
    chunks,
    census,
    habits,
  };
}

function linesLater(was: Assembled, seat: Seat): Later<readonly Line[]> {
  return later(() => linesAfter(was.lines(), seat));
}

interface GrownLater extends Later<Grown> {
  readonly answersOf: Assembled["answersOf"];
}

/** What a few items say of who does it is told from what they said before the edits; that is let go when all are made. */
function itemsLater(was: Assembled, moving: Moving): GrownLater {
  let before: { readonly was: Assembled; readonly moving: Moving } | undefined = { was, moving };
  let made: Grown | undefined;
  return {
    get() {
      if (before) made = itemsAfter(before.was, before.moving);
      before = undefined;
      return made as Grown;
    },
    isMade: () => made !== undefined,
    answersOf(index) {
      if (made) return made.items[index]?.responsibilities ?? [];
      return before?.moving.seat.responsibilities(before.was.answersOf(index)) ?? [];
    },
  };
}

interface Moving {
  readonly seat: Seat;
  readonly parts: readonly Part[];
  readonly targetsOf: Shelf["targetsOf"];
}

interface Grown {
  readonly items: readonly DraftItem[];
  /** Those that stand in no other, part by part and together. */
  readonly roots: readonly (readonly DraftItem[])[];
  readonly all: readonly DraftItem[];
}

function itemsAfter(was: Assembled, { seat, parts, targetsOf }: Moving): Grown {
  const items: DraftItem[] = [];
  const before = was.items();
  const old = before[0]?.shelf;
  if (!old) return { items, roots: [], all: [] };
  const shelf: Shelf = {
    text: seat.now.text,
    items,
    parts: old.parts.map((part, i) => parts[was.parts.indexOf(part, i)] ?? part),
    places: placesIn(old.places, seat),
    rows: old.rows.slice(),
    targetsOf,
  };
  for (const item of before) items.push(itemAfter(item, shelf, seat));
  for (const { children, index } of before)
    if (children.length > 0)
      (items[index] as DraftItem).children = children.map((child) => items[child.index] as DraftItem);
  const roots = was.parts.map((part) => part.items.map(({ index }) => items[index] as DraftItem));
  return { items, roots, all: roots.flat() };
}

/** The places of all items, of which most stand before all edits or behind them. */
function placesIn(old: Int32Array, seat: Seat): Int32Array {
  const { first, last, by } = seat;
  const places = old.slice();
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    if (place > last) places[i] = place + by;
    else if (place >= first) places[i] = seat.offset(place);
  }
  return places;
}

/** An item among those of the text after the edits; its children are given to it when all are there. */
function itemAfter(old: DraftItem, shelf: Shelf, seat: Seat): DraftItem {
  const { line, index } = old;
  const { marker, heading } = (seat.lines.has(line) ? seat.now.paragraphs[line] : undefined) ?? {};
  const item = new DraftItem(shelf, index, marker && heading ? marker : old.mark);
  if (heading) item.place(item.start, headingAt(heading, seat.now.starts[line] ?? 0));
  item.answerAfter(old, seat);
  return item;
}

/** A deadline is looked for in so many characters of an item. */
const SHORT_ITEM = 3900;

/** What was settled of the targets; undefined where one of the edits may settle others anew. */
function knownTargets(was: Assembled, edits: readonly Step[]): KnownTargets | undefined {
  const known = was.targetShelf.known();
  const items = was.items();
  const isAnew = ({ line, before, after, start }: Step): boolean => {
    const own = items[indexAt(items, was.lines()[line]?.start ?? start)]?.own;
    return datingOf(before) !== datingOf(after) || (own !== undefined && own.end - own.start > SHORT_ITEM);
  };
  if (!known || edits.some(isAnew)) return undefined;
  return { settled: known.settled, edited: new Set([...known.edited, ...edits.map(({ line }) => line)]) };
}

/** Everything that is held by its place, but for lines, items and what belongs to them. */
function placed({ title, period, front, parts }: Assembled): (Title | Period | undefined)[] {
  const { issuers, documentNumber, date, addressees, addressLine, signatures, dates } = front;
  const lists = [...issuers, ...addressees, ...signatures, ...dates];
  return [title, period, documentNumber, date, addressLine, ...lists, ...parts.map((part) => part.title)];
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
