/** The names most like a given one, best first, at most `count`; none that differs in more than half its characters. */
export type NearestNames = (name: string, count?: number) => string[];

/** Looks for the names of a list that are most like another, without comparing each of thousands letter by letter. */
export function createNearestNames(known: readonly string[]): NearestNames {
  const holders = placesByCharacter(known);
  return (name, count = 3) =>
    candidates(name, known, holders)
      .flatMap((at) => {
        const one = known[at] ?? "";
        const distance = distanceWithin(name, one);
        return distance === undefined ? [] : [{ one, distance }];
      })
      .sort((a, b) => a.distance - b.distance || a.one.length - b.one.length)
      .slice(0, count)
      .map(({ one }) => one);
}

type Holders = ReadonlyMap<string, readonly number[]>;

/** For each character the names that have it, by their places in the list. */
function placesByCharacter(known: readonly string[]): Holders {
  const holders = new Map<string, number[]>();
  known.forEach((one, at) => {
    for (let i = 0; i < one.length; i++) {
      const places = holders.get(one[i] ?? "");
      if (!places) holders.set(one[i] ?? "", [at]);
      else if (places.at(-1) !== at) places.push(at);
    }
  });
  return holders;
}

/**
 * The places of all names that can be near enough, in order. A near name lacks `farthest` characters at most, so it has
 * one at least of any `farthest + 1` of them: those are taken that the fewest names have.
 */
function candidates(name: string, known: readonly string[], holders: Holders): readonly number[] {
  const most = farthest(name.length);
  if (name.length <= most) return [...known.keys()];
  const lists = Array.from({ length: name.length }, (_, i) => holders.get(name[i] ?? "") ?? []);
  lists.sort((a, b) => a.length - b.length);
  return [...new Set(lists.slice(0, most + 1).flat())].sort((a, b) => a - b);
}

/** So far may a name of this length be from another one at most. */
function farthest(length: number): number {
  return Math.max(1, Math.floor(length / 2) - 1);
}

/** How far a name is from another; undefined where that is too far. */
function distanceWithin(name: string, one: string): number | undefined {
  if (isSubsequence(name, one)) return 0.5;
  const most = farthest(Math.min(name.length, one.length));
  // So many characters at least must be added or removed; most names are ruled out by that.
  if (Math.abs(name.length - one.length) > most) return undefined;
  const distance = editDistance(name, one);
  return distance <= most ? distance : undefined;
}

/** 基教科 is made of characters of 基础教育科, in their order. */
function isSubsequence(short: string, long: string): boolean {
  if (short.length < 3 || short.length > long.length) return false;
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}

/** How many characters must be added, removed or changed to make one name the other. */
export function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let before = i - 1;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const changed = before + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, above + 1, (row[j - 1] ?? 0) + 1);
      before = above;
    }
  }
  return row[b.length] ?? 0;
}
