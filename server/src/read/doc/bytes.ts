/**
 * Numbers at places of a byte array, low byte first. Beyond its end everything is 0, so that a broken file cannot
 * make the reader throw; whoever loops must therefore look at `length`.
 */
export interface Bytes {
  readonly all: Uint8Array;
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly i16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
}

/** A stretch of some `Bytes`. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

export function bytesOf(all: Uint8Array): Bytes {
  const { length } = all;
  const u8 = (at: number): number => all[at] ?? 0;
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  const i32 = (at: number): number => u16(at) | (u16(at + 2) << 16);
  return {
    all,
    length,
    u8,
    u16,
    i16: (at) => (u16(at) << 16) >> 16,
    u32: (at) => i32(at) >>> 0,
    i32,
  };
}

/** The part of a stretch that the bytes really hold. */
export function within(bytes: Bytes, { at, length }: Stretch): Stretch {
  const start = Math.min(at, bytes.length);
  return { at: start, length: Math.max(0, Math.min(length, bytes.length - start)) };
}
