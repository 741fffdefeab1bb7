import type { Span } from "../text/span.js";
import type { DraftItem } from "./draftItem.js";
import { indexAt } from "./lineIndex.js";
import { speaksOfThePast } from "./lookingBack.js";
import type { Item, Line, Paragraph, Period, Target, YearSource } from "./model.js";
import { dueYears, TIMED } from "./years.js";

export const DEADLINE_LABEL =
  /(?:完成时[限间]|时间节点|时限要求|完成期限|进度安排|时间安排|办结时限|实施时间|建设期限|建设年限)[：:]?/;

interface Known {
  readonly year: number | undefined;
  readonly from: YearSource;
}

interface Ledger {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly items: readonly DraftItem[];
  readonly period: Period | undefined;
  /** What heading, lead sentence and deadline of each item say, and whether it looks back, as far as it was asked. */
  readonly headings: Map<Item, Known | undefined>;
  readonly sections: Map<Item, Known | undefined>;
  readonly deadlines: Map<Item, Known | undefined>;
  readonly past: Map<Item, boolean>;
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
  /** The index of its item; -1 before the first. */
  readonly owner: number;
}

export type TargetSource = Pick<Ledger, "text" | "lines" | "items" | "period">;

/** Every target of a plan. */
export function settleTargets(source: TargetSource): Settled[] {
  return settledFrom(source, { line: 0, item: -1 }, source.lines.length);
}

/** The targets of one line; `first` is the item that begins last at or above its head. */
export function settleLine(source: TargetSource, line: number, first: DraftItem | undefined): Settled[] {
  const from = { line: first?.line ?? 0, item: (first?.index ?? 0) - 1 };
  return settledFrom(source, from, line + 1).filter((one) => one.line === line);
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
  };
  const found: Settled[] = [];
  let at = from.item;
  /** What the lines of the open item have said so far. */
  let said: Known | undefined;
  for (let i = from.line; i < to; i++) {
    const line = ledger.lines[i];
    if (!line || line.role === "metadata") continue;
    for (const target of line.paragraph.targets) {
      const open = lastBegun(ledger.items, at, line.start + target.valueSpan.start);
      if (open !== at) said = undefined;
      at = open;
      const item = ledger.items[at];
      const known = saidBefore(ledger, { line, target, from: item?.start ?? 0 }) ?? said;
      const { year, from: yearFrom, kind } = settled(ledger, { target, item, line, known });
      const span = withoutMarker(target, line, item);
      found.push({ target, line: i, span, year, yearFrom, kind, owner: item?.index ?? -1 });
    }
    const open = lastBegun(ledger.items, at, line.start + line.paragraph.text.length);
    if (open !== at) said = undefined;
    at = open;
    said = saidIn(ledger, line, ledger.items[at]?.start ?? 0) ?? said;
  }
  return found;
}

/** The last item that begins at or before an offset, looked for from one that does. */
function lastBegun(items: readonly DraftItem[], from: number, offset: number): number {
  let at = from;
  while (at + 1 < items.length && (items[at + 1] as DraftItem).start <= offset) at++;
  return at;
}

/** A year before the plan's period is a base or a report, and dates nothing that follows. */
function isToCome(period: Period | undefined, year: number): boolean {
  return !period || period.source !== "title" || year >= period.from;
}

function saidBefore(
  { period }: Ledger,
  at: { readonly line: Line; readonly target: Target; readonly from: number },
): Known | undefined {
  const { line, target, from } = at;
  const { years } = line.paragraph;
  for (let i = years.length - 1; i >= 0; i--) {
    const one = years[i];
    if (!one || one.span.end > target.valueSpan.start) continue;
    if (line.start + one.span.start < from) return undefined;
    if (isToCome(period, one.year)) return { year: one.year, from: "item" };
  }
  return undefined;
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
}

