import { PARTS, type WordFile } from "./fib.js";

/** Bytes of a font's entry before its name (FFN, MS-DOC 2.9.82). */
const FIXED = 39;

/** The places, in the font table, of the fonts whose letters are signs. */
export function readSignFonts({ table, part }: WordFile): ReadonlySet<number> {
  const { at, length } = part(PARTS.fonts);
  const count = length < 4 ? 0 : table.u16(at);
  const found = new Set<number>();
  let next = at + 4;
  for (let i = 0; i < count && next < at + length; i++) {
    let name = "";
    for (let letter = next + 1 + FIXED; letter < next + table.u8(next); letter += 2) {
      const code = table.u16(letter);
      if (code === 0) break;
      name += String.fromCharCode(code);
    }
    if (name === "Wingdings" || name === "Symbol") found.add(i);
    next += 1 + table.u8(next);
  }
  return found;
}
