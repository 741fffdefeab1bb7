import type { Span } from "../text/span.js";
import { DEADLINE_LABEL } from "./deadlineLabel.js";
import type { DraftItem } from "./draftItem.js";
import { speaksOfPlans, speaksOfThePast } from "./lookingBack.js";
import { opensAttachment } from "./front.js";
import { createHearing, type Hearing, type Known } from "./hearing.js";
import { HOLDS } from "./holds.js";
import type { Holds, Item, Line, Paragraph, Period, Target, YearSource } from "./model.js";
import { dueYears, lastYearBefore, TIMED } from "./years.js";
import { onlySumsUp, sentenceUpTo } from "./targetGuards.js";
import { createYearSenses, type YearSenses } from "./yearSenses.js";

type SaidYear = Paragraph["years"][number];

interface Ledger {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly holds: Holds;
  readonly items: readonly DraftItem[];
  readonly period: Period | undefined;
  /** What heading, lead sentence and deadline of each item say, and whether it looks back, as far as it was asked. */
  readonly headings: Map<Item, Known | undefined>;
  readonly sections: Map<Item, Known | undefined>;
  readonly deadlines: Map<Item, Known | undefined>;
  readonly past: Map<Item, boolean>;
  readonly senses: YearSenses;
}

/** A target with what item, section or title give it. It holds no place but its line, so that it is kept while others move. */
export interface Settled {
  /** As its paragraph has it. */
  readonly target: Target;
  readonly line: number;
  /** The clause that states it, in its line. */
  readonly span: Span;
  readonly year: number | undefined;
  readonly yearFrom: YearSource;
  readonly kind: Target["kind"];
  /** The index of its item; -1 before the first and in an attachment, which no item above it holds. */
  readonly owner: number;
}

export type TargetSource = Pick<Ledger, "text" | "lines" | "holds" | "items" | "period">;

/** Every target of a plan. */
export function settleTargets(source: TargetSource): Settled[] {
  return settledFrom(source, { line: 0, item: -1 }, source.lines.length);
}

/** The targets from the line of an item on, before line `to`; without an item from the first line on. */
export function settleStretch(source: TargetSource, first: DraftItem | undefined, to: number): Settled[] {
  return settledFrom(source, { line: first?.line ?? 0, item: (first?.index ?? 0) - 1 }, to);
}

interface From {
  readonly line: number;
  /** The last item that began before that line. */
  readonly item: number;
}

function settledFrom(source: TargetSource, from: From, to: number): Settled[] {
  const ledger: Ledger = {
    ...source,
    headings: new Map(),
    sections: new Map(),
    deadlines: new Map(),
    past: new Map(),
    senses: createYearSenses(),
  };
  const found: Settled[] = [];
  const next = startOf(ledger.items, from.item + 1);
  const open: Open = { item: from.item, next, over: false, heard: createHearing() };
  for (let i = from.line; i < to; i++) {
    const holds = ledger.holds[i] as number;
    if ((holds & (HOLDS.time | HOLDS.target | HOLDS.attachment)) === 0) continue;
    const line = ledger.lines[i];
    if (!line || line.role === "metadata") continue;
    const { start, paragraph } = line;
    // The items that began in the lines between, which were passed over.
    openUntil(ledger, open, start - 1);
    if (opensAttachment(line)) open.over = true;
    if ((holds & (HOLDS.time | HOLDS.target)) === 0) continue;
    open.heard.line(line);
    if ((holds & HOLDS.target) !== 0) settleLine(ledger, { line, index: i, open }, found);
    openUntil(ledger, open, start + paragraph.text.length);
    if ((holds & HOLDS.time) !== 0) open.heard.says(saidIn(ledger, line, itemAt(ledger, open)?.start ?? 0));
  }
  return found;
}

/** The item that has begun last, while the lines are gone through. */
interface Open {
  item: number;
  /** Where the one behind it begins. */
  next: number;
  /** An attachment has begun behind it. */
  over: boolean;
  /** What its lines have said so far. */
  readonly heard: Hearing;
}

/** Goes on to the last item that begins at or before an offset. */
function openUntil({ items }: Ledger, open: Open, offset: number): void {
  if (open.next > offset) return;
  while (open.next <= offset) open.next = startOf(items, ++open.item + 1);
  open.over = false;
  open.heard.item();
}

function itemAt({ items }: Ledger, { item }: Open): DraftItem | undefined {
  return item === -1 ? undefined : items[item];
}

function startOf(items: readonly DraftItem[], index: number): number {
  return items[index]?.start ?? Infinity;
}

