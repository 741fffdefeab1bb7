import type { PlanDocument } from "../plan/model.js";
import type { Match, YearComparison } from "./comparePlans.js";
import { allNames, type DepartmentChange, namesOf } from "./departments.js";
import type { EarlierRemark } from "./earlierRemark.js";

interface Scene {
  readonly draft: PlanDocument;
  readonly earlier: PlanDocument;
  readonly year: YearComparison;
}

/**
 * Where other departments are named than a year ago. One that goes by another name wherever it was (改名, 合并) is said
 * once; beside a plan that names nobody nothing has changed.
 */
export function departmentRemarks({ draft, earlier, year }: Scene): EarlierRemark[] {
  const changed = madeOne(
    year.matches.filter(
      // A task that names nobody is missing its line: that is another rule's finding.
      (match) => isChanged(match) && namesOfDraft(draft, match).length > 0,
    ),
  );
  if (changed.length === 0 || !earlier.items.some((item) => namesOf(item).length > 0)) return [];
  const places = renamedPlaces({ draft, earlier, year }, changed);
  return changed.flatMap((match): EarlierRemark[] => {
    const name = renamingOf(match) ?? "";
    const count = places.get(name);
    if (count === undefined) return [{ span: spanOf(draft, match), message: change(match) }];
    // Said at the first of its places.
    if (count > 0) places.set(name, 0);
    return count > 0 ? [{ span: spanOf(draft, match), message: renaming(match, count) }] : [];
  });
}

/** A task of the draft with who joined it and who left. */
type Changed = Pick<Match, "draft" | "departments">;

/** Two tasks made one have one line of departments, of which there is one thing to say. */
function madeOne(matches: readonly Match[]): readonly Changed[] {
  const byDraft = new Map<number, Changed>();
  for (const { draft, departments } of matches) {
    const known = byDraft.get(draft.index)?.departments;
    byDraft.set(draft.index, { draft, departments: known ? both(known, departments) : departments });
  }
  return byDraft.size === matches.length ? matches : [...byDraft.values()];
}

function both(one: DepartmentChange, other: DepartmentChange): DepartmentChange {
  return {
    added: [...new Set([...one.added, ...other.added])],
    removed: [...new Set([...one.removed, ...other.removed])],
  };
}

/** One name in the place of another. */
function renamingOf({ departments: { added, removed } }: Changed): string | undefined {
  return added.length === 1 && removed.length === 1 ? `${removed.join("")}\n${added.join("")}` : undefined;
}

/** How often a new name stands for one that is gone, where it does so more than once. */
function renamedPlaces({ draft, earlier }: Scene, changed: readonly Changed[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const match of changed) {
    const name = renamingOf(match);
    if (name !== undefined) places.set(name, (places.get(name) ?? 0) + 1);
  }
  for (const [name, count] of places) if (count < 2) places.delete(name);
  if (places.size === 0) return places;
  const [now, before] = [allNames(draft.items), allNames(earlier.items)];
  for (const name of places.keys()) {
    const [old = "", fresh = ""] = name.split("\n");
    if (now.has(old) || before.has(fresh)) places.delete(name);
  }
  return places;
}

function renaming({ departments: { added, removed } }: Changed, count: number): EarlierRemark["message"] {
  return { key: "renamed", fill: { before: removed[0] ?? "", now: added[0] ?? "", count } };
}

function change({ departments: { added, removed } }: Changed): EarlierRemark["message"] {
  const key = removed.length === 0 ? "added" : added.length === 0 ? "removed" : "changed";
  return { key, fill: { added: added.join("、"), removed: removed.join("、") } };
}

function isChanged({ departments: { added, removed } }: Match): boolean {
  return added.length + removed.length > 0;
}

function namesOfDraft({ items }: PlanDocument, match: Match): readonly string[] {
  const item = items[match.draft.index];
  return item ? namesOf(item) : [];
}

function spanOf({ items }: PlanDocument, { draft }: Changed): EarlierRemark["span"] {
  return items[draft.index]?.responsibilities[0]?.span ?? draft.heading;
}
