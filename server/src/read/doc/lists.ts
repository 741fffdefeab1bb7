import type { Level, List, Lists } from "../word/lists.js";
import type { Bytes } from "./bytes.js";
import { PARTS, type WordFile } from "./fib.js";
import { readSignFonts } from "./fonts.js";
import { formatName } from "./numberFormats.js";
import { SPRM, sprmsOf } from "./sprms.js";

/** The list instances of a document, named by their places from 1 on (MS-DOC 2.9.131, 2.9.147, 2.9.150). */
export function readLists(file: WordFile): Lists {
  const source: Source = { table: file.table, signFonts: readSignFonts(file) };
  const abstracts = readAbstractLists(file, source);
  const { table } = file;
  const { at, length } = file.part(PARTS.instances);
  const count = Math.min(table.u32(at), Math.floor((length - 4) / INSTANCE_SIZE));
  const lists = new Map<string, List>();
  let next = at + 4 + count * INSTANCE_SIZE;
  for (let i = 0; i < count; i++) {
    const instance = at + 4 + i * INSTANCE_SIZE;
    const abstractId = String(table.i32(instance));
    const overrides = readOverrides(source, next + 4, table.u8(instance + 12));
    next = overrides.end;
    const abstract = abstracts.get(abstractId);
    if (!abstract) continue;
    const levels = overrides.levels.size === 0 ? abstract : new Map([...abstract, ...overrides.levels]);
    lists.set(String(i + 1), { abstractId, levels, startOverrides: overrides.starts });
  }
  return lists;
}

interface Source {
  readonly table: Bytes;
  readonly signFonts: ReadonlySet<number>;
}

const ABSTRACT_SIZE = 28;
const INSTANCE_SIZE = 16;
const SIMPLE = 1;

/** All lists stand first, then the levels of all of them: nine each, or one where a list is simple. */
function readAbstractLists({ part }: WordFile, source: Source): Map<string, ReadonlyMap<number, Level>> {
  const { table } = source;
  const { at, length } = part(PARTS.lists);
  const count = length < 2 ? 0 : Math.min(table.u16(at), Math.floor((table.length - at) / ABSTRACT_SIZE));
  const lists = new Map<string, ReadonlyMap<number, Level>>();
  let next = at + 2 + count * ABSTRACT_SIZE;
  for (let i = 0; i < count; i++) {
    const list = at + 2 + i * ABSTRACT_SIZE;
    const levels = new Map<number, Level>();
    const depth = table.u8(list + 26) & SIMPLE ? 1 : 9;
    for (let index = 0; index < depth && next + LEVEL_SIZE < table.length; index++) {
      const { level, end } = readLevel(source, next);
      levels.set(index, { ...level, style: linkedStyle(table.u16(list + 8 + 2 * index)) });
      next = end;
    }
    lists.set(String(table.i32(list)), levels);
  }
  return lists;
}

function linkedStyle(style: number): string | undefined {
  return style === 0x0fff ? undefined : String(style);
}

interface Overrides {
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
  readonly end: number;
}

/** What an instance changes: the start of a level, or the whole level, whose own start counts then. */
function readOverrides(source: Source, at: number, count: number): Overrides {
  const { table } = source;
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  let next = at;
  for (let i = 0; i < count && next + 8 <= table.length; i++) {
    const start = table.i32(next);
    const flags = table.u8(next + 4);
    const index = flags & 0x0f;
    next += 8;
    const whole = flags & 0x20 ? readLevel(source, next) : undefined;
    if (whole) {
      levels.set(index, whole.level);
      next = whole.end;
    }
    if (flags & 0x10) starts.set(index, whole?.level.start ?? start);
  }
  return { levels, starts, end: next };
}

const LEVEL_SIZE = 28;
/** Characters of a number's text, as Word has it. */
const LONGEST_TEXT = 31;
const SUFFIXES = ["tab", "space", "nothing"] as const;

/** A level: its fixed part, the formatting of its paragraphs and its number, and the text of the number (LVL). */
function readLevel(
  { table, signFonts }: Source,
  at: number,
): { readonly level: Level; readonly end: number } {
  const flags = table.u8(at + 5);
  // The paragraph's formatting, the number's, and the text.
  const formatting = { at: at + LEVEL_SIZE + table.u8(at + 25), length: table.u8(at + 24) };
  const text = formatting.at + formatting.length;
  const font = sprmsOf(table, formatting).find(({ code }) => code === SPRM.font)?.value;
  const length = table.u16(text);
  return {
    level: {
      start: table.i32(at),
      format: formatName(table.u8(at + 4)),
      text: levelText(table, text + 2, Math.min(length, LONGEST_TEXT)),
      restart: flags & 0x08 ? table.u8(at + 26) : undefined,
      legal: (flags & 0x04) !== 0,
      suffix: SUFFIXES[table.u8(at + 15)] ?? "tab",
      inSigns: font !== undefined && signFonts.has(font),
      style: undefined,
    },
    end: text + 2 + 2 * length,
  };
}

/** The characters 0 to 8 stand for the number of a level; others below the blank mean nothing here. */
function levelText(table: Bytes, at: number, length: number): string {
  let text = "";
  for (let i = 0; i < length && at + 2 * i + 1 < table.length; i++) {
    const code = table.u16(at + 2 * i);
    if (code <= 8) text += `%${code + 1}`;
    else if (code >= 0x20 || code === 9) text += String.fromCharCode(code);
  }
  return text;
}