function settleLine(
  ledger: Ledger,
  { line, index, open }: { readonly line: Line; readonly index: number; readonly open: Open },
  found: Settled[],
): void {
  const saidBefore = yearsSaid(ledger, line);
  for (const target of line.paragraph.targets) {
    openUntil(ledger, open, line.start + target.valueSpan.start);
    const item = itemAt(ledger, open);
    // 6.12个镇: the number begins with that of the item.
    if (item && line.start + target.valueSpan.start < item.markerEnd) continue;
    const known = saidBefore(target, item?.start ?? 0) ?? open.heard.said();
    const dropped = open.heard.dropped();
    const { year, from: yearFrom, kind } = settled(ledger, { target, item, line, known, dropped });
    const span = withoutMarker(target, line, item);
    const owner = open.over ? -1 : (item?.index ?? -1);
    found.push({ target, line: index, span, year, yearFrom, kind, owner });
  }
}

/** A year before the plan's period is a base or a report, and dates nothing that follows. */
function isToCome(period: Period | undefined, year: number): boolean {
  return !period || period.source !== "title" || year >= period.from;
}

/** What the years of a line say before its targets, which are asked for in order; `from` is where their item begins. */
function yearsSaid({ period }: Ledger, line: Line): (target: Target, from: number) => Known | undefined {
  const { years } = line.paragraph;
  let next = 0;
  let last: SaidYear | undefined;
  return (target, from) => {
    for (let one = years[next]; one && one.span.end <= target.valueSpan.start; one = years[++next])
      if (isToCome(period, one.year)) last = one;
    return last && line.start + last.span.start >= from ? { year: last.year, from: "item" } : undefined;
  };
}

/** What a line leaves behind for the lines below it in the same item. */
function saidIn({ period }: Ledger, { start, paragraph }: Line, from: number): Known | undefined {
  if (paragraph.years.length > 0) {
    const last = paragraph.years.findLast(
      (one) => start + one.span.start >= from && isToCome(period, one.year),
    );
    if (last) return { year: last.year, from: "item" };
  }
  return start >= from && paragraph.timed ? { year: undefined, from: "item" } : undefined;
}

interface Settling {
  readonly target: Target;
  readonly item: DraftItem | undefined;
  readonly line: Line;
  readonly known: Known | undefined;
  readonly dropped: Known | undefined;
}

function settled(ledger: Ledger, at: Settling): Known & Pick<Target, "kind"> {
  const { target, item } = at;
  if (isAchievement(ledger, at)) return { year: target.year, from: target.yearFrom, kind: "achievement" };
  if (target.yearFrom !== "none" && !tellsOrigin(ledger, at))
    return { year: target.year, from: target.yearFrom, kind: "goal" };
  const known = at.known ?? sectionYear(ledger, item) ?? yearOfTitle(ledger.period) ?? at.dropped;
  return { year: known?.year, from: known?.from ?? "none", kind: "goal" };
}

/** The clause that begins an item begins behind its marker. */
function withoutMarker({ span, valueSpan }: Target, line: Line, item: DraftItem | undefined): Span {
  const after = (item?.markerEnd ?? 0) - line.start;
  return after <= valueSpan.start && after > span.start ? { start: after, end: span.end } : span;
}

/** 2025年，全市毛入园率达到96.8% in a plan from 2026 on reports; 到2025年 there is a goal that comes too late. */
function isAchievement(ledger: Ledger, at: Settling): boolean {
  const { target, item, line } = at;
  if (item ? looksBack(ledger, item) : ledger.period?.reported) return true;
  if (target.kind === "achievement" && !isPromised(ledger, at)) return true;
  if (!item && isCompared(line.paragraph.text, target.span)) return true;
  if (target.year === undefined || isToCome(ledger.period, target.year)) return false;
  // Before the first item a plan tells what has been reached, in whatever words.
  return !item || !(ledger.senses.isTerm(line.paragraph, target) || tellsOrigin(ledger, at));
}

/** Before the first item 同比增长5% reports, unless the sentence says that it is aimed at. */
function isCompared(text: string, span: Span): boolean {
  const after = text.slice(span.end, span.end + 3);
  if (!text.slice(span.start, span.end).includes("同比") && !/^[，、（]同比/.test(after)) return false;
  return !/力争|争取|确保|预计|预期|计划|目标|到20/.test(sentenceUpTo(text, span));
}

const SUMMED = /(?:[二三四五两]|(?<!\d)[2-5])年累计/;

/** 到2030年：——累计建成20万亩: what stands above says by when it shall be so. */
function isPromised(ledger: Ledger, { target, item, line, known }: Settling): boolean {
  // 三年累计投入1亿元 in a plan for three years.
  if (item && SUMMED.test(line.paragraph.text.slice(target.span.start, target.span.end)))
    return onlySumsUp(line.paragraph.text, target.span);
  if (target.yearFrom !== "none" || ledger.period?.source !== "title") return false;
  if (!onlySumsUp(line.paragraph.text, target.span)) return false;
  const year = (known ?? sectionYear(ledger, item))?.year;
  return year !== undefined && isToCome(ledger.period, year);
}