function settled(ledger: Ledger, at: Settling): Known & Pick<Target, "kind"> {
  const { target, item } = at;
  if (isAchievement(ledger, at)) return { year: target.year, from: target.yearFrom, kind: "achievement" };
  if (target.yearFrom !== "none" && !tellsOrigin(ledger, at))
    return { year: target.year, from: target.yearFrom, kind: "goal" };
  const known = at.known ?? sectionYear(ledger, item) ?? titleYear(ledger.period);
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
  if (target.kind === "achievement" || (item && looksBack(ledger, item))) return true;
  if (target.year === undefined || isToCome(ledger.period, target.year)) return false;
  // Before the first item a plan tells what has been reached, in whatever words.
  return !item || !(isTerm(line.paragraph, target) || tellsOrigin(ledger, at));
}

/** 完成2000年底前建成的7个小区改造: the year says how old they are, not by when. */
const OF_OLD =
  /^(?:[（(]含[）)])?(?:[以之]?前)?[^，。；：\d]{0,4}(?:建|竣工|立项|批|形成|登记|注册|入职|入库|投用|投入使用|出生|取得|认定|欠|遗留|存在|签订|[成设]立|开工|交付|购|毕业|入学|参加|出让|印发|出台|制定)[^，。；：\d]{0,6}的/;

function tellsOrigin({ period }: Ledger, { target, line: { paragraph } }: Settling): boolean {
  const { year, span } = target;
  if (year === undefined || isToCome(period, year)) return false;
  return paragraph.years.some(
    (one) =>
      one.year === year &&
      one.span.start <= span.end &&
      OF_OLD.test(paragraph.text.slice(one.span.end, one.span.end + 24)),
  );
}

/** As `looksBack`, for many targets: each heading is looked at once. */
function looksBack(ledger: Ledger, item: Item): boolean {
  const known = ledger.past.get(item);
  if (known !== undefined) return known;
  const is = speaksOfThePast(item.title) || (item.parent !== undefined && looksBack(ledger, item.parent));
  ledger.past.set(item, is);
  return is;
}

function isTerm({ text, years }: Paragraph, target: Target): boolean {
  return years.some((one) => {
    if (one.year !== target.year || one.span.start > target.span.end) return false;
    return /^[到至]|[前底末内]$/.test(text.slice(one.span.start, one.span.end));
  });
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
  return ownYear(ledger, item, item.heading.end);
}

function leadYear(ledger: Ledger, item: DraftItem): Known | undefined {
  return ownYear(ledger, item, item.own.end);
}

/** 完成时限：2027年12月, in the responsibility or on a line of its own. */
function deadlineOf({ text }: Ledger, item: DraftItem): Known | undefined {
  const written =
    item.responsibilities.find((one) => one.deadline)?.deadline?.text ??
    item.responsibilities
      .map((one) => text.slice(one.span.start, one.span.end))
      .find((one) => /年|月/.test(one)) ??
    labelled(text.slice(item.own.start, Math.min(item.own.end, item.own.start + 4000)));
  if (written === undefined) return undefined;
  const year = dueYears(`${written}，`).at(-1)?.year ?? yearIn(written);
  return { year, from: "item" };
}

function labelled(own: string): string | undefined {
  const at = own.search(DEADLINE_LABEL);
  return at === -1 ? undefined : own.slice(at, at + 40);
}

function yearIn(text: string): number | undefined {
  const written = /20\d\d(?=年)/.exec(text)?.[0];
  return written === undefined ? undefined : Number(written);
}

/** What the heading of an item says, and for its children what it says before the first of them. */
function ownYear({ lines, period }: Ledger, item: Item, end: number): Known | undefined {
  let timed = false;
  for (let at = indexAt(lines, item.own.start); at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.start >= end) break;
    const { paragraph, start } = line;
    if (paragraph.years.length > 0) {
      const last = paragraph.years.findLast(
        (one) =>
          start + one.span.start >= item.own.start &&
          start + one.span.start < end &&
          isToCome(period, one.year),
      );
      if (last) return { year: last.year, from: "section" };
    }
    const from = Math.max(0, item.heading.start - start);
    const to = item.heading.end - start;
    if (to > from && TIMED.test(paragraph.text.slice(from, to))) timed = true;
  }
  return timed ? { year: undefined, from: "section" } : undefined;
}

/** A plan for one year needs no year at each target: its title says it. */
function titleYear(period: Period | undefined): Known | undefined {
  return period && period.from === period.to && period.source === "title"
    ? { year: period.from, from: "title" }
    : undefined;
}
