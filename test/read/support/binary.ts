import { bytesOf, type Bytes } from "../../../server/src/read/doc/bytes.js";
import type { WordFile } from "../../../server/src/read/doc/fib.js";

/** Little-endian numbers, to write binary structures down as the specification lists them. */
export const u8 = (...values: readonly number[]): number[] => [...values];
export const u16 = (...values: readonly number[]): number[] =>
  values.flatMap((each) => [each & 255, (each >> 8) & 255]);
export const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((each) => u16(each & 0xffff, each >>> 16));
export const utf16 = (text: string): number[] => u16(...[...text].map((letter) => letter.charCodeAt(0)));
export const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** A Word file of which only the given parts of the table stream are there. */
export function wordFile(
  parts: Readonly<Record<number, readonly number[]>>,
  main: readonly number[] = [],
): WordFile {
  const places = new Map<number, { at: number; length: number }>();
  const table: number[] = [];
  for (const [index, bytes] of Object.entries(parts)) {
    places.set(Number(index), { at: table.length, length: bytes.length });
    for (const byte of bytes) table.push(byte);
  }
  return {
    main: all(main),
    table: all(table),
    data: all([]),
    textLength: 1000,
    part: (index) => places.get(index) ?? { at: 0, length: 0 },
  };
}

function all(bytes: readonly number[]): Bytes {
  return bytesOf(Uint8Array.from(bytes));
}
