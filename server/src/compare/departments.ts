import type { Item } from "../plan/model.js";
import type { AlignedPair } from "./align.js";

/** Names as the plans write them. */
export interface DepartmentChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Who joined and who left, pair by pair. A task split in two keeps every department that one of its halves still has;
 * of two tasks made one the new task has the departments of both.
 */
export function departmentChanges(
  pairs: readonly AlignedPair[],
  departmentName: (name: string) => string,
): DepartmentChange[] {
  const [mine, theirs] = [createNames(departmentName), createNames(departmentName)];
  const before = new Map<number, Set<string>>();
  const now = new Map<number, Set<string>>();
  for (const { draft, earlier } of pairs) {
    collect(before, draft.item.index, theirs(earlier.item));
    collect(now, earlier.item.index, mine(draft.item));
  }
  return pairs.map(({ draft, earlier }) => ({
    added: missing(mine(draft.item), before.get(draft.item.index)),
    removed: missing(theirs(earlier.item), now.get(earlier.item.index)),
  }));
}

/** The names of a department as an item writes it and as all plans know it. */
interface Name {
  readonly written: string;
  readonly known: string;
}

function createNames(departmentName: (name: string) => string): (item: Item) => readonly Name[] {
  const found = new Map<number, readonly Name[]>();
  return (item) => {
    if (item.responsibilities.length === 0) return NOBODY;
    let names = found.get(item.index);
    if (!names) {
      names = namesOf(item).map((written) => ({ written, known: departmentName(written) }));
      found.set(item.index, names);
    }
    return names;
  };
}

const NOBODY: readonly Name[] = [];
const NONE: readonly string[] = [];

/** Every department that an item itself names, once, in order. */
export function namesOf(item: Item): readonly string[] {
  if (item.responsibilities.length === 0) return NONE;
  const names: string[] = [];
  for (const { departments } of item.responsibilities) {
    for (const { name } of departments) if (!names.includes(name)) names.push(name);
  }
  return names;
}

function collect(into: Map<number, Set<string>>, index: number, names: readonly Name[]): void {
  if (names.length === 0) return;
  const known = into.get(index) ?? new Set<string>();
  for (const name of names) known.add(name.known);
  into.set(index, known);
}

function missing(names: readonly Name[], from: ReadonlySet<string> | undefined): readonly string[] {
  if (names.length === 0) return NONE;
  const gone = names.filter(({ known }) => from?.has(known) !== true);
  return gone.map(({ written }) => written);
}
