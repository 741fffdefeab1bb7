import { later } from "../plan/later.js";
import type { Item, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { blanksIn, spaceless } from "../text/spaceless.js";
import type { Comparison, Match, YearComparison } from "./comparePlans.js";
import { departmentRemarks } from "./departmentRemarks.js";
import { namesOf } from "./departments.js";
import { losses } from "./droppedTasks.js";
import type { EarlierPhrase, EarlierRemark } from "./earlierRemark.js";
import { createSaidInClosing } from "./saidInClosing.js";
import { staleMeetings } from "./staleMeetings.js";
import { staleYears } from "./staleYears.js";
import type { TargetSeries } from "./targets.js";

/** The rules that an earlier year is needed for, by id. */
export type EarlierRule =
  | "target-lowered"
  | "target-dropped"
  | "task-dropped"
  | "task-unchanged"
  | "year-stale"
  | "responsibility-changed";

/** Fits `EarlierYears` in `check/rule.ts`. */
export interface EarlierFindings {
  readonly departments: ReadonlyMap<number, readonly string[]>;
  readonly remarks: ReadonlyMap<EarlierRule, readonly EarlierRemark[]>;
}

/** A body shorter than this (characters) may well read the same every year. */
const TELLING_LENGTH = 30;

/** Texts less alike than this differ in more than their years. */
const NEARLY_SAME = 0.5;

/** What the nearest earlier year says against the draft. `earlier` is the plan of `comparison.years[0]`. */
export function earlierFindings(
  draft: PlanDocument,
  earlier: PlanDocument,
  comparison: Comparison,
): EarlierFindings {
  const [year] = comparison.years;
  if (!year) return { departments: new Map(), remarks: new Map() };
  const gone = new Set(year.dropped.map(({ index }) => index));
  const scene: Scene = { draft, earlier, year, gone, counterpartOf: counterparts(year) };
  return {
    departments: departmentsBefore(scene),
    remarks: new Map<EarlierRule, EarlierRemark[]>([
      ["target-lowered", each(comparison.targets, loweredTarget)],
      ["target-dropped", each(comparison.targets, (series) => droppedTarget(scene, series))],
      ["task-dropped", droppedTasks(scene)],
      ["task-unchanged", each(year.matches, (match) => unchanged(scene, match))],
      ["year-stale", stale(scene)],
      ["responsibility-changed", departmentRemarks(scene)],
    ]),
  };
}

/** What there is to say of each, most of the time nothing. */
function each<Of>(all: readonly Of[], remarkOn: (one: Of) => EarlierRemark | undefined): EarlierRemark[] {
  const remarks: EarlierRemark[] = [];
  for (const one of all) {
    const remark = remarkOn(one);
    if (remark) remarks.push(remark);
  }
  return remarks;
}

interface Scene {
  readonly draft: PlanDocument;
  readonly earlier: PlanDocument;
  readonly year: YearComparison;
  /** The dropped items of the earlier plan, by `index`. */
  readonly gone: ReadonlySet<number>;
  /** The first match of an item of the earlier plan, by `index`. */
  readonly counterpartOf: (earlier: number) => Match | undefined;
}

/** Gathered when the first is asked for. */
function counterparts({ matches }: YearComparison): Scene["counterpartOf"] {
  const gathered = later(() => {
    const firsts: (Match | undefined)[] = [];
    for (const match of matches) firsts[match.earlier.index] ??= match;
    return firsts;
  });
  return (earlier) => gathered.get()[earlier];
}

function departmentsBefore({ earlier, year }: Scene): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const match of year.matches) {
    const item = earlier.items[match.earlier.index];
    if (!item) continue;
    const [known, names] = [found.get(match.draft.index), namesOf(item)];
    found.set(match.draft.index, known ? [...known, ...names] : names);
  }
  return found;
}

function loweredTarget(series: TargetSeries): EarlierRemark | undefined {
  const { change, draft, earlier, indicator, aside, better } = series;
  if (change !== "lowered" || !draft || !earlier || aside) return undefined;
  const fill = { indicator, now: draft.value, before: earlier.value, year: earlier.year ?? "" };
  return { span: draft.span, message: { key: better === "lower" ? "loosened" : "lowered", fill } };
}

function droppedTarget(scene: Scene, series: TargetSeries): EarlierRemark | undefined {
  const { change, earlier, indicator, aside } = series;
  if (change !== "dropped" || !earlier || aside || earlier.plan !== 0) return undefined;
  const item = earlier.item === undefined ? undefined : scene.earlier.items[earlier.item];
  // The heading of a task that is gone is named as such.
  if (item && earlier.span.end <= item.heading.end && scene.gone.has(item.index)) return undefined;
  const fill = { indicator, before: earlier.value, title: item?.title ?? "" };
  return { span: nearestPlace(scene, item), message: { key: "dropped", fill } };
}

