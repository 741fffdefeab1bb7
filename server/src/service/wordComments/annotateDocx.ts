import { decodeText } from "../../read/decode.js";
import { encodeText } from "../../read/encode.js";
import { type DocxTrace, traceDocx } from "../../read/docx/traceDocx.js";
import type { ReadHost } from "../../read/model.js";
import { openZip } from "../../read/zip.js";
import { lineAt, lineSpan, lineStarts } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import { writeArchive } from "../../write/repack.js";
import { createAnchors } from "./anchors.js";
import { AUTHOR, createCommentPart, inXml } from "./commentPart.js";
import { createInsertions } from "./insertions.js";
import { namespaceOf } from "./names.js";

/** What is to be said of one place of a draft. */
export interface Remark {
  /** In the text of the draft. */
  readonly span: Span;
  /** Its paragraphs. */
  readonly lines: readonly string[];
}

export interface Annotation {
  /** The draft as it was checked: the text of the Word file, or one that has the same lines. */
  readonly text: string;
  readonly remarks: readonly Remark[];
  /** How a comment names the words that it is about, where it cannot stand at them. */
  readonly quote: (words: string) => string;
}

export interface Annotated {
  readonly bytes: Uint8Array;
  /** Remarks that found no paragraph to stand at. */
  readonly unplaced: readonly Remark[];
  /** How many stand there already, in the same words: a file that is annotated again does not say everything twice. */
  readonly known: number;
}

/**
 * A copy of a Word file with each remark as a comment (批注) at its words. The main part is only added to, all else in the
 * archive stays; the file reads as the same text as before, and the same remarks give the same bytes. Refuses what
 * reading the file would refuse.
 */
export async function annotateDocx(
  bytes: Uint8Array,
  { text, remarks, quote }: Annotation,
  host: ReadHost = {},
): Promise<Annotated> {
  const trace = traceDocx(bytes, host);
  const archive = openZip(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    const part = name.endsWith("/") ? undefined : archive.read(name);
    if (part) parts.set(name, part);
  }
  const read = (name: string): string | undefined => {
    const part = parts.get(name);
    return part && decodeText(part, host).text;
  };
  const names = namespaceOf(trace);
  const comments = createCommentPart({ ...trace.names, read, document: trace.document }, names);
  const insertions = createInsertions(trace, names);
  const anchorOf = createAnchors(trace);
  const place = placesIn(text, trace.text);
  const wordsOf = wordsIn(text);
  const isKnown = knownIn(trace);
  let known = 0;
  const unplaced = remarks.filter((remark) => {
    const span = place(remark.span);
    const anchor = anchorOf(span);
    if (!anchor) return true;
    const words = anchor.stands === "elsewhere" ? wordsOf(remark.span) : "";
    const lines = words === "" ? remark.lines : [...remark.lines, quote(words)];
    if (isKnown(lines, anchor.stands === "elsewhere" ? undefined : span)) known++;
    else insertions.add(anchor, comments.add(lines));
    return false;
  });
  if (unplaced.length + known < remarks.length) {
    const { encoding } = trace.source;
    parts.set(trace.names.main, encodeText(insertions.applied(), encoding).bytes);
    for (const [name, xml] of comments.parts()) {
      const was = parts.get(name);
      parts.set(name, encodeText(xml, was ? decodeText(was, host).encoding : "utf-8").bytes);
    }
  }
  return { bytes: await writeArchive(parts), unplaced, known };
}

/** Where a place of the draft is in the text of the Word file. Both have the same lines; how these end may differ. */
function placesIn(draft: string, written: string): (span: Span) => Span {
  if (draft === written) return (span) => span;
  const [from, to] = [lineStarts(draft), lineStarts(written)];
  const place = (offset: number): number => {
    const line = lineAt(from, offset);
    const { start, end } = lineSpan(written, to, line);
    return Math.min(end, start + offset - (from[line] ?? 0));
  };
  return ({ start, end }) => ({ start: place(start), end: place(end) });
}

/**
 * Whether a comment of ours says these words already, in the same line where they stand at their words. Each counts once:
 * a second slip of the same kind in one line is told as well.
 */
function knownIn({
  text,
  comments,
}: DocxTrace): (lines: readonly string[], span: Span | undefined) => boolean {
  const starts = lineStarts(text);
  const own = comments
    .filter(({ author }) => author === AUTHOR)
    .map((comment) => ({ text: comment.text, line: lineAt(starts, comment.span.start) }));
  return (lines, span) => {
    const words = lines.map(inXml).join("\n").trim();
    const line = span && lineAt(starts, span.start);
    const found = own.findIndex((one) => one.text === words && (line === undefined || one.line === line));
    if (found !== -1) own.splice(found, 1);
    return found !== -1;
  };
}

const LONGEST = 60;

/** The words of a place, or its line where it has none. */
function wordsIn(text: string): (span: Span) => string {
  const starts = lineStarts(text);
  return ({ start, end }) => {
    const line = lineSpan(text, starts, lineAt(starts, start));
    const own = text.slice(start, end).trim();
    const words = own === "" ? text.slice(line.start, line.end).trim() : own;
    const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
    return short.replace(/\s+/g, " ");
  };
}
