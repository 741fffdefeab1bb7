import { refuse } from "../refuse.js";
import { LIMITS } from "../limits.js";
import { PARTS, type WordFile } from "./fib.js";
import type { Bytes } from "./bytes.js";
import { SPRM, sprmsOf, type Sprm } from "./sprms.js";

/** A stretch of the text and where in the file its characters lie (MS-DOC 2.8.35). */
export interface Piece {
  /** Offset of its first character in the whole text. */
  readonly start: number;
  readonly text: string;
  /** Offset of its first byte in the main stream. */
  readonly at: number;
  readonly width: 1 | 2;
  /** Changes to everything in it: Word wrote them here when it was to save fast. */
  readonly changes: readonly Sprm[];
}

/** The pieces of the main text, in the order of the text. */
export function readPieces(file: WordFile): Piece[] {
  const { at, length } = file.part(PARTS.pieces);
  const changes: Sprm[][] = [];
  let next = at;
  const end = at + length;
  for (; next < end && file.table.u8(next) === 1; next += 3 + file.table.u16(next + 1)) {
    changes.push(lastOfEach(sprmsOf(file.table, { at: next + 3, length: file.table.u16(next + 1) })));
  }
  if (next >= end || file.table.u8(next) !== 2) refuse("doc-damaged", { detail: "Clx" });
  const count = Math.floor((Math.min(file.table.u32(next + 1), end - next - 5) - 4) / 12);
  if (count > LIMITS.docPieces) refuse("xml-too-large", { part: "Clx", limit: LIMITS.docPieces });
  return followPieces(file, { at: next + 5, count, changes });
}

const LOOKED_AT = new Set<number>(Object.values(SPRM));

/** They will be applied to many a paragraph. */
function lastOfEach(sprms: readonly Sprm[]): Sprm[] {
  const last = new Map<number, Sprm>();
  for (const sprm of sprms) if (LOOKED_AT.has(sprm.code)) last.set(sprm.code, sprm);
  return [...last.values()];
}

interface PieceTable {
  readonly at: number;
  readonly count: number;
  readonly changes: readonly (readonly Sprm[])[];
}

function followPieces({ main, table, textLength }: WordFile, { at, count, changes }: PieceTable): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 0; i < count; i++) {
    const first = table.u32(at + 4 * i);
    const last = Math.min(table.u32(at + 4 * (i + 1)), textLength);
    const descriptor = at + 4 * (count + 1) + 8 * i;
    const text = charactersAt(main, table.u32(descriptor + 2), last - first);
    if (text === "") continue;
    // Only a file that was made to be large on reading stores the same bytes twice.
    if (start + text.length > main.length) break;
    pieces.push({
      ...placeOf(table.u32(descriptor + 2)),
      start,
      text,
      changes: changesOf(table.u16(descriptor + 6), changes),
    });
    start += text.length;
  }
  return pieces;
}

/** Bit 30 marks characters of one byte, at half the offset that is given. */
function placeOf(position: number): Pick<Piece, "at" | "width"> {
  const at = position & 0x3fffffff;
  return position & 0x40000000 ? { at: at >> 1, width: 1 } : { at, width: 2 };
}

function charactersAt(main: Bytes, position: number, count: number): string {
  const { at, width } = placeOf(position);
  const held = Math.min(count, Math.floor((main.length - at) / width));
  if (held <= 0) return "";
  const bytes = main.all.subarray(at, at + held * width);
  if (width === 2) return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes);
  const latin = new TextDecoder("windows-1252").decode(bytes);
  return latin.replace(/[\x80-\x9f]/g, (each) => HIGH[each.charCodeAt(0) - 0x80] ?? each);
}

/** What Windows has where Latin-1 has controls, from 0x80 on: some versions of Node leave it at the controls. */
const HIGH = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];

/** The property modifiers that fit into a piece's own two bytes, by their short codes (Prm0). */
const SHORT_CODES: Readonly<Record<number, number>> = {
  0x0c: SPRM.level,
  0x18: SPRM.inTable,
  0x19: SPRM.rowEnd,
  0x41: SPRM.deleted,
  0x42: SPRM.inserted,
  0x5c: SPRM.hidden,
};

function changesOf(prm: number, changes: PieceTable["changes"]): readonly Sprm[] {
  if (prm & 1) return changes[prm >> 1] ?? [];
  const code = SHORT_CODES[(prm >> 1) & 0x7f];
  return code === undefined ? [] : [{ code, value: prm >> 8 }];
}
