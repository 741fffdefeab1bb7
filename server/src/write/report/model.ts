import type { ItemReference, Match, YearComparison } from "../../compare/comparePlans.js";
import { endOfWords } from "../../plan/closing.js";
import type { Item, PlanDocument } from "../../plan/model.js";
import { isSpace } from "../../text/characters.js";
import type { Span } from "../../text/span.js";
import type { Fate } from "./fate.js";
import type { DepartmentTexts } from "./wording.js";

/** One year with the plan that its places count in. */
export interface YearReport {
  readonly year: YearComparison;
  readonly plan: PlanDocument;
}

/** An item of the draft with the pairs it is in; without any it is new. */
export interface DraftRow {
  readonly item: Item;
  readonly matches: readonly Match[];
}

export function draftRows(draft: PlanDocument, year: YearComparison): DraftRow[] {
  const matches = new Map<number, Match[]>();
  for (const match of year.matches)
    matches.set(match.draft.index, [...(matches.get(match.draft.index) ?? []), match]);
  return draft.items.map((item) => ({ item, matches: matches.get(item.index) ?? [] }));
}

export function fateOf({ matches }: DraftRow): Fate {
  return matches[0]?.relation ?? "added";
}

/** How many items of the draft, and for "dropped" of the earlier plan, met each fate. */
export function fateCounts(draft: PlanDocument, year: YearComparison): Record<Fate, number> {
  const counts: Record<Fate, number> = {
    same: 0,
    edited: 0,
    renamed: 0,
    moved: 0,
    split: 0,
    merged: 0,
    added: 0,
    dropped: year.dropped.length,
  };
  for (const row of draftRows(draft, year)) counts[fateOf(row)]++;
  return counts;
}

/** A section that is no more, with where its tasks stand in the draft now: the names of what they stand under. */
export interface DissolvedSection {
  readonly reference: ItemReference;
  readonly name: string;
  readonly places: readonly string[];
}

export function dissolvedSections({ year, plan }: YearReport, draft: PlanDocument): DissolvedSection[] {
  if (year.dissolved.length === 0) return [];
  const places = new Map(year.dissolved.map(({ index }): [number, Set<string>] => [index, new Set()]));
  for (const match of year.matches) {
    const above = draft.items[match.draft.index]?.parent;
    if (!above) continue;
    const name = fullName(draft, above);
    for (let at = plan.items[match.earlier.index]?.parent; at; at = at.parent)
      places.get(at.index)?.add(name);
  }
  return year.dissolved.map((reference) => ({
    reference,
    name: fullName(plan, reference),
    places: [...(places.get(reference.index) ?? [])],
  }));
}

/** What an item says itself, its marker left out: the stretch that the changes of a pair count in. */
export function passageOf(plan: PlanDocument, reference: ItemReference): Span {
  const item = plan.items[reference.index];
  return item
    ? { start: passageStart(plan.text, item.marker.span.end), end: endOfWords(plan, item) }
    : reference.heading;
}

/** Blanks behind the marker are nobody's words. */
function passageStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** One stretch of a passage: kept, taken out of the earlier text, or put into the draft. */
export interface MarkedPiece {
  readonly kind: "kept" | "deleted" | "inserted";
  readonly text: string;
}

/** A passage cut at the changes of its pair, as the earlier plan or as the draft has it. */
export function markedPieces(match: Match, plan: PlanDocument, side: "earlier" | "draft"): MarkedPiece[] {
  const passage = passageOf(plan, match[side]);
  const pieces: MarkedPiece[] = [];
  let at = passage.start;
  const add = (kind: MarkedPiece["kind"], end: number): void => {
    if (end > at) pieces.push({ kind, text: plan.text.slice(at, end) });
    at = Math.max(at, end);
  };
  for (const change of match.changes) {
    const span = change[side];
    if (span.end <= passage.start || span.start > passage.end) continue;
    add("kept", span.start);
    add(side === "earlier" ? "deleted" : "inserted", Math.min(span.end, passage.end));
  }
  add("kept", passage.end);
  return pieces;
}

/** How many characters of a pair are new or gone: the larger side of each change. */
export function changedCharacters(match: Match): number {
  return match.changes.reduce(
    (sum, { earlier, draft }) => sum + Math.max(earlier.end - earlier.start, draft.end - draft.start),
    0,
  );
}

/** 增加科室：督导室; nothing without words for it. */
export function departmentNotes(
  { added, removed }: Match["departments"],
  words: DepartmentTexts | undefined,
): string[] {
  return [
    ...(words && added.length > 0 ? [words.added(added.join("、"))] : []),
    ...(words && removed.length > 0 ? [words.removed(removed.join("、"))] : []),
  ];
}

/** 三、（一）1. with the title. */
export function fullName(plan: PlanDocument, reference: { index: number; title: string }): string {
  const path: string[] = [];
  for (let at = plan.items[reference.index]; at; at = at.parent) path.unshift(at.marker.text);
  return path.join("") + reference.title;
}
