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
  const before = new Map<number, Set<string>>();
  const now = new Map<number, Set<string>>();
  for (const { draft, earlier } of pairs) {
    collect(before, draft.item.index, namesOf(earlier.item).map(departmentName));
    collect(now, earlier.item.index, namesOf(draft.item).map(departmentName));
  }
  return pairs.map(({ draft, earlier }) => ({
    added: missing(namesOf(draft.item), before.get(draft.item.index), departmentName),
    removed: missing(namesOf(earlier.item), now.get(earlier.item.index), departmentName),
  }));
}

/** Every department that an item itself names, once, in order. */
export function namesOf(item: Item): string[] {
  if (item.responsibilities.length === 0) return [];
  return [
    ...new Set(item.responsibilities.flatMap(({ departments }) => departments.map(({ name }) => name))),
  ];
}

function collect(into: Map<number, Set<string>>, index: number, names: readonly string[]): void {
  const known = into.get(index) ?? new Set<string>();
  for (const name of names) known.add(name);
  into.set(index, known);
}

function missing(
  names: readonly string[],
  from: ReadonlySet<string> | undefined,
  departmentName: (name: string) => string,
): string[] {
  return names.filter((name) => !from?.has(departmentName(name)));
}
