import { shift, type Span } from "../text/span.js";
import type { Heading, Item, Marker, Part, Responsibility, Target } from "./model.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import type { Seat } from "./seat.js";

/** What the items of one plan share. */
export interface Shelf {
  readonly text: string;
  readonly items: DraftItem[];
  /** The parts that have items. */
  readonly parts: readonly Part[];
  /** For each item where it and its marker begin and end, where its heading begins and ends, and where its own words end. */
  readonly places: Int32Array;
  /** For each item what it is apart from its place and its words, as `ROW` names it. */
  readonly rows: Int32Array;
  /** The targets of the item at an index. */
  readonly targetsOf: (index: number) => readonly Target[];
}

/** How many numbers are held of the places of an item, and which is which. */
export const PLACES = 6;
const MARKER_END = 1;
const HEADING = 2;
const HEADING_END = 3;
const OWN_END = 4;
const END = 5;

/** How many other numbers are held of an item, and which is which. */
export const ROWS = 6;
export const ROW = {
  /** The line of its marker. */
  line: 0,
  level: 1,
  /** The index of its parent; -1 at the top. */
  parent: 2,
  /** Which of the parts that have items. */
  part: 3,
  /** 1 where the body goes on in the paragraph of the heading. */
  runIn: 4,
  /** Who of its children is said to do something, by `CUSTOM`. */
  custom: 5,
} as const;

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
  readonly shelf: Shelf;
  readonly index: number;
  /** As the line has it. */
  readonly mark: Marker;
  private answers = NO_RESPONSIBILITIES;
  /** By how much its responsibilities have still to be moved: most are never looked at between two edits. */
  private answersBy = 0;
  private made: Made | undefined = undefined;

  constructor(shelf: Shelf, index: number, mark: Marker) {
    this.shelf = shelf;
    this.index = index;
    this.mark = mark;
  }

  get level(): number {
    return this.row(ROW.level);
  }

  get line(): number {
    return this.row(ROW.line);
  }

  get runIn(): boolean {
    return this.row(ROW.runIn) === 1;
  }

  get part(): Part {
    return this.shelf.parts[this.row(ROW.part)] as Part;
  }

  get parent(): DraftItem | undefined {
    const index = this.row(ROW.parent);
    // A list asked for what stands before its first place is slow to answer.
    return index === -1 ? undefined : this.shelf.items[index];
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

  get responsibilities(): readonly Responsibility[] {
    if (this.answersBy !== 0) {
      const by = this.answersBy;
      this.answers = this.answers.map((one) => PlacedResponsibility.after(one, by));
      this.answersBy = 0;
    }
    return this.answers;
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
    if (this.answers === NO_RESPONSIBILITIES) this.answers = [one];
    else (this.answers as Responsibility[]).push(one);
  }

  /** Gives up what it has, to another. */
  handOver(to: DraftItem): void {
    for (const one of this.responsibilities) to.answer(one);
    this.answers = NO_RESPONSIBILITIES;
  }

  /** Has what another has, so much further on. */
  answerAs({ answers, answersBy }: DraftItem, by: number): void {
    this.answers = answers;
    if (answers.length > 0) this.answersBy = answersBy + by;
  }

  /** How many responsibilities it has, and where each begins: told without making any. */
  get answerCount(): number {
    return this.answers.length;
  }

  answerStart(which: number): number {
    const one = this.answers[which];
    return one ? PlacedResponsibility.startOf(one) + this.answersBy : 0;
  }

  /** Has what another had before quiet edits. */
  answerAfter(old: DraftItem, { first, last, by, responsibilities }: Seat): void {
    const count = old.answers.length;
    if (count === 0) return;
    if (old.answerStart(0) > last) this.answerAs(old, by);
    else if (old.answerStart(count - 1) < first) this.answerAs(old, 0);
    else this.answers = responsibilities(old.responsibilities);
  }

  /** Says where it and its heading begin, where that ends, and whether the body goes on behind it. */
  place(start: number, { span, runIn }: Heading): void {
    const { start: from, end: to } = this.mark.span;
    this.put(0, start);
    this.put(MARKER_END, start + to - from);
    this.put(HEADING, span.start);
    this.put(HEADING_END, span.end);
    this.say(ROW.runIn, runIn ? 1 : 0);
  }

  /** Says where its words end. Its children are closed before it. */
  close(ownEnd: number): void {
    this.put(OWN_END, ownEnd);
    this.put(END, Math.max(ownEnd, this.children.at(-1)?.at(END) ?? 0));
  }

  /** Says what it is, by `ROW`. */
  say(which: number, value: number): void {
    this.shelf.rows[this.index * ROWS + which] = value;
  }

  row(which: number): number {
    return this.shelf.rows[this.index * ROWS + which] ?? -1;
  }

  private at(which: number): number {
    return this.shelf.places[this.index * PLACES + which] ?? 0;
  }

  private put(which: number, offset: number): void {
    this.shelf.places[this.index * PLACES + which] = offset;
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
