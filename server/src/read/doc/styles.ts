import type { ParagraphStyles, StyleNumbering } from "../word/styleNumbering.js";
import type { Bytes, Stretch } from "./bytes.js";
import { PARTS, type WordFile } from "./fib.js";
import { listName } from "./paragraphs.js";
import { SPRM, sprmsOf } from "./sprms.js";

/** What the paragraph styles say about lists, by their places in the style sheet (MS-DOC 2.9.271). */
export function readStyles(file: WordFile): ParagraphStyles {
  const { table } = file;
  const { at, length } = file.part(PARTS.styles);
  const end = at + length;
  const header = table.u16(at);
  const count = header < 4 ? 0 : table.u16(at + 2);
  const fixed = table.u16(at + 4);
  const paragraph = new Map<string, StyleNumbering>();
  let next = at + 2 + header;
  for (let i = 0; i < count && next + 2 <= end; i++) {
    const size = table.u16(next);
    const style = readStyle(table, { at: next + 2, length: Math.min(size, end - next - 2) }, fixed);
    if (style) paragraph.set(String(i), style);
    next += 2 + size + (size & 1);
  }
  return { paragraph, standard: "0" };
}

const PARAGRAPH_STYLE = 1;
const NO_STYLE = 0x0fff;

function readStyle(table: Bytes, { at, length }: Stretch, fixed: number): StyleNumbering | undefined {
  const kind = table.u16(at + 2);
  if (length < fixed || (kind & 0x0f) !== PARAGRAPH_STYLE) return undefined;
  const base = kind >> 4;
  // A name, with its length before and a zero behind it; then the length of the properties, the style itself, and they.
  const properties = at + fixed + 2 * table.u16(at + fixed) + 4;
  const size = Math.min(table.u16(properties), at + length - properties - 2);
  let numId: string | undefined;
  let level: number | undefined;
  for (const { code, value } of sprmsOf(table, { at: properties + 4, length: Math.max(0, size - 2) })) {
    if (code === SPRM.list) numId = listName(value);
    else if (code === SPRM.level) level = value;
  }
  return { basedOn: base === NO_STYLE ? undefined : String(base), numId, level };
}
