import { wordTree, type WordTree } from "../../../text/wordSearch.js";
import type { RosterEntry } from "../../rule.js";
import { abbreviationsIn, nameParts } from "./abbreviation.js";
import type { NamedBody, NameUse } from "./departmentUses.js";

/** Names of one body that differ in connectives and endings only: 党建办公室 and 党建办. */
interface Body<Name> {
  readonly core: string;
  readonly names: Name[];
}

/** Names that are surely one department under two or more names, told from the draft alone. */
export function aliasGroups<Name extends NamedBody>(used: readonly Name[]): Name[][] {
  const groups: Name[][] = [];
  for (const bodies of bucketsOf(used)) {
    const longOf = bodies.length > 1 ? longBodies(bodies) : new Map<Body<Name>, Body<Name>>();
    const shortsOf = new Map<Body<Name>, Body<Name>[]>();
    for (const short of bodies) {
      const long = longOf.get(short);
      if (!long) continue;
      const known = shortsOf.get(long);
      if (known) known.push(short);
      else shortsOf.set(long, [short]);
    }
    for (const body of bodies) {
      if (longOf.has(body)) continue;
      const names = [body, ...(shortsOf.get(body) ?? [])].flatMap((one) => one.names);
      if (names.length > 1) groups.push(names);
    }
  }
  return groups;
}

/** The one body that each short name can stand for; 教师科 beside 教师工作科 and 教师教育科 may be either. */
function longBodies<Name extends NamedBody>(bodies: readonly Body<Name>[]): Map<Body<Name>, Body<Name>> {
  const byCore = new Map(bodies.map((body) => [body.core, body]));
  const tree = wordTree(byCore.keys());
  const longOf = new Map<Body<Name>, Body<Name>>();
  const several = new Set<Body<Name>>();
  for (const long of bodies) {
    const cores = abbreviationsIn(tree, long.core);
    // Names made to be mistaken for each other: nothing is sure of any of them.
    if (!cores) return new Map();
    for (const core of cores) {
      const short = byCore.get(core);
      if (!short || several.has(short) || together(short, long) || opensOthers(tree, short, long)) continue;
      if (longOf.delete(short)) several.add(short);
      else longOf.set(short, long);
    }
  }
  return longOf;
}

/** 安全科 beside 安全管理科 and 安全生产科: what begins a third name, too, may stand for that one. */
function opensOthers<Name>(tree: WordTree, short: Body<Name>, long: Body<Name>): boolean {
  if (!long.core.startsWith(short.core)) return false;
  let branch: WordTree | undefined = tree;
  for (const character of short.core) branch = branch?.next.get(character);
  // Down to where another name ends, or two ways part.
  for (let at = branch; at; at = at.next.values().next().value) {
    if (at.next.size > 1 || (at.word !== undefined && at.word !== short.core && at.word !== long.core))
      return true;
  }
  return false;
}

/** Bodies that could be one at all: of one area, one ending and one first character. */
function bucketsOf<Name extends NamedBody>(used: readonly Name[]): Body<Name>[][] {
  const buckets = new Map<string, Map<string, Body<Name>>>();
  for (const use of used) {
    const parts = nameParts(use.name);
    if (!parts) continue;
    const key = `${parts.area} ${parts.core[0] ?? ""} ${parts.suffix}`;
    let bodies = buckets.get(key);
    if (!bodies) buckets.set(key, (bodies = new Map<string, Body<Name>>()));
    const body = bodies.get(parts.core);
    if (body) body.names.push(use);
    else bodies.set(parts.core, { core: parts.core, names: [use] });
  }
  return [...buckets.values()].map((bodies) => [...bodies.values()]);
}

/** Two names in one list are two bodies to the one who wrote it. */
function together(a: Body<NamedBody>, b: Body<NamedBody>): boolean {
  return a.names.some((one) => b.names.some((other) => shareList(one, other)));
}

function shareList({ within: a }: NamedBody, { within: b }: NamedBody): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const list of few) if (many.has(list)) return true;
  return false;
}

/** Names that the team's roster gives to one department. */
export function rosterGroups(used: readonly NameUse[], roster: readonly RosterEntry[]): NameUse[][] {
  const places = new Map(used.map((use, place) => [use.name, place]));
  return roster
    .map((entry) => {
      const names = new Set([entry.full, ...(entry.aliases ?? [])]);
      const own = [...names].flatMap((name) => places.get(name) ?? []).sort((a, b) => a - b);
      return own.flatMap((place) => used[place] ?? []);
    })
    .filter((group) => group.length > 1);
}
