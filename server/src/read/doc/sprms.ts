import type { Bytes, Stretch } from "./bytes.js";

/** One property modifier (MS-DOC 2.2.5): what is changed, and the number that it is given; 0 for longer operands. */
export interface Sprm {
  readonly code: number;
  readonly value: number;
}

/** The modifiers that are looked at, of the seven hundred that there are. */
export const SPRM = {
  style: 0x4600,
  level: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  tableDepth: 0x6649,
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  sign: 0x6a09,
  font: 0x4a4f,
} as const;

const CHANGE_TABS = 0xc615;
const DEFINE_TABLE = 0xd608;

export function sprmsOf(bytes: Bytes, { at, length }: Stretch): Sprm[] {
  const found: Sprm[] = [];
  const end = at + length;
  for (let next = at; next + 2 < end;) {
    const code = bytes.u16(next);
    const size = operandSize(bytes, code, next + 2);
    found.push({ code, value: numberAt(bytes, next + 2, size) });
    next += 2 + size;
  }
  return found;
}

function numberAt(bytes: Bytes, at: number, size: number): number {
  if (size === 1) return bytes.u8(at);
  if (size === 2) return bytes.u16(at);
  return size === 4 ? bytes.u32(at) : 0;
}

/** The three highest bits of a code tell how long its operand is. */
function operandSize(bytes: Bytes, code: number, at: number): number {
  const kind = code >> 13;
  if (kind !== 6) return [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 1;
  if (code === DEFINE_TABLE) return bytes.u16(at) + 1;
  const length = bytes.u8(at);
  if (code !== CHANGE_TABS || length !== 255) return length + 1;
  const deleted = bytes.u8(at + 1);
  return 3 + 4 * deleted + 3 * bytes.u8(at + 2 + 4 * deleted);
}