/** Told of years that are over. */
function tellsOrigin({ period, senses }: Ledger, { target, line }: Settling): boolean {
  const { year } = target;
  if (year === undefined || isToCome(period, year)) return false;
  return senses.isOrigin(line.paragraph, target) || senses.isLater(line.paragraph, target);
}

/** As `looksBack`, for many targets: each heading is looked at once. */
function looksBack(ledger: Ledger, item: Item): boolean {
  const known = ledger.past.get(item);
  if (known !== undefined) return known;
  const heading = ledger.text.slice(item.headingStart, item.headingEnd);
  const is =
    speaksOfThePast(heading) ||
    (item.parent
      ? looksBack(ledger, item.parent)
      : ledger.period?.reported === true && !speaksOfPlans(heading));
  ledger.past.set(item, is);
  return is;
}

/** The year that the item's deadline, a heading above, or the text between it and its first child, names. */
function sectionYear(ledger: Ledger, item: DraftItem | undefined): Known | undefined {
  if (!item) return undefined;
  const deadline = onceFor(ledger.deadlines, deadlineOf, ledger, item);
  if (deadline) return deadline;
  // What the item says before the target has been asked already; of its own text only the heading is left.
  const own = onceFor(ledger.headings, headingYear, ledger, item);
  if (own) return own;
  for (let above = item.parent; above; above = above.parent) {
    const known = onceFor(ledger.sections, leadYear, ledger, above);
    if (known) return known;
  }
  return undefined;
}

/** What was found for an item before, or is found now. */
function onceFor(
  known: Map<Item, Known | undefined>,
  find: (ledger: Ledger, item: DraftItem) => Known | undefined,
  ledger: Ledger,
  item: DraftItem,
): Known | undefined {
  const before = known.get(item);
  if (before !== undefined || known.has(item)) return before;
  const found = find(ledger, item);
  known.set(item, found);
  return found;
}

function headingYear(ledger: Ledger, item: DraftItem): Known | undefined {
  return ownYear(ledger, item, item.headingEnd);
}

function leadYear(ledger: Ledger, item: DraftItem): Known | undefined {
  return ownYear(ledger, item, item.ownEnd);
}

/** 完成时限：2027年12月, in the responsibility or on a line of its own. */
function deadlineOf({ text }: Ledger, item: DraftItem): Known | undefined {
  const written =
    item.responsibilities.find((one) => one.deadline)?.deadline?.text ??
    item.responsibilities
      .map((one) => text.slice(one.span.start, one.span.end))
      .find((one) => /年|月/.test(one)) ??
    labelled(text.slice(item.start, Math.min(item.ownEnd, item.start + 4000)));
  if (written === undefined) return undefined;
  const year = dueYears(`${written}，`).at(-1)?.year ?? yearIn(written);
  return { year, from: "item" };
}

function labelled(own: string): string | undefined {
  const at = own.search(DEADLINE_LABEL);
  const line =
    at === -1 ? undefined : /^[^：:\s]{2,6}[：:]\s*[^\r\n]+|^[^\r\n]+/.exec(own.slice(at, at + 40))?.[0];
  // The head of a column says no time.
  return line !== undefined && /[\d年月季]|长期|持续|常|即/.test(line) ? line : undefined;
}

function yearIn(text: string): number | undefined {
  const written = /20\d\d(?=年)/.exec(text)?.[0];
  return written === undefined ? undefined : Number(written);
}

/** What the heading of an item says, and for its children what it says before the first of them. */
function ownYear({ lines, period }: Ledger, item: Item, end: number): Known | undefined {
  let timed = false;
  for (let at = item.line; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.start >= end) break;
    const { paragraph, start } = line;
    if (paragraph.years.length > 0) {
      const last = lastToCome(paragraph.years, { start: item.start - start, end: end - start }, period);
      if (last) return { year: last.year, from: "section" };
    }
    const from = Math.max(0, item.headingStart - start);
    const to = item.headingEnd - start;
    if (to > from && TIMED.test(paragraph.text.slice(from, to))) timed = true;
  }
  return timed ? { year: undefined, from: "section" } : undefined;
}

/** The last of the years that begin within a span and lie in the plan's time or after it. */
function lastToCome(
  years: readonly SaidYear[],
  { start, end }: Span,
  period: Period | undefined,
): SaidYear | undefined {
  for (let i = lastYearBefore(years, end); i >= 0; i--) {
    const one = years[i] as SaidYear;
    if (one.span.start < start) return undefined;
    if (isToCome(period, one.year)) return one;
  }
  return undefined;
}

/** A plan for one year needs no year at each target: its title says it. What a report on one plans is for the next. */
function yearOfTitle(period: Period | undefined): Known | undefined {
  if (!period || period.from !== period.to || period.source !== "title") return undefined;
  return { year: period.reported ? period.to + 1 : period.from, from: "title" };
}
