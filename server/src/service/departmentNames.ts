import { aliasGroups } from "../check/rules/responsibility/aliasGroups.js";
import {
  isCollective,
  type NamedBody,
  responsibilitiesOf,
} from "../check/rules/responsibility/departmentUses.js";
import type { RosterEntry } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import { PlacedResponsibility } from "../plan/placedResponsibility.js";

/**
 * The one name of a department that goes by several, so that 基教科 this year and 基础教育科 last year are no change:
 * the full name of the roster, or without a roster what the plans themselves leave no doubt about. The plans are looked
 * through when a name is first asked for.
 */
export function departmentNames(
  plans: readonly PlanDocument[],
  roster: readonly RosterEntry[],
): (name: string) => string {
  let known: ReadonlyMap<string, string> | undefined;
  return (name) => {
    known ??= roster.length > 0 ? rosterNames(roster) : namesTold(plans);
    return known.get(name) ?? name;
  };
}

function rosterNames(roster: readonly RosterEntry[]): Map<string, string> {
  return new Map(
    roster.flatMap(({ full, aliases = [] }) => aliases.map((alias): [string, string] => [alias, full])),
  );
}

function namesTold(plans: readonly PlanDocument[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const group of aliasGroups(namedInAll(plans))) {
    const full = group.reduce((a, b) => (b.name.length > a.name.length ? b : a)).name;
    for (const { name } of group) known.set(name, full);
  }
  return known;
}

/** The names of all plans as if of one; lists of different plans are numbered apart. */
function namedInAll(plans: readonly PlanDocument[]): NamedBody[] {
  const all = new Map<string, Set<number>>();
  let list = 0;
  for (const plan of plans) {
    for (const responsibility of responsibilitiesOf(plan)) {
      for (const { name } of PlacedResponsibility.bodiesOf(responsibility)) {
        const within = all.get(name);
        if (within) within.add(list);
        else all.set(name, new Set([list]));
      }
      list++;
    }
  }
  const bodies: NamedBody[] = [];
  for (const [name, within] of all) if (!isCollective(name)) bodies.push({ name, within });
  return bodies;
}
