import type { Item, Marker, Part, PlanDocument } from "../../plan/model.js";
import { numberingRuns } from "../../plan/numbering.js";
import { type StyleKey, styleKey } from "../../plan/sequence.js";

/** An item of a part as it stands after a change: at which depth and in which form. `item` is undefined for a new one. */
export interface Entry {
  readonly item: Item | undefined;
  readonly level: number;
  readonly marker: Marker;
  /** True where a count begins anew of right: the second list below one heading. */
  readonly anew: boolean;
}

/** The entries of one part in reading order, with the forms that count on from one parent to the next. */
export interface Count {
  readonly entries: readonly Entry[];
  readonly runsOn: ReadonlySet<StyleKey>;
}

/** The number that an entry shall have where it is not the one it has. */
export type NewOrdinals = ReadonlyMap<Entry, number>;

/** The items of a part as they are. */
export function countOf(plan: PlanDocument, part: Part): Count {
  const runs = numberingRuns(plan).filter((run) => run.items[0]?.part === part);
  const runsOn = new Set(runs.filter((run) => run.from > 1).map((run) => run.key));
  const firsts = new Set(runs.filter((run) => run.from === 1).map((run) => run.items[0]));
  const seen = new Set<string>();
  const entries = plan.items
    .filter((item) => item.part === part)
    .map((item): Entry => {
      const entry = { item, level: item.level, marker: item.marker, anew: false };
      const base = baseOf(entry, runsOn);
      const anew = firsts.has(item) && seen.has(base);
      seen.add(base);
      return { ...entry, anew };
    });
  return { entries, runsOn };
}

/** What an item counts together with: all of its form where the numbers run on, else its siblings of that form. */
export function baseOf({ item, marker }: Entry, runsOn: ReadonlySet<StyleKey>): string {
  return below(item?.parent, styleKey(marker), runsOn);
}

function below(parent: Item | undefined, key: StyleKey, runsOn: ReadonlySet<StyleKey>): string {
  return runsOn.has(key) ? key : `${key} ${parent?.index ?? ""}`;
}

/**
 * The numbers that change when the entries of a part become `after`. Only counts that gained, lost or reordered a member
 * are touched, and these only from the first difference on: a slip elsewhere is nobody's business here.
 */
export function recount(before: Count, after: readonly Entry[]): NewOrdinals {
  const old = listsOf(before.entries, before.runsOn);
  const changed = new Map<Entry, number>();
  for (const [id, members] of listsOf(after, before.runsOn)) {
    const were = old.get(id) ?? [];
    const from = firstDifference(were, members);
    if (from === -1) continue;
    let last = from === 0 ? Math.max(1, ordinalOf(were[0]) ?? 1) - 1 : (ordinalOf(members[from - 1]) ?? from);
    for (const entry of members.slice(from)) {
      last++;
      if (ordinalOf(entry) !== last || !entry.item) changed.set(entry, last);
    }
  }
  return changed;
}

/** The number that an entry has now: its marker may be a model of another item, which only lends its form. */
export function ordinalOf(entry: Entry | undefined): number | undefined {
  return (entry?.item ?? entry)?.marker.ordinal;
}

/** The counts: siblings of one form, or all of a form where its numbers run on; by parent, form and which list it is. */
function listsOf(entries: readonly Entry[], runsOn: ReadonlySet<StyleKey>): Map<string, Entry[]> {
  const lists = new Map<string, Entry[]>();
  const which = new Map<string, number>();
  const open: Entry[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const parent = open.at(-1);
    const key = styleKey(entry.marker);
    const base = parent && !parent.item ? `${key} new` : below(parent?.item, key, runsOn);
    const number = which.get(base);
    which.set(base, number === undefined ? 0 : entry.anew ? number + 1 : number);
    const id = `${base} ${which.get(base) ?? 0}`;
    const members = lists.get(id) ?? [];
    lists.set(id, members);
    members.push(entry);
    open.push(entry);
  }
  return lists;
}

function firstDifference(were: readonly Entry[], are: readonly Entry[]): number {
  for (let i = 0; i < are.length; i++) {
    const a = were[i];
    const b = are[i];
    if (!a || !b || !b.item || a.item !== b.item || styleKey(a.marker) !== styleKey(b.marker)) return i;
  }
  return -1;
}
