import { changeBetween } from "../text/change.js";
import { type LineStarts, lineAt, lineSpan, lineStarts } from "../text/lines.js";
import { detached } from "../text/detached.js";
import type { Paragraph } from "./model.js";
import { readParagraph } from "./paragraph.js";

/** A text cut into its lines, each read as a paragraph. */
export interface Reading {
  readonly text: string;
  readonly starts: LineStarts;
  readonly paragraphs: readonly Paragraph[];
}

export function read(text: string): Reading {
  const starts = lineStarts(text);
  return { text, starts, paragraphs: starts.map((_, i) => paragraphAt(text, starts, i)) };
}

function paragraphAt(text: string, starts: LineStarts, index: number): Paragraph {
  const { start, end } = lineSpan(text, starts, index);
  return readParagraph(text.slice(start, end));
}

/**
 * The reading of a text from that of the text before an edit: lines that the edit left alone are not cut, compared or
 * read again; their paragraphs are the same objects.
 */
export function reread(text: string, previous: Reading): Reading {
  if (text === previous.text) return previous;
  const change = changeBetween(previous.text, text);
  // One character more on both sides, so that a CR and the LF behind it are cut together.
  const first = lineAt(previous.starts, Math.max(0, change.start - 1));
  const last = lineAt(previous.starts, Math.min(previous.text.length, change.before + 1));
  const from = previous.starts[first] ?? 0;
  const shift = change.after - change.before;
  const to = (previous.starts[last + 1] ?? previous.text.length) + shift;
  const middle = lineStarts(text.slice(from, to)).map((start) => start + from);
  // A stretch that ends in a line break has counted the line that begins behind it.
  if (last + 1 < previous.starts.length) middle.pop();
  const starts = previous.starts.slice(0, first).concat(middle);
  const behind = starts.length;
  for (let i = last + 1; i < previous.starts.length; i++) starts.push((previous.starts[i] ?? 0) + shift);
  const known = new Map<string, Paragraph>();
  for (const paragraph of previous.paragraphs.slice(first, last + 1)) known.set(paragraph.text, paragraph);
  const paragraphs = previous.paragraphs.slice(0, first);
  for (let i = first; i < behind; i++) {
    const { start, end } = lineSpan(text, starts, i);
    const line = text.slice(start, end);
    paragraphs.push(known.get(line) ?? readParagraph(detached(line)));
  }
  return { text, starts, paragraphs: paragraphs.concat(previous.paragraphs.slice(last + 1)) };
}
