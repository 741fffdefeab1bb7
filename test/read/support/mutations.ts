/** A number below the one that is given. */
export type Next = (below: number) => number;

/** A repeatable stream of numbers, so that a failure can be run again. */
export function random(seed: number): Next {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function mutate(bytes: Uint8Array, next: Next): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = next(6); i >= 0; i--) copy[next(copy.length)] = next(256);
  return next(4) === 0 ? copy.subarray(0, next(copy.length)) : copy;
}

/** Changes bytes that mean something: most of a small .doc is filled with zeros. */
export function mutateUsed(bytes: Uint8Array, next: Next): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + next(4); left > 0;) {
    const at = next(copy.length);
    if (copy[at] === 0) continue;
    copy[at] = [0, 1, 0x7f, 0xff, next(256)][next(5)] ?? 0;
    left--;
  }
  return copy;
}

const EXTREMES = [0, 1, 2, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Sets fields of four bytes, or of two, to the numbers that lengths, offsets and counts break at. */
export function mutateFields(bytes: Uint8Array, next: Next): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let left = 1 + next(3); left > 0;) {
    const at = next(copy.length / 2 - 2) * 2;
    // Most of a file is filled with zeros, which mean nothing.
    if (view.getUint32(at, true) === 0) continue;
    const near = view.getUint32(at, true) + next(5) - 2;
    const value = [EXTREMES[next(EXTREMES.length)], copy.length, near][next(3)] ?? 0;
    if (next(2) === 0) view.setUint32(at, value >>> 0, true);
    else view.setUint16(at, value & 0xffff, true);
    left--;
  }
  return copy;
}

const NUMBERS = ["-1", "0", "99999999999999999999", "1e999", "NaN", "", "\u0000", "９"];

/** Markup put together otherwise: tags dropped, doubled, exchanged or moved, numbers made strange. */
export function mutateMarkup(xml: string, next: Next): string {
  const pieces = xml.split(/(?<=>)|(?=<)/);
  for (let left = 1 + next(6); left > 0; left--) {
    const [at, other] = [next(pieces.length), next(pieces.length)];
    const piece = pieces[at] ?? "";
    const how = next(5);
    if (how === 0) pieces.splice(at, 1);
    else if (how === 1) pieces.splice(at, 0, ...pieces.slice(at, at + 1 + next(20)));
    else if (how === 2) [pieces[at], pieces[other]] = [pieces[other] ?? "", piece];
    else if (how === 3) pieces.splice(other, 0, ...pieces.splice(at, 1 + next(20)));
    else pieces[at] = piece.replace(/\d+/g, () => NUMBERS[next(NUMBERS.length)] ?? "");
  }
  return pieces.join("");
}
