import { toChinese, toEnclosed } from "../text/numerals.js";
import { boxesOf } from "./boxes.js";
import { indexAt } from "./lineIndex.js";
import { rank, type StyleKey, styleKey } from "./sequence.js";
import type { Item, Line, Marker, Part, PlanDocument } from "./model.js";
import { isInTable } from "./tableRow.js";

/** Why a number makes the reader stumble. */
export type SlipKind = "gap" | "duplicate" | "order" | "first" | "restart";

/** The one place at which a count goes wrong. */
export interface Slip {
  readonly kind: SlipKind;
  readonly item: Item;
  /** The number that belongs there. */
  readonly expected: number;
  /** The item before it in the same count, if there is one. */
  readonly before: Item | undefined;
  readonly run: Run;
  /** The runs after it that go on from it, where numbers run on. */
  readonly following: readonly Run[];
}

type HeadSlip = Omit<Slip, "run" | "following">;

/** Items of one form that count on from each other: siblings, or all of a chapter where numbers run on. */
export interface Run {
  readonly key: StyleKey;
  readonly items: readonly Item[];
  /** The number of the first item as it should be. */
  readonly from: number;
}

/**
 * Every slip of every count, at the place where the reader first stumbles: what follows it is not reported again.
 * `all`: the counts of the plan, where they are known already.
 */
export function numberingSlips(plan: PlanDocument, all: readonly Sequence[] = sequencesIn(plan)): Slip[] {
  const slips = all.flatMap((sequence) => slipsOf(plan, sequence));
  return slips.sort((a, b) => a.item.index - b.item.index);
}

/** What a plan counts with: each form of each part, with its groups. */
export function sequencesIn(plan: PlanDocument): Sequence[] {
  const boxes = boxesOf(plan);
  const boxed = new Set(boxes.flat());
  const around = plan.parts.flatMap((part) => sequences(plan, part, boxed));
  return boxes.length === 0 ? around : [...around, ...boxes.map(ofBox)];
}

/** A box counts for itself. */
function ofBox(items: readonly Item[]): Sequence {
  return { key: styleKey((items[0] as Item).mark), groups: [items], runsOn: false, restarts: 0 };
}

/** So many items above are looked through for a number that was read as none. Not so many characters: an edit moves those. */
const FARTHEST_ITEMS = 30;

/** From where on the text above an item is looked through, at the earliest. */
function nearAbove(plan: PlanDocument, item: Item): number {
  return plan.items[item.index - FARTHEST_ITEMS]?.start ?? 0;
}

/** All counts of the plan with the number that each begins with. */
export function numberingRuns(plan: PlanDocument): Run[] {
  return sequencesIn(plan).flatMap((sequence) => runsOf(sequence));
}

/** The same with a count that begins unlike all others of its form (numbering-restart) begun as they are. */
export function rightRuns(plan: PlanDocument, all: readonly Sequence[] = sequencesIn(plan)): Run[] {
  return all.flatMap((sequence) => righted(sequence));
}

function righted(sequence: Sequence): Run[] {
  const right: Run[] = [];
  const runs = runsOf(sequence);
  runs.forEach((run, r) => {
    const before = right.at(-1);
    const head = headSlip(sequence, run, lastBefore(runs, r));
    const anew = head?.kind === "restart" ? head.expected === 1 : run.from === 1;
    right.push({ ...run, from: anew || !before ? 1 : before.from + before.items.length });
  });
  return right;
}

/** What is counted with one form in one part. */
export interface Sequence {
  readonly key: StyleKey;
  /** Siblings of one form below one parent, in reading order; split where the count begins anew of right. */
  readonly groups: readonly (readonly Item[])[];
  readonly runsOn: boolean;
  /** How many groups after the first begin at one. */
  readonly restarts: number;
}

function sequences(plan: PlanDocument, part: Part, boxed: ReadonlySet<Item>): Sequence[] {
  const byKey = new Map<StyleKey, Item[]>();
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (boxed.has(item)) continue;
      const key = styleKey(item.mark);
      const list = byKey.get(key);
      if (list) list.push(item);
      else byKey.set(key, [item]);
      if (item.children.length > 0) visit(item.children);
    }
  };
  visit(part.items);
  return [...byKey].map(([key, items]) => {
    const groups = groupsOf(plan, items);
    return { key, groups, runsOn: runsOn(groups), restarts: restartsIn(groups) };
  });
}

