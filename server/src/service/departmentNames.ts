import { aliasGroups } from "../check/rules/responsibility/aliasGroups.js";
import { type NameUse, namesUsed } from "../check/rules/responsibility/departmentUses.js";
import type { RosterEntry } from "../check/rule.js";
import type { Department, PlanDocument } from "../plan/model.js";

/**
 * The one name of a department that goes by several, so that 基教科 this year and 基础教育科 last year are no change:
 * the full name of the roster, or without a roster what the plans themselves leave no doubt about.
 */
export function departmentNames(
  plans: readonly PlanDocument[],
  roster: readonly RosterEntry[],
): (name: string) => string {
  const known = roster.length > 0 ? rosterNames(roster) : namesTold(plans);
  return (name) => known.get(name) ?? name;
}

function rosterNames(roster: readonly RosterEntry[]): Map<string, string> {
  return new Map(
    roster.flatMap(({ full, aliases = [] }) => aliases.map((alias): [string, string] => [alias, full])),
  );
}

function namesTold(plans: readonly PlanDocument[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const group of aliasGroups(usedInAll(plans))) {
    const full = group.reduce((a, b) => (b.name.length > a.name.length ? b : a)).name;
    for (const { name } of group) known.set(name, full);
  }
  return known;
}

/** The names of all plans as if of one; lists of different plans are numbered apart. */
function usedInAll(plans: readonly PlanDocument[]): NameUse[] {
  const all = new Map<string, { name: string; uses: Department[]; within: Set<number> }>();
  let first = 0;
  for (const plan of plans) {
    let last = first;
    for (const { name, uses, within } of namesUsed(plan)) {
      const known = all.get(name) ?? { name, uses: [], within: new Set<number>() };
      for (const use of uses) known.uses.push(use);
      for (const index of within) {
        known.within.add(first + index);
        last = Math.max(last, first + index + 1);
      }
      all.set(name, known);
    }
    first = last;
  }
  return [...all.values()];
}