function droppedTasks(scene: Scene): EarlierRemark[] {
  const isInClosing = createSaidInClosing(scene.draft);
  return losses(scene.earlier, scene.year).flatMap(({ items, under }): EarlierRemark[] => {
    const [first] = items;
    if (!first || items.every((item) => isInClosing(scene.earlier.text, item))) return [];
    const { marker, title } = under ?? first;
    const named = { marker: marker.text, title };
    const message: EarlierPhrase = under
      ? { key: "several", fill: { ...named, count: items.length, titles: titlesOf(items) } }
      : { key: "dropped", fill: named };
    return [{ span: nearestPlace(scene, first.parent), message }];
  });
}

/** So many titles are named, and so much of each. */
const NAMED = 4;
const NAMED_LENGTH = 16;

function titlesOf(items: readonly Item[]): string {
  const titles = items.slice(0, NAMED).map(({ title }) => {
    const said = title.length > NAMED_LENGTH ? `${title.slice(0, NAMED_LENGTH)}…` : title;
    return /^[“《].*[”》]$/.test(said) ? said : `“${said.replace(/“([^“”]*)”?/g, "‘$1’")}”`;
  });
  return titles.join("") + (items.length > NAMED ? "……" : "");
}

/** Where a reader of the draft would look for it: the counterpart of the item or of what it stood under, else the title. */
function nearestPlace({ draft, counterpartOf }: Scene, item: Item | undefined): Span {
  for (let at = item; at; at = at.parent) {
    const match = counterpartOf(at.index);
    if (match) return match.draft.heading;
  }
  return draft.title?.span ?? draft.items[0]?.heading ?? { start: 0, end: 0 };
}

function unchanged({ draft, earlier }: Scene, match: Match): EarlierRemark | undefined {
  // Figures count as alike, so texts that differ in their years alone come near to 1.
  if (match.similarity < NEARLY_SAME) return undefined;
  const [now, before] = [draft.items[match.draft.index], earlier.items[match.earlier.index]];
  if (!now || !before || now.children.length > 0 || before.children.length > 0) return undefined;
  const isSame =
    match.changes.length === 0
      ? saysEnough(draft.text, wordsOf(now))
      : isSameButYears(saidBy(draft, now), saidBy(earlier, before));
  if (!isSame) return undefined;
  return {
    span: now.heading,
    message: { key: "unchanged", fill: { title: now.title, marker: match.earlier.marker } },
  };
}

function wordsOf({ markerEnd, ownEnd }: Item): Span {
  return { start: markerEnd, end: ownEnd };
}

function saidBy({ text }: PlanDocument, item: Item): string {
  const { start, end } = wordsOf(item);
  return spaceless(text, start, end);
}

/** A year takes so many characters, its 年 last. */
const YEAR_LENGTH = 5;

/** Whether words are of a telling length without spaces and years. Mostly the first few tell, in which no year ends. */
function saysEnough(text: string, { start, end }: Span): boolean {
  const sure = TELLING_LENGTH + YEAR_LENGTH;
  const enough = Math.min(end, start + sure + 3);
  if (!text.slice(start, enough).includes("年") && enough - start - blanksIn(text, start, enough) >= sure)
    return true;
  return yearless(spaceless(text, start, end)).length >= TELLING_LENGTH;
}

function isSameButYears(one: string, other: string): boolean {
  const said = yearless(one);
  return said.length >= TELLING_LENGTH && said === yearless(other);
}

function yearless(said: string): string {
  if (!said.includes("年")) return said;
  return said.replace(/20[0-9]{2}年|二〇[〇一二三四五六七八九]{2}年/g, "#年");
}

function stale({ draft, earlier }: Scene): EarlierRemark[] {
  const years = staleYears(draft, earlier).map(({ span, year, proposal, clause }) => ({
    span,
    message: { key: "same-words", fill: { year, proposal, clause } },
    fixes: [
      { title: { key: "sameFix", fill: { proposal } }, edits: [{ span, newText: proposal }], safe: false },
    ],
  }));
  const meetings = staleMeetings(draft, earlier).map(({ span, found, newest, proposals }) => ({
    span,
    message: { key: "same-meeting", fill: { found, expected: newest } },
    fixes: proposals.map((expected) => ({
      title: { key: "fix", fill: { expected } },
      edits: [{ span, newText: expected }],
      safe: false,
    })),
  }));
  return [...years, ...meetings];
}
