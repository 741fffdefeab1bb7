import { refuse } from "../refuse.js";
import { bytesOf, within, type Bytes, type Stretch } from "./bytes.js";
import { openCompound } from "./compound.js";

/** A Word 97–2003 file, opened: its streams, and where in the table stream each structure lies (MS-DOC 2.5). */
export interface WordFile {
  readonly main: Bytes;
  readonly table: Bytes;
  readonly data: Bytes;
  /** Characters of the main text; footnotes, headers and the rest follow it. */
  readonly textLength: number;
  readonly part: (index: number) => Stretch;
}

/** Places in FibRgFcLcb97 of the parts that are read. */
export const PARTS = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  instances: 74,
} as const;

const WORD_97 = 0xa5ec;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

export function openWordFile(bytes: Uint8Array): WordFile {
  const stream = openCompound(bytes);
  const main = stream("WordDocument") ?? refuse("doc-damaged", { detail: "WordDocument" });
  if (main.u16(0) !== WORD_97) refuse(isWord95(main) ? "old-office" : "doc-damaged", { detail: "FIB" });
  const flags = main.u16(10);
  if (flags & ENCRYPTED) refuse("encrypted");
  const name = flags & TABLE_1 ? "1Table" : "0Table";
  const table = stream(name) ?? refuse("doc-damaged", { detail: name });
  const part = (index: number): Stretch => {
    const at = 0x9a + 8 * index;
    return within(table, { at: main.u32(at), length: main.u32(at + 4) });
  };
  const data = stream("Data") ?? bytesOf(new Uint8Array());
  return { main, table, data, textLength: main.u32(0x4c), part };
}

/** Word 6 and 95, whose files are laid out otherwise. */
function isWord95(main: Bytes): boolean {
  return [0xa5db, 0xa5dc].includes(main.u16(0));
}
