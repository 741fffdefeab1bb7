import type { Assembled } from "./assemblePlan.js";
import type { Settled } from "./attachTargets.js";
import type { LineChange } from "./changedLines.js";
import type { DraftItem } from "./draftItem.js";
import type { Line, Period } from "./model.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import type { Reading } from "./reread.js";
import type { KnownTargets } from "./targetShelf.js";

/** What was put together before an edit, and the edit. */
export interface Before {
  readonly was: Assembled;
  readonly old: Reading;
  readonly at: LineChange;
  /** Where the lines of the edit begin, in both texts, and by how much what stands behind them moved. */
  readonly start: number;
  readonly by: number;
}

interface Now {
  readonly lines: readonly Line[];
  readonly items: readonly DraftItem[];
  readonly period: Period | undefined;
  readonly flattened: boolean;
}

/**
 * What was settled of the targets, after an edit that left the tree as it was but for some items in a row: only those, and
 * those below them, may give their targets another year. Undefined where it may be more.
 */
export function carriedTargets(before: Before, now: Now): KnownTargets | undefined {
  const { was, at } = before;
  const known = was.targetShelf.known();
  if (!known || was.flattened || now.flattened || !samePeriod(was.period, now.period)) return undefined;
  const touched = touchedItems(now.items, at);
  if (!touched || !sameItems(before, now.items, touched) || !sameRoles(was.lines, now.lines, at))
    return undefined;
  const first = now.items[touched.from]?.line ?? 0;
  const last = now.items[touched.to - 1]?.line ?? 0;
  const end = Math.max(now.items[touched.to]?.line ?? now.lines.length, last + 1);
  const edited = new Set<number>();
  for (const line of known.edited) edited.add(lineAfter(line, at) ?? at.first);
  for (let line = first; line < end; line++) edited.add(line);
  const more = now.items.length - was.items.length;
  const settled: Settled[] = [];
  for (const one of known.settled) {
    const line = lineAfter(one.line, at);
    if (line === undefined || edited.has(line)) continue;
    const owner = one.owner < touched.from ? one.owner : one.owner + more;
    settled.push(line === one.line && owner === one.owner ? one : { ...one, line, owner });
  }
  return { settled, edited };
}

function samePeriod(a: Period | undefined, b: Period | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to && a?.source === b?.source;
}

/** Where a line stands after an edit; undefined for one that was edited. */
function lineAfter(line: number, { first, before, after }: LineChange): number | undefined {
  if (line < first) return line;
  return line < before ? undefined : line + after - before;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The items that stand in edited lines, the one above them, and all below those; undefined before the first item. */
function touchedItems(items: readonly DraftItem[], { first, after }: LineChange): Stretch | undefined {
  let from = items.findLastIndex(({ line }) => line < first);
  if (from === -1) return undefined;
  const isDeeper = (i: number, above: number): boolean => (items[i]?.level ?? 0) > (items[above]?.level ?? 0);
  let to = from + 1;
  for (let above = from; above < to; above++) {
    while (to < items.length && (isDeeper(to, above) || (items[to]?.line ?? 0) < after)) to++;
  }
  while (from > 0 && items[from - 1]?.line === items[from]?.line) from--;
  return { from, to };
}

/** Whether all items outside of a stretch stand where they stood, with what they had. */
function sameItems({ was, at, start, by }: Before, items: readonly DraftItem[], touched: Stretch): boolean {
  const more = items.length - was.items.length;
  if (touched.to - more < touched.from) return false;
  /** Where an item stands now; -2 for one of the stretch. */
  const after = (index: number): number => {
    if (index < touched.from) return index;
    return index < touched.to - more ? -2 : index + more;
  };
  const isSame = (item: DraftItem, old: DraftItem | undefined): boolean => {
    if (!old || lineAfter(old.line, at) !== item.line || item.level !== old.level) return false;
    if (item.mould.parent !== after(old.mould.parent)) return false;
    return (
      item.responsibilities.length === old.responsibilities.length &&
      item.responsibilities.every((one, k) => {
        const from = PlacedResponsibility.startOf(old.responsibilities[k] ?? one);
        return PlacedResponsibility.startOf(one) === (from < start ? from : from + by);
      })
    );
  };
  return items.every((item, i) => {
    if (i < touched.from) return isSame(item, was.items[i]);
    return i < touched.to || isSame(item, was.items[i - more]);
  });
}

function sameRoles(old: readonly Line[], now: readonly Line[], at: LineChange): boolean {
  return old.every(({ role }, i) => {
    const line = lineAfter(i, at);
    return line === undefined || now[line]?.role === role;
  });
}
