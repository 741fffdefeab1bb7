/** The names most like a given one, best first, at most `count`; none that differs in more than half its characters. */
export function nearestNames(name: string, known: readonly string[], count = 3): string[] {
  return known
    .map((one) => ({ one, distance: isSubsequence(name, one) ? 0.5 : editDistance(name, one) }))
    .filter(
      ({ one, distance }) => distance <= Math.max(1, Math.floor(Math.min(name.length, one.length) / 2) - 1),
    )
    .sort((a, b) => a.distance - b.distance || a.one.length - b.one.length)
    .slice(0, count)
    .map(({ one }) => one);
}

/** 基教科 is made of characters of 基础教育科, in their order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return short.length >= 3 && at === short.length;
}

/** How many characters must be added, removed or changed to make one name the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
