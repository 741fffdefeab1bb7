import { countPassing } from "../../text/bisect.js";
import type { Stretch } from "./bytes.js";
import type { WordFile } from "./fib.js";

/** Bytes of the main stream whose characters share their formatting, and where that is written (MS-DOC 2.9.74). */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** In the main stream; empty where nothing differs from the style. */
  readonly properties: Stretch;
}

/** How the pages of characters and those of paragraphs differ. */
export interface PageKind {
  readonly part: number;
  /** Bytes of an entry, the first of which says where in the page the properties are. */
  readonly entrySize: number;
  /** The properties that begin at an offset of the main stream. */
  readonly locate: (file: WordFile, at: number) => Stretch;
}

const PAGE = 512;

/** The runs in the order of the stream, none over another; pages that break that order are left out. */
export function readRuns(file: WordFile, { part, entrySize, locate }: PageKind): Run[] {
  const { main, table } = file;
  const { at, length } = file.part(part);
  const pages = Math.floor((length - 4) / 8);
  const runs: Run[] = [];
  let done = 0;
  for (let i = 0; i < Math.min(pages, main.length / PAGE); i++) {
    const page = (table.u32(at + 4 * (pages + 1) + 4 * i) & 0x3fffff) * PAGE;
    const count = page + PAGE <= main.length ? main.u8(page + PAGE - 1) : 0;
    for (let j = 0; j < count; j++) {
      const start = main.u32(page + 4 * j);
      const end = main.u32(page + 4 * (j + 1));
      if (start < done || end <= start) continue;
      const offset = 2 * main.u8(page + 4 * (count + 1) + entrySize * j);
      const properties = offset === 0 ? { at: 0, length: 0 } : locate(file, page + offset);
      runs.push({ start, end, properties });
      done = end;
    }
  }
  return runs;
}

/** The place of the first run that ends behind an offset, whether or not it covers it. */
export function firstEndingAfter(runs: readonly Run[], at: number): number {
  return countPassing(runs.length, (i) => (runs[i]?.end ?? 0) <= at);
}

export function runAt(runs: readonly Run[], at: number): Run | undefined {
  const run = runs[firstEndingAfter(runs, at)];
  return run && run.start <= at ? run : undefined;
}
