import { LIMITS } from "../limits.js";
import type { ReadNoteCode, ReadSuccess } from "../model.js";
import { refuse } from "../refuse.js";
import { createFieldState } from "../word/fields.js";
import { numberBefore } from "../word/gap.js";
import { openWordFile, type WordFile } from "./fib.js";
import { readRuns, runAt } from "./formattedPages.js";
import { readLine, readMark, type Walk } from "./line.js";
import { createNumbering, type Numbering } from "./listings.js";
import { readMarks } from "./marks.js";
import { createPropertyReader, PARAGRAPH_PAGES, type ParagraphProperties } from "./paragraphs.js";
import { readPieces, type Piece } from "./pieces.js";
import { createRows, type Rows } from "./rows.js";

export type DocText = Pick<ReadSuccess, "text" | "notes">;

/**
 * The text of a Word 97–2003 file as Word shows it: numbers resolved, changes accepted. (The walk is our own: the
 * libraries for this format give the bare text, without the numbers and with every dash and quotation mark replaced.)
 */
export function readDoc(bytes: Uint8Array): DocText {
  if (bytes.length > LIMITS.docBytes) refuse("too-large", { size: bytes.length, limit: LIMITS.docBytes });
  const file = openWordFile(bytes);
  const pieces = readPieces(file);
  const text = pieces.map((piece) => piece.text).join("");
  const counts = new Map<ReadNoteCode, number>();
  const walk: Walk = {
    text,
    marks: readMarks(file, pieces),
    fields: createFieldState(() =>
      text.split("\x13").length === text.split("\x15").length ? "balanced" : "unbalanced",
    ),
    note: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
    nextMark: 0,
  };
  const body: Body = { walk, rows: createRows(), numbering: createNumbering(file), carried: "" };
  for (const paragraph of paragraphsOf(file, pieces)) readParagraph(paragraph, body);
  if (body.carried !== "") body.rows.add(body.carried, 0, undefined);
  for (let left = text.match(NUMBERING_FIELDS)?.length ?? 0; left > 0; left--)
    walk.note("doc-numbers-missing");
  return {
    text: body.rows.lines().join("\n"),
    notes: [...counts].map(([code, count]) => ({ code, count })),
  };
}

/** Fields that show a number which stands nowhere in the file: an older way than lists. */
const NUMBERING_FIELDS = /\x13 ?(?:AUTONUM|LISTNUM)/gi;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Its last character, shown only where it is no mark. */
  readonly last: string;
  /** Undefined where the file does not say how it is formatted. */
  readonly properties: ParagraphProperties | undefined;
}

/** Paragraphs end with a mark, a cell with its own, and a section with a page break that ends its formatting, too. */
function* paragraphsOf(file: WordFile, pieces: readonly Piece[]): Generator<Paragraph> {
  const runs = readRuns(file, PARAGRAPH_PAGES);
  const read = createPropertyReader(file);
  let start = 0;
  let count = 0;
  for (const [i, piece] of pieces.entries()) {
    // The last paragraph of a file that was cut off has no mark.
    for (const { 0: last, index } of piece.text.matchAll(
      i === pieces.length - 1 ? /[\r\x07\f]|[^]$/g : /[\r\x07\f]/g,
    )) {
      const at = piece.at + index * piece.width;
      const run = runAt(runs, at);
      if (last === "\f" && run?.end !== at + piece.width) continue;
      if (++count > LIMITS.docParagraphs)
        refuse("xml-too-large", { part: "WordDocument", limit: LIMITS.docParagraphs });
      const end = piece.start + index + 1;
      yield { start, end, last, properties: run && read(run, piece.changes) };
      start = end;
    }
  }
}

const MARKS = new Set(["\r", "\x07", "\f"]);

interface Body {
  readonly walk: Walk;
  readonly rows: Rows;
  readonly numbering: Numbering;
  /** Text whose paragraph mark was deleted, and which the next paragraph takes over. */
  carried: string;
}

function readParagraph({ start, end, last, properties }: Paragraph, body: Body): void {
  const { walk, rows } = body;
  const startsInContents = walk.fields.isInContents();
  const text = body.carried + readLine(walk, start, MARKS.has(last) ? end - 1 : end);
  const mark = readMark(walk, end - 1);
  walk.fields.endParagraph();
  body.carried = last === "\r" && mark === "deleted" ? text : "";
  if (last === "\r" && mark === "deleted") return;
  const inContents = text === "" && (startsInContents || walk.fields.isInContents());
  if (inContents) walk.note("contents-left-out");
  const closes = properties?.closes ?? (last === "\x07" ? "cell" : undefined);
  const depth = properties?.depth ?? 0;
  const line = inContents || closes === "row" ? undefined : numbered(text, properties, body);
  rows.add(line, closes === undefined ? depth : Math.max(1, depth), closes);
}

/** A paragraph whose formatting is lost may have had a number; nobody can tell. */
function numbered(
  text: string,
  properties: ParagraphProperties | undefined,
  { walk, numbering }: Body,
): string {
  const number = properties ? numbering(properties) : "missing";
  if (number === "missing") walk.note("doc-numbers-missing");
  if (number === "missing" || !number) return text;
  walk.note("numbers-resolved");
  return numberBefore(text, number) + text;
}
