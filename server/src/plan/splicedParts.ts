import type { Assembled } from "./assemblePlan.js";
import type { Before } from "./before.js";
import { type DraftItem, ROW } from "./draftItem.js";
import type { Item, Part } from "./model.js";
import { LaterPart } from "./laterPart.js";
import { moved, type Places, placesAfter } from "./placesAfter.js";
import type { Regrowth } from "./regrowth.js";

/** Which of the parts that have items begin otherwise after an edit. */
export interface PartChange {
  /** The last one that begins before the edit, and the first that is what it was. */
  readonly first: number;
  readonly rest: number;
  /** Where the parts between these begin now, and the first behind them. */
  readonly opened: readonly number[];
  readonly restStart: number | undefined;
}

/** Undefined where the edit may decide which of the parts is the plan. */
export function partChange(
  before: Before,
  { root, groves, lines, then, end, rest }: Regrowth,
): PartChange | undefined {
  const { parts } = root.shelf;
  const first = root.row(ROW.part);
  const next = before.was.items()[rest]?.row(ROW.part) ?? parts.length;
  const behind = then === "goes on" ? next + 1 : next;
  const opened = groves.slice(1).map(({ firstLine }) => lines[firstLine]?.start ?? 0);
  const { boundary } = placesAfter(before);
  if (root.part.kind === "notice") {
    if (opened.length > 0 || behind !== first + 1) return undefined;
    // The numbering of the notice goes on behind the title of the plan.
    if (boundary(root.part.span.end) < end) return undefined;
  }
  const begun = then === "begins" ? parts[next] : undefined;
  // The plan begins with its title, wherever its numbering does.
  const start = begun?.kind === "plan" ? boundary(begun.span.start) : end;
  return { first, rest: behind, opened, restStart: begun && start };
}

/** The parts after an edit; `itemsOf` gives the items of the one at an index. */
export function splicedParts(
  before: Before,
  { first, rest, opened, restStart }: PartChange,
  end: number,
  itemsOf: (index: number) => readonly Item[],
): Part[] {
  const { was } = before;
  const bound = boundAfter(placesAfter(before));
  const bare = withoutItems(was);
  const head = was.parts.slice(0, bare + first + 1).map(bound);
  const come = opened.map((start): Bound => ({ kind: "attachment", title: undefined, start }));
  const tail = was.parts.slice(bare + rest).map(bound);
  if (tail[0] && restStart !== undefined) tail[0] = { ...tail[0], start: restStart };
  return partsOf([...head, ...come, ...tail], end, itemsOf);
}

/** How many parts stand before those that have items. */
export function withoutItems({ parts, items }: Assembled): number {
  return parts.length - (items()[0] as DraftItem).shelf.parts.length;
}

type Bound = Pick<Part, "kind" | "title"> & { readonly start: number };

function boundAfter(places: Places): (part: Part) => Bound {
  return ({ kind, title, span }) => ({
    kind,
    title: moved(title, places),
    start: places.boundary(span.start),
  });
}

/** Each ends where the next one begins. */
function partsOf(bounds: readonly Bound[], end: number, itemsOf: (index: number) => readonly Item[]): Part[] {
  return bounds.map(({ kind, title, start }, i) => {
    const span = { start, end: bounds[i + 1]?.start ?? end };
    return new LaterPart({ kind, title, span }, () => itemsOf(i));
  });
}
