import type { Item } from "../plan/model.js";
import { PlacedResponsibility } from "../plan/placedResponsibility.js";
import type { AlignedPair } from "./align.js";
import { isShortFor } from "./shortName.js";

/** Names as the plans write them. */
export interface DepartmentChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Who joined and who left, pair by pair. A task split in two keeps every department that one of its halves still has;
 * of two tasks made one the new task has the departments of both. Where the two of a pair name the same ones nobody
 * did, and most pairs are looked at no further.
 */
export function departmentChanges(
  pairs: readonly AlignedPair[],
  departmentName: (name: string) => string,
): DepartmentChange[] {
  const changed = new Map<number, Names>();
  pairs.forEach(({ draft, earlier }, i) => {
    if (nameInTurn(draft.item, earlier.item)) return;
    const [mine, theirs] = [namesOf(draft.item), namesOf(earlier.item)];
    if (!areSame(mine, theirs)) changed.set(i, { mine, theirs });
  });
  if (changed.size === 0) return pairs.map(() => NO_CHANGE);
  const before = new Map<number, Set<string>>();
  const now = new Map<number, Set<string>>();
  for (const i of changed.keys()) {
    const pair = pairs[i];
    if (!pair) continue;
    before.set(pair.draft.index, new Set());
    now.set(pair.earlier.index, new Set());
  }
  for (const { draft, earlier } of pairs) {
    collect(before.get(draft.index), earlier.item, departmentName);
    collect(now.get(earlier.index), draft.item, departmentName);
  }
  const withoutShort = createShortNames(pairs);
  return pairs.map(({ draft, earlier }, i) => {
    const names = changed.get(i);
    if (!names) return NO_CHANGE;
    const missing = (from: ReadonlySet<string> | undefined) => (name: string) =>
      from?.has(departmentName(name)) !== true;
    return withoutShort({
      added: names.mine.filter(missing(before.get(draft.index))),
      removed: names.theirs.filter(missing(now.get(earlier.index))),
    });
  });
}

/** Nobody shortens one name among so many. */
const MOST_COMPARED = 400;

/** Takes out who is named in full in one plan and in short in the other, unless a plan knows both names. */
function createShortNames(pairs: readonly AlignedPair[]): (change: DepartmentChange) => DepartmentChange {
  let known: readonly ReadonlySet<string>[] | undefined;
  const areOne = (added: string, removed: string): boolean => {
    if (!isShortFor(added, removed) && !isShortFor(removed, added)) return false;
    known ??= [
      allNames(pairs.map(({ draft }) => draft.item)),
      allNames(pairs.map(({ earlier }) => earlier.item)),
    ];
    return !known.some((names) => names.has(added) && names.has(removed));
  };
  return (change) => {
    const { added, removed } = change;
    const compared = added.length * removed.length;
    if (compared === 0 || compared > MOST_COMPARED) return change;
    return {
      added: added.filter((one) => !removed.some((other) => areOne(one, other))),
      removed: removed.filter((one) => !added.some((other) => areOne(other, one))),
    };
  };
}

/** The departments that the items of a pair name. */
interface Names {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

const NOBODY: readonly string[] = [];
const NO_CHANGE: DepartmentChange = { added: NOBODY, removed: NOBODY };

/** Whether two items name the same departments in the same lists: most do, and need no list of all of them. */
function nameInTurn(one: Item, other: Item): boolean {
  const [mine, theirs] = [one.responsibilities, other.responsibilities];
  if (mine.length !== theirs.length) return false;
  return mine.every((responsibility, i) => {
    const other = theirs[i];
    const own = PlacedResponsibility.bodiesOf(responsibility);
    const others = other ? PlacedResponsibility.bodiesOf(other) : [];
    return own.length === others.length && own.every(({ name }, k) => name === others[k]?.name);
  });
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** In so few names one is found sooner by looking at all of them. */
const FEW = 12;

/** Every department that an item itself names, once, in order. */
export function namesOf(item: Item): readonly string[] {
  if (item.responsibilities.length === 0) return NOBODY;
  const names: string[] = [];
  let known: Set<string> | undefined;
  for (const responsibility of item.responsibilities) {
    for (const { name } of PlacedResponsibility.bodiesOf(responsibility)) {
      if (known ? known.has(name) : names.includes(name)) continue;
      names.push(name);
      known?.add(name);
      if (names.length === FEW) known = new Set(names);
    }
  }
  return names;
}

/** Every department that one of the items names. */
export function allNames(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { responsibilities } of items)
    for (const responsibility of responsibilities)
      for (const { name } of PlacedResponsibility.bodiesOf(responsibility)) names.add(name);
  return names;
}

/** Puts the names of an item, as all plans know them, into a set that somebody will ask. */
function collect(into: Set<string> | undefined, item: Item, departmentName: (name: string) => string): void {
  if (into) for (const name of namesOf(item)) into.add(departmentName(name));
}
