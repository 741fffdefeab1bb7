/** The names most like a given one, best first, at most `count`; none that differs in more than half its characters. */
export function nearestNames(name: string, known: readonly string[], count = 3): string[] {
  return known
    .flatMap((one) => {
      const distance = distanceWithin(name, one);
      return distance === undefined ? [] : [{ one, distance }];
    })
    .sort((a, b) => a.distance - b.distance || a.one.length - b.one.length)
    .slice(0, count)
    .map(({ one }) => one);
}

/** How far a name is from another; undefined where that is too far. */
function distanceWithin(name: string, one: string): number | undefined {
  if (isSubsequence(name, one)) return 0.5;
  const most = Math.max(1, Math.floor(Math.min(name.length, one.length) / 2) - 1);
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