function groupsOf(plan: PlanDocument, items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (!group || !last || last.parent !== item.parent || restartsOfRight(plan, last, item))
      groups.push([item]);
    else if (resumes(groups.at(-2), last, item)) {
      // 二、, then a table with its own 一、二、三、, then 三、: the count before the table goes on.
      groups.push([...(groups.at(-2) ?? []), item]);
      groups.splice(-3, 1);
    } else group.push(item);
  }
  return groups;
}

function resumes(outer: readonly Item[] | undefined, last: Item, item: Item): boolean {
  const before = outer?.at(-1);
  if (!before || before.parent !== item.parent || item.mark.ordinal === undefined) return false;
  return (
    item.mark.ordinal === (before.mark.ordinal ?? 0) + 1 && item.mark.ordinal !== (last.mark.ordinal ?? 0) + 1
  );
}

/** A count that begins at one again below an unnumbered heading, or after three items and more, is another list. */
function restartsOfRight(plan: PlanDocument, last: Item, item: Item): boolean {
  if (item.mark.ordinal !== 1) return false;
  if ((last.mark.ordinal ?? 0) >= 2) return true;
  return headingBetween(plan, last, item);
}

/** Whether a heading on a line would tell a count that begins at one again from one that goes wrong. */
export function mayBeginAnew(plan: PlanDocument, line: number): boolean {
  const start = plan.starts[line] ?? 0;
  const above = plan.items[indexAt(plan.items, start)];
  if (!above) return false;
  for (let at: Item | undefined = above; at; at = at.parent) {
    const siblings = at.parent?.children ?? at.part.items;
    const next = siblings.findIndex((item) => item.start > start);
    if (next !== -1 && siblings.some((_, i) => i >= next && followsOne(siblings, i, next))) return true;
  }
  return false;
}

/** An item that begins at one, whose like before it stands above `next` and is no more than the first. */
function followsOne(siblings: readonly Item[], at: number, next: number): boolean {
  const { mark } = siblings[at] as Item;
  if (mark.ordinal !== 1) return false;
  const key = styleKey(mark);
  let before = at - 1;
  while (before >= 0 && styleKey((siblings[before] as Item).mark) !== key) before--;
  return before >= 0 && before < next && ((siblings[before] as Item).mark.ordinal ?? 0) < 2;
}

function headingBetween(plan: PlanDocument, last: Item, item: Item): boolean {
  for (let at = indexAt(plan.lines, last.heading.end) + 1; at < plan.lines.length; at++) {
    const line = plan.lines[at];
    if (!line || line.start >= item.start) return false;
    if (readsAsHeading(line)) return true;
  }
  return false;
}

function readsAsHeading({ role, paragraph }: Line): boolean {
  if (role === "title" || role === "date" || role === "attachment-label") return true;
  return role === "body" && mayHead(paragraph.text);
}

/** A few words that no mark ends. */
export function mayHead(line: string): boolean {
  const text = line.trim();
  return text.length >= 2 && text.length <= 30 && !/[。；：，,;:]$/.test(text);
}

/** Numbers run on where groups go on from the group before more often than they begin at one. */
function runsOn(groups: readonly (readonly Item[])[]): boolean {
  let on = 0;
  let anew = 0;
  groups.forEach((group, i) => {
    const before = i === 0 ? undefined : groups[i - 1]?.at(-1);
    const first = group[0]?.mark.ordinal;
    if (!before || first === undefined) return;
    if (first === (before.mark.ordinal ?? 0) + 1 && first > 1) on++;
    else if (first === 1 && chapter(before) === chapter(group[0])) anew++;
  });
  return on > anew;
}

function chapter(item: Item | undefined): Item | undefined {
  let at = item;
  while (at?.parent) at = at.parent;
  return at;
}

function slipsOf(plan: PlanDocument, sequence: Sequence): Slip[] {
  const slips: Slip[] = [];
  const runs = runsOf(sequence);
  runs.forEach((run, r) => {
    const head = headSlip(sequence, run, lastBefore(runs, r));
    const inner = innerSlips(run, head ? head.item.mark.ordinal : undefined);
    const isWrong = head && !(head.kind === "first" && firstStandsAbove(plan, head.item));
    const found = (isWrong ? [{ ...head, run }, ...inner] : inner).filter(
      (slip) => !isInTable(plan, slip.item) && (slip.kind !== "gap" || !missingStandsBetween(plan, slip)),
    );
    // Only a slip asks for the runs behind it: looking for them each time would be quadratic.
    const following = found.length > 0 ? runs.slice(r + 1, nextStart(runs, r + 1)) : [];
    for (const slip of found) slips.push({ ...slip, following });
  });
  return slips;
}

