/** Objects that stay as they are, as JSON in bytes, with commas between them. */
export interface KeptList {
  readonly items: readonly object[];
  readonly bytes: Uint8Array;
  /** Where each of them ends in the bytes. */
  readonly ends: Int32Array;
}

const NONE: KeptList = { items: [], bytes: new Uint8Array(0), ends: new Int32Array(0) };
const COMMA = 0x2c;

/**
 * Makes lists from the ones before them: what stands at their beginning and their end as it stood is copied as a whole.
 * A list is known again by its first or its last object, and lives no longer than these.
 */
export function createListKeeper(): (items: readonly object[]) => KeptList {
  const known = new WeakMap<object, KeptList>();
  const encoder = new TextEncoder();
  const encode = (item: object): Uint8Array => encoder.encode(JSON.stringify(item));
  return (items) => {
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return NONE;
    const before = known.get(first) ?? known.get(last) ?? NONE;
    for (const end of [before.items[0], before.items.at(-1)])
      if (end && known.get(end) === before) known.delete(end);
    const made = listAfter(before, items, encode);
    known.set(first, made).set(last, made);
    return made;
  };
}

function listAfter(
  before: KeptList,
  items: readonly object[],
  encode: (item: object) => Uint8Array,
): KeptList {
  const old = before.items;
  const most = Math.min(old.length, items.length);
  let head = 0;
  while (head < most && old[head] === items[head]) head++;
  if (head === old.length && head === items.length) return before;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === items[items.length - 1 - tail]) tail++;
  const moved = new Map<object, number>();
  for (let i = head; i < old.length - tail; i++) moved.set(old[i] as object, i);
  const bytesOf = (item: object): Uint8Array => {
    const at = moved.get(item);
    return at === undefined ? encode(item) : stretchOf(before, at, at + 1);
  };
  const pieces = [
    stretchOf(before, 0, head),
    ...items.slice(head, items.length - tail).map(bytesOf),
    stretchOf(before, old.length - tail, old.length),
  ];
  return joined(items, pieces, { before, head, tail });
}

interface Standing {
  readonly before: KeptList;
  /** So many of these stand as they stood at the beginning, and so many at the end. */
  readonly head: number;
  readonly tail: number;
}

/** One piece for all at the beginning, one for each in the middle, one for all at the end. */
function joined(
  items: readonly object[],
  pieces: readonly Uint8Array[],
  { before, head, tail }: Standing,
): KeptList {
  const filled = pieces.filter(({ length }) => length > 0);
  const length = filled.reduce((sum, piece) => sum + piece.length, filled.length - 1);
  const bytes = new Uint8Array(length);
  const ends = new Int32Array(items.length);
  ends.set(before.ends.subarray(0, head));
  let [at, next] = [0, head];
  for (const [i, piece] of pieces.entries()) {
    if (piece.length === 0) continue;
    if (at > 0) bytes[at++] = COMMA;
    bytes.set(piece, at);
    at += piece.length;
    if (i > 0 && i < pieces.length - 1) ends[next++] = at;
  }
  const by = length - before.bytes.length;
  for (let i = items.length - tail, old = before.items.length - tail; i < items.length; i++, old++)
    ends[i] = (before.ends[old] as number) + by;
  return { items, bytes, ends };
}

/** The bytes of some of a list, without the comma before them. */
function stretchOf({ bytes, ends }: KeptList, from: number, to: number): Uint8Array {
  if (from === to) return NONE.bytes;
  return bytes.subarray(from === 0 ? 0 : (ends[from - 1] as number) + 1, ends[to - 1]);
}
