/**
 * GB18030 out of the very decoder that reads it: the table is the inverse of `TextDecoder("gb18030")`, so that what
 * was read is written back byte by byte. (Libraries follow other editions of the standard: of the two-byte
 * characters, 18 come back from iconv-lite as four bytes.)
 */

/** Appends the bytes of one code point, or gives false where GB18030 has none (a lone surrogate). */
export type Gb18030Writer = (codePoint: number, out: number[]) => boolean;

export function createGb18030Writer(): Gb18030Writer {
  const twoBytes = invertTwoBytes();
  let fourBytes: ReadonlyMap<number, number> | undefined;
  return (codePoint, out) => {
    if (codePoint < 0x80) {
      out.push(codePoint);
      return true;
    }
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
    const pair = codePoint < 0x10000 ? (twoBytes[codePoint] ?? 0) : 0;
    if (pair !== 0) {
      out.push(pair >> 8, pair & 0xff);
      return true;
    }
    if (codePoint >= 0x10000) {
      pushFour(codePoint - 0x10000 + SUPPLEMENTARY, out);
      return true;
    }
    fourBytes ??= invertFourBytes();
    const pointer = fourBytes.get(codePoint);
    if (pointer === undefined) return false;
    pushFour(pointer, out);
    return true;
  };
}

/** Pointer of U+10000 among the four-byte sequences, and how many of them stand for the basic plane. */
const SUPPLEMENTARY = 189_000;
const BASIC_PLANE = 39_420;

function invertTwoBytes(): Uint16Array {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(bytes));
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Where two pairs share a character the lower one is the usual spelling.
    if (code !== 0xfffd && table[code] === 0)
      table[code] = ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0);
  }
  return table;
}

function invertFourBytes(): ReadonlyMap<number, number> {
  const bytes: number[] = [];
  for (let pointer = 0; pointer < BASIC_PLANE; pointer++) pushFour(pointer, bytes);
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(bytes));
  const table = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!table.has(code)) table.set(code, i);
  }
  return table;
}

function pushFour(pointer: number, out: number[]): void {
  out.push(
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1_260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  );
}
