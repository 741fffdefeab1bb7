import { shift, type Span } from "../text/span.js";
import type { Heading, Item, Marker, Part, Responsibility, Target } from "./model.js";

/** What the items of one plan share. */
export interface Shelf {
  readonly text: string;
  readonly items: DraftItem[];
  /** The parts that have items. */
  readonly parts: readonly Part[];
  /** For each item where it and its marker begin and end, where its heading begins and ends, and where its own words end. */
  readonly places: Int32Array;
  /** The targets of the item at an index. */
  readonly targetsOf: (index: number) => readonly Target[];
}

/** How many numbers are held of an item, and which is which. */
export const PLACES = 6;
const MARKER_END = 1;
const HEADING = 2;
const HEADING_END = 3;
const OWN_END = 4;
const END = 5;

/** What an item is apart from its place and its words: the same object for as long as edits leave its line alone. */
export interface Mould {
  readonly index: number;
  readonly level: number;
  /** The line of its marker. */
  readonly line: number;
  /** As the line has it. */
  readonly mark: Marker;
  readonly runIn: boolean;
  /** The index of its parent; -1 at the top. */
  readonly parent: number;
  /** Which of the parts that have items. */
  readonly part: number;
}

const NO_ITEMS: readonly DraftItem[] = [];
const NO_RESPONSIBILITIES: readonly Responsibility[] = [];

/** What has been made of an item since somebody looked. */
interface Made {
  marker: Marker | undefined;
  title: string | undefined;
  heading: Span | undefined;
  own: Span | undefined;
  span: Span | undefined;
}

/**
 * An item, built parent first and filled afterwards; nobody outside `plan/` sees it before it is whole. A long plan has
 * thousands, made anew whenever an edit asks for the tree, and each that lives costs the collector of garbage: what
 * stays is shared, places are held as numbers, and what is made of them is made when somebody looks. That takes a
 * prototype with accessors, hence a class.
 */
export class DraftItem implements Item {
  children = NO_ITEMS;
  responsibilities = NO_RESPONSIBILITIES;
  readonly shelf: Shelf;
  readonly mould: Mould;
  private made: Made | undefined = undefined;

  constructor(shelf: Shelf, mould: Mould) {
    this.shelf = shelf;
    this.mould = mould;
  }

  get index(): number {
    return this.mould.index;
  }

  get level(): number {
    return this.mould.level;
  }

  get line(): number {
    return this.mould.line;
  }

  get mark(): Marker {
    return this.mould.mark;
  }

  get runIn(): boolean {
    return this.mould.runIn;
  }

  get part(): Part {
    return this.shelf.parts[this.mould.part] as Part;
  }

  get parent(): DraftItem | undefined {
    return this.shelf.items[this.mould.parent];
  }

  get start(): number {
    return this.at(0);
  }

  get markerEnd(): number {
    return this.at(MARKER_END);
  }

  get headingStart(): number {
    return this.at(HEADING);
  }

  get headingEnd(): number {
    return this.at(HEADING_END);
  }

  get ownEnd(): number {
    return this.at(OWN_END);
  }

  get end(): number {
    return this.at(END);
  }

  get marker(): Marker {
    return (this.makes().marker ??= placed(this.mark, this.start));
  }

  get title(): string {
    return (this.makes().title ??= this.shelf.text.slice(this.headingStart, this.headingEnd));
  }

  get heading(): Span {
    return (this.makes().heading ??= { start: this.headingStart, end: this.headingEnd });
  }

  get own(): Span {
    return (this.makes().own ??= { start: this.start, end: this.ownEnd });
  }

  get span(): Span {
    return (this.makes().span ??= { start: this.start, end: this.end });
  }

  get targets(): readonly Target[] {
    return this.shelf.targetsOf(this.index);
  }

  adopt(child: DraftItem): void {
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

  /** Says where it and its heading begin, and where that ends. */
  place(start: number, { span }: Heading): void {
    const { start: from, end: to } = this.mark.span;
    this.put(0, start);
    this.put(MARKER_END, start + to - from);
    this.put(HEADING, span.start);
    this.put(HEADING_END, span.end);
  }

  /** Says where its words end. Its children are closed before it. */
  close(ownEnd: number): void {
    this.put(OWN_END, ownEnd);
    this.put(END, Math.max(ownEnd, this.children.at(-1)?.at(END) ?? 0));
  }

  /** Closes it again after its children, where its own words end. */
  closeAgain(): void {
    this.close(this.ownEnd);
  }

  private at(which: number): number {
    return this.shelf.places[this.mould.index * PLACES + which] ?? 0;
  }

  private put(which: number, offset: number): void {
    this.shelf.places[this.mould.index * PLACES + which] = offset;
  }

  private makes(): Made {
    return (this.made ??= {
      marker: undefined,
      title: undefined,
      heading: undefined,
      own: undefined,
      span: undefined,
    });
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
