import type { Attached, Found } from "./attachTargets.js";
import { attached, attachTargets, targetsOfLine } from "./attachTargets.js";
import { type Assembled, type DraftPart, rootsOf } from "./assemblePlan.js";
import type { DraftItem } from "./draftItem.js";
import { datingOf } from "./likeness.js";
import { indexAt } from "./lineIndex.js";
import type { Front, Line, Located, Part, Period, Target, Title } from "./model.js";
import type { QuietEdit } from "./quietEdit.js";
import type { Reading } from "./reread.js";
import { type Seat, seatAfter } from "./seat.js";
import { shift } from "../text/span.js";

interface Taking {
  readonly now: Reading;
  /** By how much the text became longer. */
  readonly by: number;
  readonly edit: QuietEdit;
}

/**
 * What was put together of a plan, in the places that a quiet edit has given it: nothing is recognised anew but what the
 * edited line says. Undefined where something that is held by its place alone begins in that line.
 */
export function takeOver(was: Assembled, { now, by, edit }: Taking): Assembled | undefined {
  const seat = seatAfter({ ...edit, start: now.starts[edit.line] ?? 0, by });
  if (placesIn(was).some((place) => place && !seat.span(place.span))) return undefined;
  const { title, period, front } = was;
  const head = { title: moved(title, seat), period: moved(period, seat), front: frontAfter(front, seat) };
  const lines = linesAfter(was.lines, now, edit.line);
  const parts = new Map(was.parts.map((part) => [part, partAfter(part, seat)]));
  let made: Attached | undefined;
  const before = was.attached();
  const targets = (): Attached => {
    const source = { text: now.text, lines, items, period: head.period };
    return (made ??= (before && targetsAfter(before, source, { seat, edit })) ?? attachTargets(source));
  };
  const shelf = { text: now.text, targets: () => targets().byItem };
  const items: DraftItem[] = [];
  for (const item of was.items) {
    const parent = item.parent && items[item.parent.index];
    const part = parts.get(item.part) ?? item.part;
    items.push(item.reseated(seat, { shelf, part, parent }));
  }
  return {
    ...head,
    lines,
    kind: was.kind,
    parts: [...parts.values()],
    roots: rootsOf(items, [...parts.values()]),
    items,
    get targets() {
      return targets().all;
    },
    flattened: was.flattened,
    ground: was.ground,
    attached: () => (before ? targets() : made),
  };
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

/** Lines above the edited one are the same. */
function linesAfter(lines: readonly Line[], { starts, paragraphs }: Reading, edited: number): Line[] {
  const after = lines.slice(0, edited);
  for (let i = edited; i < lines.length; i++) {
    const { role, paragraph } = lines[i] as Line;
    after.push({ role, start: starts[i] ?? 0, paragraph: paragraphs[i] ?? paragraph });
  }
  return after;
}

/** Parts begin with a line, and end where the next one begins or the text ends. */
function partAfter({ kind, span, title }: Part, seat: Seat): DraftPart {
  const place = (offset: number): number => (offset > seat.start ? offset + seat.by : offset);
  return {
    kind,
    span: { start: place(span.start), end: place(span.end) },
    title: moved(title, seat),
    items: [],
  };
}

interface Around {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly items: readonly DraftItem[];
  readonly period: Period | undefined;
}

/** A deadline is looked for in so many characters of an item. */
const SHORT_ITEM = 3900;

/** The targets of the other lines keep what was settled of them; undefined where the edited line may settle it anew. */
function targetsAfter(
  before: Attached,
  around: Around,
  { seat, edit }: { readonly seat: Seat; readonly edit: QuietEdit },
): Attached | undefined {
  const first = lastBeginning(around.items, seat.start);
  const own = first?.own;
  if (datingOf(edit.before) !== datingOf(edit.after) || (own && own.end - own.start > SHORT_ITEM))
    return undefined;
  const found: Found[] = [];
  const anew = targetsOfLine(around, edit.line, first);
  before.all.forEach((target, i) => {
    const owner = before.owners[i] ?? -1;
    const at = target.valueSpan.start;
    if (at >= seat.start && at <= seat.oldEnd) found.push(...anew.splice(0));
    else found.push({ target: at < seat.start ? target : targetAfter(target, seat.by), owner });
  });
  return attached(found);
}

function lastBeginning(items: readonly DraftItem[], offset: number): DraftItem | undefined {
  const item = items[indexAt(items, offset)];
  return item && item.start <= offset ? item : undefined;
}

function targetAfter(target: Target, by: number): Target {
  const { indicatorSpan, valueSpan, span } = target;
  return {
    ...target,
    indicatorSpan: shift(indicatorSpan, by),
    valueSpan: shift(valueSpan, by),
    span: shift(span, by),
  };
}
