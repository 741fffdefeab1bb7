import type { Span } from "./span.js";

/**
 * The start offset of every line of a text, in UTF-16 units. Lines end at LF, CRLF or a lone CR, as in LSP; the
 * terminator belongs to the line that it ends.
 */
export type LineStarts = readonly number[];

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
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

/** The line ending that a text uses (the first one found), for text that is inserted into it. */
export function lineEnding(text: string): "\n" | "\r\n" {
  const at = text.indexOf("\n");
  return at > 0 && text.charCodeAt(at - 1) === 13 ? "\r\n" : "\n";
}