/** The index of the first run from `at` on that begins anew. */
function nextStart(runs: readonly Run[], at: number): number {
  let next = at;
  while (next < runs.length && runs[next]?.from !== 1) next++;
  return next;
}

/** The last item of the run before one. */
function lastBefore(runs: readonly Run[], at: number): Item | undefined {
  return at === 0 ? undefined : runs[at - 1]?.items.at(-1);
}

function runsOf(sequence: Sequence): Run[] {
  const runs: Run[] = [];
  for (const items of sequence.groups) {
    const before = runs.at(-1);
    const first = items[0]?.mark.ordinal;
    const goesOn = before !== undefined && first !== 1 && (sequence.runsOn || first === written(before) + 1);
    runs.push({ key: sequence.key, items, from: goesOn ? before.from + before.items.length : 1 });
  }
  return runs;
}

function written(run: Run): number {
  return run.items.at(-1)?.mark.ordinal ?? run.from + run.items.length - 1;
}

function headSlip(sequence: Sequence, run: Run, before: Item | undefined): HeadSlip | undefined {
  const item = run.items[0];
  const ordinal = item?.mark.ordinal;
  if (!item || ordinal === undefined) return undefined;
  const others = sequence.groups.length - 1;
  if (ordinal === 1) {
    const within = before !== undefined && chapter(before) === chapter(item) && before.parent !== item.parent;
    const isOdd = sequence.runsOn && within && others >= 3 && sequence.restarts === 1;
    return isOdd ? { kind: "restart", item, expected: (before.mark.ordinal ?? 0) + 1, before } : undefined;
  }
  if (!before) return { kind: "first", item, expected: 1, before };
  if (ordinal === (before.mark.ordinal ?? 0) + 1) {
    const isOdd = !sequence.runsOn && others >= 3 && ordinal > 1 && sequence.restarts >= 2;
    return isOdd ? { kind: "restart", item, expected: 1, before } : undefined;
  }
  if (!sequence.runsOn) return { kind: "first", item, expected: 1, before };
  // A slip before it has been reported: here the count is right again.
  if (ordinal === run.from) return undefined;
  const kind = ordinal > run.from ? "gap" : ordinal === before.mark.ordinal ? "duplicate" : "order";
  return { kind, item, expected: run.from, before };
}

/** The first of the count stands in the text above in a form that was read as no item: 注：1.……, 1.100米. */
function firstStandsAbove(plan: PlanDocument, item: Item): boolean {
  const from = item.parent
    ? item.parent.heading.start
    : (plan.items[item.index - 1]?.own.start ?? item.part.span.start);
  const first = writeOrdinal(item.mark, 1) ?? "1";
  const above = plan.text.slice(Math.max(from, nearAbove(plan, item)), item.start);
  for (let at = above.indexOf(first); at !== -1; at = above.indexOf(first, at + 1)) {
    const standsAlone = !/[0-9一二三四五六七八九十百]/.test(above[at - 1] ?? "");
    if (standsAlone && /^[^\S\r\n]?[.．、)）]/.test(above.slice(at + first.length, at + first.length + 2)))
      return true;
  }
  return false;
}

/**
 * The numbers that a gap leaves out stand in the text between, where they were read as no item: 2.2年以上经验, or a
 * heading that lost its line break in the midst of a sentence.
 */
function missingStandsBetween(plan: PlanDocument, slip: HeadSlip): boolean {
  const { item, before, expected } = slip;
  if (!before) return false;
  const from = Math.max(before.heading.start, nearAbove(plan, item));
  const between = plan.text.slice(from, item.start);
  for (let value = expected; value < (item.mark.ordinal ?? 0); value++)
    if (!standsIn(between, item.mark, value)) return false;
  return true;
}

