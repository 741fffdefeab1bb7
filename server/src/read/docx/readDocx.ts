import type { Comment, Footnote, ReadHost, ReadNote, ReadNoteCode } from "../model.js";
import { child, childrenNamed, type XmlElement } from "../xml.js";
import { createNumberer } from "../word/counters.js";
import { createFieldState } from "../word/fields.js";
import { createStyleLookup } from "../word/styleNumbering.js";
import { readBlocks } from "./blocks.js";
import { readLists } from "./numbering.js";
import { openDocx, type DocxParts } from "./parts.js";
import { joinPieces, type Piece } from "./pieces.js";
import { readStyles } from "./styles.js";
import { fieldsBalance, type Walk } from "./walk.js";

export interface DocxText {
  readonly text: string;
  readonly notes: readonly ReadNote[];
  readonly comments: readonly Comment[];
  readonly footnotes: readonly Footnote[];
}

/** The text of a .docx as Word shows it: numbers resolved, changes accepted; what stands beside the text apart. */
export function readDocx(bytes: Uint8Array, host: ReadHost = {}): DocxText {
  const parts = openDocx(bytes, host);
  const counts = new Map<ReadNoteCode, number>();
  const whole = readWhole(parts, {
    note: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
  });
  return {
    text: whole.text,
    notes: [...counts].map(([code, count]) => ({ code, count })),
    comments: readComments(parts.comments, whole),
    footnotes: readFootnotes(parts, whole),
  };
}

/** The text of the body, lines parted by line ends. */
export function readWhole(parts: DocxParts, told: Pick<Walk, "note" | "origin">): Piece {
  const body = child(parts.document, "w:body") ?? parts.document;
  const styles = readStyles(parts.styles);
  const lines = readBlocks(body, {
    numberer: createNumberer(readLists(parts.numbering, styles), createStyleLookup(styles)),
    fields: createFieldState(() => fieldsBalance(body)),
    note: told.note,
    origin: told.origin,
  });
  return joinPieces(lines, "\n");
}

/** The text of a comment or a footnote: paragraphs one a line, without numbers of their own. */
function plainText(element: XmlElement): string {
  const lines = readBlocks(element, {
    numberer: () => undefined,
    fields: createFieldState(() => fieldsBalance(element)),
    note: () => undefined,
  });
  return joinPieces(lines, "\n").text.trim();
}

export function readComments(root: XmlElement | undefined, whole: Piece): Comment[] {
  const offsets = new Map(whole.marks.map((mark) => [`${mark.kind} ${mark.id}`, mark.offset]));
  return childrenNamed(root, "w:comment").map((element) => {
    const { "w:id": id = "", "w:author": author = "", "w:date": date } = element.attributes;
    const point = offsets.get(`comment ${id}`) ?? 0;
    const start = offsets.get(`comment-start ${id}`) ?? point;
    const end = Math.max(start, offsets.get(`comment-end ${id}`) ?? point);
    return { id, author, date, text: plainText(element), span: { start, end } };
  });
}

function readFootnotes(parts: DocxParts, whole: Piece): Footnote[] {
  const texts = new Map<string, string>();
  for (const [kind, root] of [
    ["footnote", parts.footnotes],
    ["endnote", parts.endnotes],
  ] as const) {
    for (const element of childrenNamed(root, `w:${kind}`)) {
      texts.set(`${kind} ${element.attributes["w:id"] ?? ""}`, plainText(element));
    }
  }
  return whole.marks.flatMap(({ kind, id, offset }) => {
    if (kind !== "footnote" && kind !== "endnote") return [];
    return [{ kind, text: texts.get(`${kind} ${id}`) ?? "", offset }];
  });
}
