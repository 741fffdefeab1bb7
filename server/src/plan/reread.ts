import { changeBetween } from "../text/change.js";
import { type LineStarts, lineAt, lineSpan, lineStarts } from "../text/lines.js";
import { detached } from "../text/detached.js";
import type { Reread } from "./changedLines.js";
import { markerPool } from "./markerPool.js";
import { holdsOf } from "./holds.js";
import type { Holds, Paragraph } from "./model.js";
import { readParagraph } from "./paragraph.js";

/** A text cut into its lines, each read as a paragraph. */
export interface Reading {
  readonly text: string;
  readonly starts: LineStarts;
  readonly paragraphs: readonly Paragraph[];
  readonly holds: Holds;
  /** How it was come to from another, where it was. */
  readonly from?: Reread | undefined;
}

export function read(text: string): Reading {
  const starts = lineStarts(text);
  const paragraphs: Paragraph[] = [];
  const holds = new Uint8Array(starts.length);
  const markers = markerPool();
  for (let i = 0; i < starts.length; i++) {
    const { start, end } = lineSpan(text, starts, i);
    const paragraph = readParagraph(text.slice(start, end), markers);
    paragraphs.push(paragraph);
    holds[i] = holdsOf(paragraph);
  }
  return { text, starts, paragraphs, holds };
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
  const middle = lineStarts(text.slice(from, to));
  // A stretch that ends in a line break has counted the line that begins behind it.
  const behind = first + middle.length - (last + 1 < previous.starts.length ? 1 : 0);
  const starts = new Int32Array(behind + previous.starts.length - (last + 1));
  starts.set(previous.starts.subarray(0, first));
  for (let i = first; i < behind; i++) starts[i] = from + (middle[i - first] ?? 0);
  for (let i = behind, before = last + 1; i < starts.length; i++, before++)
    starts[i] = (previous.starts[before] ?? 0) + shift;
  const known = paragraphsByText(previous.paragraphs, first, last + 1);
  const paragraphs = previous.paragraphs.slice(0, first);
  for (let i = first; i < behind; i++) {
    const { start, end } = lineSpan(text, starts, i);
    // Most edits far apart leave the lines between them in their places.
    const there = previous.paragraphs[i];
    const isThere = there?.text.length === end - start && text.startsWith(there.text, start);
    if (isThere) paragraphs.push(there);
    else {
      const line = text.slice(start, end);
      paragraphs.push(known(line) ?? readParagraph(detached(line)));
    }
  }
  const holds = new Uint8Array(starts.length);
  holds.set(previous.holds.subarray(0, first));
  for (let i = first; i < behind; i++) holds[i] = holdsOf(paragraphs[i] as Paragraph);
  holds.set(previous.holds.subarray(last + 1), behind);
  const lines = { first, before: last + 1, after: behind };
  return {
    text,
    starts,
    paragraphs: paragraphs.concat(previous.paragraphs.slice(last + 1)),
    holds,
    from: { paragraphs: previous.paragraphs, change, lines },
  };
}

/** Where but one line in so many has changed its words, reading those anew costs less than sorting all that were there. */
const FEW = 32;

/** Looks for a paragraph among some, which are sorted in when it is asked for more than a few. */
function paragraphsByText(
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
): (text: string) => Paragraph | undefined {
  let known: Map<string, Paragraph> | undefined;
  let few = Math.floor((to - from) / FEW);
  return (text) => {
    if (few-- > 0) return undefined;
    known ??= new Map(paragraphs.slice(from, to).map((paragraph) => [paragraph.text, paragraph]));
    return known.get(text);
  };
}
