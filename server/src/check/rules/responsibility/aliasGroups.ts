import type { RosterEntry } from "../../rule.js";
import { abbreviates, type NameParts, nameParts } from "./abbreviation.js";
import type { NamedBody, NameUse } from "./departmentUses.js";

/** Names of one body that differ in connectives and endings only: 党建办公室 and 党建办. */
interface Body<Name> {
  readonly parts: NameParts;
  readonly names: Name[];
}

/** Names that are surely one department under two or more names, told from the draft alone. */
export function aliasGroups<Name extends NamedBody>(used: readonly Name[]): Name[][] {
  const groups: Name[][] = [];
  for (const bodies of bucketsOf(used)) {
    const [only] = bodies;
    if (only && bodies.length === 1) {
      if (only.names.length > 1) groups.push(only.names);
      continue;
    }
    const longOf = new Map<Body<Name>, Body<Name>>();
    for (const short of bodies) {
      const long = bodies.filter(
        (body) => abbreviates(short.parts.core, body.parts.core) && !together(short, body),
      );
      // 教师科 beside 教师工作科 and 教师教育科 may be either.
      if (long.length === 1 && long[0]) longOf.set(short, long[0]);
    }
    for (const body of bodies) {
      if (longOf.has(body)) continue;
      const names = [body, ...bodies.filter((short) => longOf.get(short) === body)].flatMap(
        (one) => one.names,
      );
      if (names.length > 1) groups.push(names);
    }
  }
  return groups;
}

/** Bodies that could be one at all: of one area, one ending and one first character. */
function bucketsOf<Name extends NamedBody>(used: readonly Name[]): Body<Name>[][] {
  const buckets = new Map<string, Map<string, Body<Name>>>();
  for (const use of used) {
    const parts = nameParts(use.name);
    if (!parts) continue;
    const key = `${parts.area} ${parts.core[0] ?? ""} ${parts.suffix}`;
    const bodies = buckets.get(key) ?? new Map<string, Body<Name>>();
    buckets.set(key, bodies);
    const body = bodies.get(parts.core) ?? { parts, names: [] };
    bodies.set(parts.core, body);
    body.names.push(use);
  }
  return [...buckets.values()].map((bodies) => [...bodies.values()]);
}

/** Two names in one list are two bodies to the one who wrote it. */
function together(a: Body<NamedBody>, b: Body<NamedBody>): boolean {
  return a.names.some((one) =>
    b.names.some((other) => [...one.within].some((index) => other.within.has(index))),
  );
}

/** Names that the team's roster gives to one department. */
export function rosterGroups(used: readonly NameUse[], roster: readonly RosterEntry[]): NameUse[][] {
  return roster
    .map((entry) => {
      const names = new Set([entry.full, ...(entry.aliases ?? [])]);
      return used.filter((use) => names.has(use.name));
    })
    .filter((group) => group.length > 1);
}
