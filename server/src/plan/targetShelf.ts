import { shift } from "../text/span.js";
import { type Settled, settleLine, settleTargets, type TargetSource } from "./attachTargets.js";
import { indexAt } from "./lineIndex.js";
import type { Line, Target } from "./model.js";

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
  /** What can be taken over after the next edit; undefined where nobody has asked yet. */
  known(): KnownTargets | undefined;
}

const NOTHING: readonly Target[] = [];
const NO_LINES: ReadonlySet<number> = new Set();

export function targetShelf(source: TargetSource, known?: KnownTargets): TargetShelf {
  let kept = known;
  let made:
    { readonly all: readonly Target[]; readonly byItem: ReadonlyMap<number, readonly Target[]> } | undefined;
  const make = (): NonNullable<typeof made> => {
    const settled = kept ? resettled(source, kept) : settleTargets(source);
    kept = { settled, edited: NO_LINES };
    return placed(settled, source.lines);
  };
  return {
    all: () => (made ??= make()).all,
    of: (index) => (made ??= make()).byItem.get(index) ?? NOTHING,
    known: () => kept,
  };
}

/** The targets of the other lines keep what was settled of them. */
function resettled(source: TargetSource, { settled, edited }: KnownTargets): readonly Settled[] {
  const dirty = [...edited].filter((line) => source.lines[line]?.paragraph.targets.length !== 0);
  if (dirty.length === 0) return settled;
  const { items } = source;
  const anew = new Map<number, Settled[]>();
  for (const line of dirty) {
    const start = source.lines[line]?.start ?? 0;
    const item = items[indexAt(items, start)];
    anew.set(line, settleLine(source, line, item && item.start <= start ? item : undefined));
  }
  return settled.flatMap((one) => (edited.has(one.line) ? (anew.get(one.line)?.splice(0) ?? []) : [one]));
}

function placed(
  settled: readonly Settled[],
  lines: readonly Line[],
): { all: readonly Target[]; byItem: ReadonlyMap<number, readonly Target[]> } {
  const all: Target[] = [];
  const byItem = new Map<number, Target[]>();
  for (const one of settled) {
    const target = targetAt(one, lines[one.line]?.start ?? 0);
    all.push(target);
    if (one.owner === -1) continue;
    const own = byItem.get(one.owner);
    if (own) own.push(target);
    else byItem.set(one.owner, [target]);
  }
  return { all, byItem };
}

function targetAt({ target, span, year, yearFrom, kind }: Settled, start: number): Target {
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
