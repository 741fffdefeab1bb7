/** Stretches of a text, each of a kind, held as numbers: a long draft has more than a hundred thousand. */
export interface Stretches {
  readonly count: number;
  readonly starts: Readonly<Int32Array>;
  readonly ends: Readonly<Int32Array>;
  readonly kinds: Readonly<Uint8Array>;
}

/** A list of stretches that is added to. */
export interface GrowingStretches {
  add(start: number, end: number, kind: number): void;
  all(): Stretches;
}

export function createStretches(expected = 64): GrowingStretches {
  let count = 0;
  let starts = new Int32Array(expected);
  let ends = new Int32Array(expected);
  let kinds = new Uint8Array(expected);
  const grow = (): void => {
    const size = Math.max(64, count * 2);
    const wider = { starts: new Int32Array(size), ends: new Int32Array(size), kinds: new Uint8Array(size) };
    wider.starts.set(starts);
    wider.ends.set(ends);
    wider.kinds.set(kinds);
    ({ starts, ends, kinds } = wider);
  };
  return {
    add(start, end, kind) {
      if (count === starts.length) grow();
      starts[count] = start;
      ends[count] = end;
      kinds[count] = kind;
      count++;
    },
    all: () => ({ count, starts, ends, kinds }),
  };
}

/** Several lists in one: in reading order, the longer ones first where they begin at one place, else the lists' order. */
export function inOrder(lists: readonly Stretches[]): Stretches {
  const sorted = lists.filter(({ count }) => count > 0).map(inOwnOrder);
  const found = createStretches(sorted.reduce((sum, { count }) => sum + count, 0));
  const at = sorted.map(() => 0);
  const heads = sorted.map(({ starts }) => starts[0] as number);
  for (;;) {
    let first = -1;
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i] as number;
      if (first === -1 ? head < Infinity : isBefore(head, i, first)) first = i;
    }
    if (first === -1) return found.all();
    const { count, starts, ends, kinds } = sorted[first] as Stretches;
    const next = at[first] as number;
    found.add(starts[next] as number, ends[next] as number, kinds[next] as number);
    at[first] = next + 1;
    heads[first] = next + 1 < count ? (starts[next + 1] as number) : Infinity;
  }
  function isBefore(head: number, i: number, other: number): boolean {
    const start = heads[other] as number;
    return head < start || (head === start && endAt(i) > endAt(other));
  }
  function endAt(i: number): number {
    return sorted[i]?.ends[at[i] as number] ?? 0;
  }
}

/** Most lists are in order as they were found. */
function inOwnOrder(list: Stretches): Stretches {
  const { count, starts, ends, kinds } = list;
  const compare = (a: number, b: number): number =>
    (starts[a] as number) - (starts[b] as number) || (ends[b] as number) - (ends[a] as number);
  let at = 1;
  while (at < count && compare(at - 1, at) <= 0) at++;
  if (at >= count) return list;
  const order = Array.from({ length: count }, (_, i) => i).sort(compare);
  const sorted = createStretches(count);
  for (const i of order) sorted.add(starts[i] as number, ends[i] as number, kinds[i] as number);
  return sorted.all();
}
