import type { ParagraphListing } from "../word/counters.js";
import { within } from "./bytes.js";
import { PARTS, type WordFile } from "./fib.js";
import type { PageKind, Run } from "./formattedPages.js";
import type { Closes } from "./rows.js";
import { SPRM, sprmsOf, type Sprm } from "./sprms.js";

export interface ParagraphProperties extends ParagraphListing {
  readonly style: string;
  /** How many tables deep it stands. */
  readonly depth: number;
  /** What it closes of a table within a table, or the outermost row; an outermost cell is closed by its last character. */
  readonly closes: Closes;
}

/** PAPX: a length in words, or 0 and then the length; the style; property modifiers. */
export const PARAGRAPH_PAGES: PageKind = {
  part: PARTS.paragraphs,
  entrySize: 13,
  locate: ({ main }, at) => {
    const words = main.u8(at);
    const stretch =
      words > 0 ? { at: at + 1, length: 2 * words - 1 } : { at: at + 2, length: 2 * main.u8(at + 1) };
    return within(main, stretch);
  },
};

/** Properties too long for a page stand in the data stream; of all of them together no more than this is read. */
const ELSEWHERE = new Set([0x6645, 0x6646]);
const ELSEWHERE_BYTES = 16 * 1024 * 1024;

/** The properties of a run's paragraphs; `changes` are those of the piece that they stand in. */
export type PropertyReader = (run: Run, changes: readonly Sprm[]) => ParagraphProperties;

export function createPropertyReader({ main, data }: WordFile): PropertyReader {
  let left = ELSEWHERE_BYTES;
  const expand = (sprm: Sprm): Sprm[] => {
    if (!ELSEWHERE.has(sprm.code)) return [sprm];
    const stretch = within(data, { at: sprm.value + 2, length: data.u16(sprm.value) });
    left -= stretch.length;
    return left < 0 ? [] : sprmsOf(data, stretch);
  };
  const read = ({ properties: { at, length } }: Run, changes: readonly Sprm[]): ParagraphProperties => {
    const state: State = { style: length < 2 ? 0 : main.u16(at), depth: 0 };
    const own = sprmsOf(main, { at: at + 2, length: Math.max(0, length - 2) });
    for (const sprm of own.flatMap(expand)) apply(sprm, state);
    for (const sprm of changes) apply(sprm, state);
    return propertiesOf(state);
  };
  let last: { run: Run; changes: readonly Sprm[]; properties: ParagraphProperties } | undefined;
  return (run, changes) => {
    if (last?.run !== run || last.changes !== changes)
      last = { run, changes, properties: read(run, changes) };
    return last.properties;
  };
}

interface State {
  style: number;
  list?: number;
  level?: number;
  depth: number;
  closes?: Closes;
}

function apply({ code, value }: Sprm, state: State): void {
  if (code === SPRM.style) state.style = value;
  else if (code === SPRM.level) state.level = value;
  else if (code === SPRM.list) state.list = value;
  else if (code === SPRM.inTable) state.depth = Math.max(state.depth, value & 1);
  else if (code === SPRM.tableDepth) state.depth = value;
  else if (value !== 1) return;
  else if (code === SPRM.innerCellEnd) state.closes = "cell";
  else if (code === SPRM.rowEnd || code === SPRM.innerRowEnd) state.closes = "row";
}

function propertiesOf({ style, list, level, depth, closes }: State): ParagraphProperties {
  return {
    style: String(style),
    numId: list === undefined ? undefined : listName(list),
    level,
    depth,
    closes,
  };
}

/** Lists are named by their places from 1 on; whatever is not among them takes the paragraph out of its list. */
export function listName(place: number): string {
  return place >= 1 && place <= 0x07fe ? String(place) : "0";
}
