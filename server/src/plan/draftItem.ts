import { shift, type Span } from "../text/span.js";
import type { Candidate } from "./candidates.js";
import type { Heading, Item, Marker, Part, Responsibility, Target } from "./model.js";
import type { Seat } from "./seat.js";

/** What the items of one plan share. */
export interface Shelf {
  readonly text: string;
  /** The targets of the item at an index. */
  readonly targetsOf: (index: number) => readonly Target[];
}

export interface ItemSeed {
  readonly candidate: Pick<Candidate, "marker" | "line" | "start">;
  readonly level: number;
  readonly part: Part;
  readonly index: number;
}

/** Where an item belongs that an edit has moved. */
interface Room {
  readonly shelf: Shelf;
  readonly part: Part;
}

const NO_ITEMS: readonly DraftItem[] = [];
const NO_RESPONSIBILITIES: readonly Responsibility[] = [];

/**
 * An item, built parent first and filled afterwards; nobody outside `plan/` sees it before it is whole. A long plan has
 * thousands, made anew whenever an edit asks for the tree: places are held as numbers, and what is made of them is made
 * when somebody looks. That takes a prototype with accessors, hence a class.
 */
export class DraftItem implements Item {
  readonly index: number;
  readonly level: number;
  readonly part: Part;
  readonly runIn: boolean;
  readonly start: number;
  readonly headingEnd: number;
  parent: DraftItem | undefined = undefined;
  children = NO_ITEMS;
  responsibilities = NO_RESPONSIBILITIES;
  private readonly shelf: Shelf;
  /** The line of its marker. */
  readonly line: number;
  readonly mark: Marker;
  private readonly headingStart: number;
  private ownEnd = 0;
  end = 0;
  private madeMarker: Marker | undefined = undefined;
  private madeTitle: string | undefined = undefined;
  private madeHeading: Span | undefined = undefined;
  private madeOwn: Span | undefined = undefined;
  private madeSpan: Span | undefined = undefined;

  constructor(shelf: Shelf, { candidate, level, part, index }: ItemSeed, { span, runIn }: Heading) {
    this.index = index;
    this.level = level;
    this.part = part;
    this.runIn = runIn;
    this.start = candidate.start;
    this.headingEnd = span.end;
    this.shelf = shelf;
    this.line = candidate.line;
    this.mark = candidate.marker;
    this.headingStart = span.start;
  }

  get markerEnd(): number {
    return this.start + this.mark.span.end - this.mark.span.start;
  }

  get markerText(): string {
    return this.mark.text;
  }

  get marker(): Marker {
    return (this.madeMarker ??= placed(this.mark, this.start));
  }

  get title(): string {
    return (this.madeTitle ??= this.shelf.text.slice(this.headingStart, this.headingEnd));
  }

  get heading(): Span {
    return (this.madeHeading ??= { start: this.headingStart, end: this.headingEnd });
  }

  get own(): Span {
    return (this.madeOwn ??= { start: this.start, end: this.ownEnd });
  }

  get span(): Span {
    return (this.madeSpan ??= { start: this.start, end: this.end });
  }

  get targets(): readonly Target[] {
    return this.shelf.targetsOf(this.index);
  }

  adopt(child: DraftItem): void {
    child.parent = this;
    if (this.children === NO_ITEMS) this.children = [child];
    else (this.children as DraftItem[]).push(child);
  }

  answer(one: Responsibility): void {
    if (this.responsibilities === NO_RESPONSIBILITIES) this.responsibilities = [one];
    else (this.responsibilities as Responsibility[]).push(one);
  }

  /** Gives up what it has. */
  leave(): void {
    this.responsibilities = NO_RESPONSIBILITIES;
  }

  /** Gives up what it has, to another. */
  handOver(to: DraftItem): void {
    for (const one of this.responsibilities) to.answer(one);
    this.leave();
  }

  /** Says where its words end. Its children are closed before it. */
  close(ownEnd: number): void {
    this.ownEnd = ownEnd;
    this.end = Math.max(ownEnd, this.children.at(-1)?.end ?? 0);
  }

  /** The same item in the text after an edit that moved it, below its parent there. Its children are given to it last. */
  reseated(seat: Seat, place: Room & { readonly parent: DraftItem | undefined }): DraftItem {
    const item = this.end < seat.first ? this.shifted(place, 0) : this.seatedBelow(seat, place);
    item.parent = place.parent;
    item.responsibilities = seat.responsibilities(this.responsibilities);
    return item;
  }

  private seatedBelow(seat: Seat, place: Room): DraftItem {
    if (this.start > seat.last) return this.shifted(place, seat.by);
    const { index, level, line } = this;
    const edited = seat.lines.has(line) ? seat.now.paragraphs[line] : undefined;
    const { marker = this.mark, heading } = edited ?? {};
    const item = new DraftItem(
      place.shelf,
      { candidate: { marker, line, start: seat.offset(this.start) }, level, part: place.part, index },
      heading ? headingAt(heading, seat.now.starts[line] ?? 0) : this.headingAfter(seat),
    );
    item.ownEnd = seat.offset(this.ownEnd);
    item.end = seat.offset(this.end);
    return item;
  }

  private shifted({ shelf, part }: Room, by: number): DraftItem {
    const { index, level, line, mark: marker, runIn } = this;
    const candidate = { marker, line, start: this.start + by };
    const heading = { span: { start: this.headingStart + by, end: this.headingEnd + by }, runIn };
    const item = new DraftItem(shelf, { candidate, level, part, index }, heading);
    item.ownEnd = this.ownEnd + by;
    item.end = this.end + by;
    return item;
  }

  /** Takes the children that it had, as they stand among the items now. */
  readopt(was: DraftItem, items: readonly DraftItem[]): void {
    if (was.children.length > 0) this.children = was.children.map(({ index }) => items[index] as DraftItem);
  }

  private headingAfter(seat: Seat): Heading {
    const span = { start: seat.offset(this.headingStart), end: seat.offset(this.headingEnd) };
    return { span, runIn: this.runIn };
  }
}

/** The heading of a line that begins at `start`. */
export function headingAt({ span, runIn }: Heading, start: number): Heading {
  return { span: shift(span, start), runIn };
}

function placed(marker: Marker, start: number): Marker {
  const by = start - marker.span.start;
  return { ...marker, span: shift(marker.span, by), numeral: shift(marker.numeral, by) };
}