/** A marker of that form, after a sentence or before a word: no part of a larger number or of a list. */
function standsIn(text: string, marker: Marker, value: number): boolean {
  const [head = "", tail = ""] = marker.form.split("#").map((part) => part.trim());
  const closing = CLOSING_MARKS.find((marks) => marks.includes(tail[0] ?? "\0")) ?? tail.slice(0, 1);
  const numeral = writeOrdinal(marker, value) ?? String(value);
  // 上午9:30二、召开形式 is no larger number.
  const inNumber = /\d/.test(numeral) ? /[0-9一二三四五六七八九十百第、]/ : /[一二三四五六七八九十百第、]/;
  for (let at = text.indexOf(numeral); at !== -1; at = text.indexOf(numeral, at + 1)) {
    const from = at - head.length;
    const end = at + numeral.length + (/[^\S\r\n]/.test(text[at + numeral.length] ?? "") ? 1 : 0);
    if (!sameHead(text.slice(Math.max(0, from), at), head) || !closing.includes(text[end] ?? "\0")) continue;
    const before = endBefore(text, Math.max(0, from));
    if (inNumber.test(before)) continue;
    if ("。；;！？".includes(before)) return true;
    if (text[end] !== "。" && /[\u4e00-\u9fff]/.test(text[end + 1] ?? "")) return true;
  }
  return false;
}

/** What stands before, blanks left out; at the head of a line nothing that would tell, as behind a full stop. */
function endBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && /[^\S\r\n]/.test(text[end - 1] ?? "")) end--;
  const last = text[end - 1] ?? "\n";
  return /[\r\n]/.test(last) ? "。" : last;
}

/** What may close a number, rightly or not: 3。 is a slip of the hand, and the number is there all the same. */
const CLOSING_MARKS = [".．、，。", ")）"];

function sameHead(written: string, head: string): boolean {
  return written.replace(/\(/g, "（") === head.replace(/\(/g, "（");
}

function restartsIn(groups: readonly (readonly Item[])[]): number {
  return groups.slice(1).filter((group) => group[0]?.mark.ordinal === 1).length;
}

/** Slips after the first item of a run. A single wrong number among right ones does not shift those after it. */
function innerSlips(run: Run, wrongHead: number | undefined): Omit<Slip, "following">[] {
  const slips: Omit<Slip, "following">[] = [];
  const { items } = run;
  let last = wrongHead === undefined ? (items[0]?.mark.ordinal ?? run.from) : headValue(run, wrongHead);
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as Item;
    const before = items[i - 1];
    const expected = last + 1;
    const ordinal = item.mark.ordinal;
    if (ordinal === undefined || ordinal === expected) {
      last = expected;
      continue;
    }
    const kind: SlipKind = ordinal > expected ? "gap" : ordinal === last ? "duplicate" : "order";
    const next = items[i + 1]?.mark.ordinal;
    if (next === expected && items[i + 2]?.mark.ordinal === expected + 2) {
      // Two neighbours changed places: one slip, and the count goes on behind them.
      slips.push({ kind: "order", item, expected, before, run });
      last = expected + 1;
      i++;
      continue;
    }
    slips.push({ kind, item, expected, before, run });
    last = next === expected + 1 ? expected : ordinal;
  }
  return slips;
}

/** Where the items after a wrong first number count on from what it should have been, it alone is wrong. */
function headValue(run: Run, wrong: number): number {
  return run.items[1]?.mark.ordinal === run.from + 1 ? run.from : wrong;
}

/** The numeral of a marker written for another number, in the same script; undefined where its form ends earlier. */
export function writeOrdinal(marker: Marker, value: number): string | undefined {
  const old = marker.text
    .slice(marker.numeral.start - marker.span.start, marker.numeral.end - marker.span.start)
    .trim();
  if (old.length === 1 && /[①-⑳⑴-⒛㈠-㈩Ⅰ-Ⅻ❶-❿㉑-㉟]/.test(old)) return toEnclosed(value, old);
  if (/^[０-９]+$/.test(old))
    return String(value).replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  if (/^[0-9]+$/.test(old)) return String(value);
  return toChinese(value);
}

/** True where a coarser form stands below a finer one, which GB/T 15834-2011 B.3.8 advises against. */
export function isInverted(item: Item): boolean {
  // Ⅰ. is written like ①, yet heads a chapter.
  if (item.parent === undefined || /^[Ⅰ-Ⅻ]/.test(item.parent.mark.text)) return false;
  return rank(styleKey(item.mark)) < rank(styleKey(item.parent.mark));
}
