import { shift } from "../text/span.js";
import { type Settled, settleStretch, settleTargets, type TargetSource } from "./attachTargets.js";
import type { DraftItem } from "./draftItem.js";
import { indexAt } from "./lineIndex.js";
import type { Target } from "./model.js";

/** What was settled of the targets before some lines were edited. */
export interface KnownTargets {
  readonly settled: readonly Settled[];
  /** Lines whose targets are to be settled anew. */
  readonly edited: ReadonlySet<number>;
}

/** The targets of a plan, made when somebody looks: most edits ask for the tree and not for them. */
export interface TargetShelf {
  all(): readonly Target[];
  /** Those of the item at an index. */
  of(index: number): readonly Target[];
  settled(): readonly Settled[];
  /** What can be taken over after the next edit; undefined where nobody has asked yet. */
  known(): KnownTargets | undefined;
}

const NOTHING: readonly Target[] = [];
const NO_LINES: ReadonlySet<number> = new Set();

export function targetShelf(source: () => TargetSource, known?: KnownTargets): TargetShelf {
  let kept = known;
  let made:
    | { readonly all: readonly Target[]; readonly byItem: readonly (readonly Target[] | undefined)[] }
    | undefined;
  const settled = (): readonly Settled[] => {
    if (!kept || kept.edited.size > 0)
      kept = { settled: kept ? resettled(source, kept) : settleTargets(source()), edited: NO_LINES };
    return kept.settled;
  };
  const make = (): NonNullable<typeof made> => (made ??= placed(settled(), source()));
  return {
    all: () => make().all,
    of: (index) => make().byItem[index] ?? NOTHING,
    settled,
    known: () => kept,
  };
}

/** The targets of the other lines keep what was settled of them. */
function resettled(source: () => TargetSource, { settled, edited }: KnownTargets): readonly Settled[] {
  if (edited.size === 0) return settled;
  const anew = settledLines(source(), edited);
  const all: Settled[] = [];
  let next = 0;
  for (const one of settled) {
    if (edited.has(one.line)) continue;
    for (; next < anew.length && (anew[next]?.line ?? 0) < one.line; next++) all.push(anew[next] as Settled);
    all.push(one);
  }
  return all.concat(anew.slice(next));
}

/** The targets of some lines. An item is read from its head, once however many of its lines are asked for. */
function settledLines(source: TargetSource, wanted: ReadonlySet<number>): Settled[] {
  const lines = [...wanted].filter((line) => (source.lines[line]?.paragraph.targets.length ?? 0) > 0);
  lines.sort((a, b) => a - b);
  const found: Settled[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = itemAbove(source, lines[i] as number);
    while (
      i + 1 < lines.length &&
      (itemAbove(source, lines[i + 1] as number)?.line ?? 0) <= (lines[i] as number)
    )
      i++;
    for (const one of settleStretch(source, first, (lines[i] as number) + 1))
      if (wanted.has(one.line)) found.push(one);
  }
  return found;
}

/** The item that begins last at or above the head of a line. */
function itemAbove({ items, lines }: TargetSource, line: number): DraftItem | undefined {
  const start = lines[line]?.start ?? 0;
  const item = items[indexAt(items, start)];
  return item && item.start <= start ? item : undefined;
}

function placed(
  settled: readonly Settled[],
  { lines, items }: TargetSource,
): { all: readonly Target[]; byItem: readonly (readonly Target[] | undefined)[] } {
  const all: Target[] = [];
  const byItem = new Array<Target[] | undefined>(items.length).fill(undefined);
  for (const one of settled) {
    const target = targetAt(one, lines[one.line]?.start ?? 0);
    all.push(target);
    if (one.owner === -1) continue;
    const own = byItem[one.owner];
    if (own) own.push(target);
    else byItem[one.owner] = [target];
  }
  return { all, byItem };
}

export function targetAt({ target, span, year, yearFrom, kind }: Settled, start: number): Target {
  const { indicator, indicatorSpan, value, valueSpan, number, unit, comparator } = target;
  return {
    indicator,
    indicatorSpan: shift(indicatorSpan, start),
    value,
    valueSpan: shift(valueSpan, start),
    number,
    unit,
    comparator,
    year,
    yearFrom,
    kind,
    span: shift(span, start),
  };
}
