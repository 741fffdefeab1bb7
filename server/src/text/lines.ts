import { isAnySpace } from "./characters.js";
import type { Span } from "./span.js";

/**
 * The start offset of every line of a text, in UTF-16 units. Lines end at LF, CRLF or a lone CR, as in LSP; the
 * terminator belongs to the line that it ends.
 */
export type LineStarts = Readonly<Int32Array>;

export function lineStarts(text: string): LineStarts {
  const starts = createStarts(text.length);
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.add(at + 1);
    return starts.all();
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.add(i + 1);
  }
  return starts.all();
}

/** A line of these drafts is rarely shorter. */
const SHORT_LINE = 32;

/** A list that begins about as large as it becomes: one that grows with every line is copied again and again. */
function createStarts(characters: number): { add(start: number): void; all(): LineStarts } {
  let starts = new Int32Array(8 + Math.floor(characters / SHORT_LINE));
  let count = 1;
  return {
    add(start) {
      if (count === starts.length) {
        const wider = new Int32Array(count * 2);
        wider.set(starts);
        starts = wider;
      }
      starts[count++] = start;
    },
    all: () => starts.slice(0, count),
  };
}

/** The index of the line that holds `offset`. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A zero-based line and a column in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

export function lineColumn(starts: LineStarts, offset: number): LineColumn {
  const line = lineAt(starts, offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** The span of line `index` without its terminator. */
export function lineSpan(text: string, starts: LineStarts, index: number): Span {
  const start = starts[index] ?? text.length;
  let end = starts[index + 1] ?? text.length;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end };
}

/** The code of the first character of a line that is no white space; 0 where there is none. */
export function headOfLine(text: string, starts: LineStarts, index: number): number {
  const end = starts[index + 1] ?? text.length;
  for (let at = starts[index] ?? end; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isAnySpace(code)) return code;
  }
  return 0;
}

/** The line ending that a text uses (the first one found), for text that is inserted into it. */
export function lineEnding(text: string): "\n" | "\r\n" {
  const at = text.indexOf("\n");
  return at > 0 && text.charCodeAt(at - 1) === 13 ? "\r\n" : "\n";
}
