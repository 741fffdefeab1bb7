import type { PlanKind } from "../plan/model.js";
import { type Change, editAfter, spanAfter } from "../text/change.js";
import type { Edit, Span } from "../text/span.js";
import { type Entry, entryAt, hasReach, movedEntry, sharedShift, sideOf } from "./movedFinding.js";
import type { ChapterFacts } from "./chapters.js";
import type { CheckedPlan } from "./planEdit.js";
import type { EarlierYears, Finding, Rule } from "./rule.js";
import type { Tallies } from "./tallies.js";
import type { Wanting } from "./wanting.js";

/** What the rules said of a plan, kept for the next version of it. */
export interface KeptRun extends CheckedPlan {
  readonly kind: PlanKind;
  readonly earlier: EarlierYears | undefined;
  /** In reading order. */
  readonly entries: readonly Entry[];
  readonly tallies: Tallies;
  readonly chapters: ChapterFacts;
  /** Which rules want which lines, as far as somebody has asked. */
  readonly wanting: readonly Wanting[] | undefined;
}

/** True where the earlier years have nothing new to say to a rule. */
export function sameEarlier(rule: Rule, a: EarlierYears | undefined, b: EarlierYears | undefined): boolean {
  if (a === b) return true;
  return (
    a?.departments === b?.departments &&
    (a?.remarks.get(rule.id)?.length ?? 0) === 0 &&
    (b?.remarks.get(rule.id)?.length ?? 0) === 0
  );
}

/** Tells where an entry stands after a change; undefined where one of its places lies in what changed. */
export function entryMover(change: Change): (entry: Entry) => Entry | undefined {
  const move = placesMover(change);
  const known = new Map<readonly Edit[], Span>();
  const length = change.after - change.before;
  const shifted = entryShift(length);
  return (entry) => {
    const reached = hasReach(entry)
      ? entry
      : { finding: entry.finding, by: entry.by, reach: reachOf(entry.finding, known) };
    const side = sideOf(reached, change.start, change.before);
    // What stands before the change is the same object, so that whatever was made of it can be kept.
    if (side === "before") return reached;
    if (side === "behind") return shifted(reached);
    const reach = reached.reach as Span;
    const places = move(entry.finding);
    const start = reach.start < change.start ? reach.start : reach.start + length;
    const reachNow = { start, end: reach.end + length };
    if (places === entry.finding) return { finding: entry.finding, by: entry.by, reach: reachNow };
    return places && entryAt(entry, places, reachNow);
  };
}

/** Moves entries as wholes. */
export function entryShift(length: number): (entry: Entry) => Entry {
  const edits = sharedShift();
  return (entry) => movedEntry(entry, length, edits);
}

/** Fixes share their edits, so that what is known of those is kept. */
function reachOf({ span, fixes, related }: Finding, known: Map<readonly Edit[], Span>): Span {
  const reaches = [span, ...related.map((place) => place.span)];
  for (const { edits } of fixes) {
    const reach = known.get(edits) ?? around(edits.map((edit) => edit.span));
    known.set(edits, reach);
    reaches.push(reach);
  }
  return around(reaches);
}

/** From the first to the last of some places; of none nothing, before everything and behind it. */
function around(spans: readonly Span[]): Span {
  let [start, end] = [Infinity, -Infinity];
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Tells where a finding stands after a change; undefined where one of its places lies in what changed. */
function placesMover(
  change: Change,
): (finding: Finding) => Pick<Finding, "span" | "fixes" | "related"> | undefined {
  // Many findings share the edits of one fix: 全文重新编号 lists every number.
  const known = new Map<readonly Edit[], readonly Edit[] | undefined>();
  const moved = (edits: readonly Edit[]): readonly Edit[] | undefined => {
    if (!known.has(edits))
      known.set(
        edits,
        all(edits, (edit) => editAfter(edit, change)),
      );
    return known.get(edits);
  };
  return (finding) => {
    // Words that it speaks of have changed: it may quote them.
    if (finding.span.start < change.start && finding.span.end > change.before) return undefined;
    const span = spanAfter(finding.span, change);
    const fixes =
      span &&
      all(finding.fixes, (fix) => {
        const edits = moved(fix.edits);
        return edits === fix.edits ? fix : edits && { title: fix.title, edits, safe: fix.safe };
      });
    const related =
      fixes &&
      all(finding.related, (place) => {
        const at = spanAfter(place.span, change);
        return at === place.span ? place : at && { span: at, message: place.message };
      });
    if (!span || !fixes || !related) return undefined;
    if (span === finding.span && fixes === finding.fixes && related === finding.related) return finding;
    return { span, fixes, related };
  };
}

/** What `make` makes of each of a list, the list itself where that is what they were; undefined where it cannot of one. */
function all<T>(list: readonly T[], make: (one: T) => T | undefined): readonly T[] | undefined {
  let made: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const one = list[i] as T;
    const result = make(one);
    if (result === undefined) return undefined;
    if (result !== one) made ??= list.slice(0, i);
    made?.push(result);
  }
  return made ?? list;
}
