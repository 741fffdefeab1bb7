import { child, elements, isOn, type XmlElement } from "../xml.js";
import { numberBefore } from "../word/gap.js";
import { readInline } from "./inline.js";
import { listingOf } from "./numbering.js";
import { joinPieces, mapCharacters, prepend, type Piece } from "./pieces.js";
import type { Walk } from "./walk.js";

/**
 * The lines of a body, a cell or a text box, in order. (The walk is our own, on the parsed XML: mammoth, the usual
 * library, drops automatic numbers, text boxes and the places of comments, which are what a checker needs most,
 * and putting the numbers back first would mean parsing and writing the same XML twice.)
 */
export function readBlocks(parent: XmlElement, walk: Walk): Piece[] {
  const lines: Piece[] = [];
  finish(lines, readInto(lines, [], { parent, walk }));
  return lines;
}

/** What has no paragraph mark of its own is a line where no paragraph takes it over. */
function finish(lines: Piece[], carried: readonly Piece[]): void {
  const left = joinPieces(carried, "");
  if (left.text !== "") lines.push(left);
}

interface Source {
  readonly parent: XmlElement;
  readonly walk: Walk;
}

/** Appends the lines; `carried` is text whose paragraph marks were deleted, and which the next paragraph takes over. */
function readInto(lines: Piece[], carried: Piece[], { parent, walk }: Source): Piece[] {
  let left = carried;
  for (const block of elements(parent)) {
    switch (block.name) {
      case "w:p":
        left = readParagraph(block, left, { lines, walk });
        break;
      case "w:tbl":
        finish(lines, left);
        left = [];
        for (const line of readTable(block, walk)) lines.push(line);
        break;
      case "w:sdt":
        if (isContentsControl(block)) walk.note("contents-left-out");
        else for (const content of wrapped(block)) left = readInto(lines, left, { parent: content, walk });
        break;
      case "w:customXml":
      case "w:ins":
      case "w:moveTo":
        left = readInto(lines, left, { parent: block, walk });
        break;
      case "w:altChunk":
        walk.note("embedded-skipped");
        break;
      case "mc:AlternateContent":
        left = readInto(lines, left, { parent: elements(block)[0] ?? block, walk });
        break;
    }
  }
  return left;
}

function wrapped(control: XmlElement): XmlElement[] {
  return elements(control).filter((each) => each.name === "w:sdtContent");
}

function isContentsControl(control: XmlElement): boolean {
  const gallery = child(child(child(control, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return gallery?.attributes["w:val"] === "Table of Contents";
}

/** Reads one paragraph and gives what has to be carried to the next: nothing, unless its mark was deleted. */
function readParagraph(
  paragraph: XmlElement,
  carried: Piece[],
  out: { lines: Piece[]; walk: Walk },
): Piece[] {
  const { lines, walk } = out;
  const properties = child(paragraph, "w:pPr");
  const startsInContents = walk.fields.isInContents();
  const { piece, boxes } = readInline(paragraph, walk);
  const boxLines = boxes.flatMap((box) => readBlocks(box, walk));
  if (isMarkDeleted(properties)) {
    for (const line of boxLines) lines.push(line);
    carried.push(piece);
    return carried;
  }
  const whole = joinPieces([...carried, piece], "");
  if (whole.text === "" && (startsInContents || walk.fields.isInContents())) {
    walk.note("contents-left-out");
    return [];
  }
  const number = walk.numberer(listingOf(properties));
  if (number) walk.note("numbers-resolved");
  lines.push(number ? prepend(numberBefore(whole.text, number), whole) : whole);
  for (const line of boxLines) lines.push(line);
  return [];
}

function isMarkDeleted(properties: XmlElement | undefined): boolean {
  const markProperties = child(properties, "w:rPr");
  return isOn(markProperties, "w:del") || isOn(markProperties, "w:moveFrom");
}

/** Each row becomes a line, its cells parted by tabs; a row of one cell is a frame around ordinary paragraphs. */
function readTable(table: XmlElement, walk: Walk): Piece[] {
  return rowsOf(table).flatMap((row) => {
    if (isOn(child(row, "w:trPr"), "w:del")) {
      walk.note("deletions-dropped");
      return [];
    }
    const cells = cellsOf(row).map((cell) => readBlocks(cell, walk));
    const [only] = cells;
    if (cells.length === 1 && only) return only;
    return [joinPieces(cells.map(flatten), "\t")];
  });
}

function rowsOf(parent: XmlElement): XmlElement[] {
  return within(parent, "w:tr");
}

function cellsOf(row: XmlElement): XmlElement[] {
  return within(row, "w:tc");
}

/** Rows of a table, cells of a row: directly inside, or inside the wrappers that Word may put around them. */
function within(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return WRAPPERS.has(each.name) ? within(each, name) : [];
  });
}

const WRAPPERS = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"]);

function flatten(lines: readonly Piece[]): Piece {
  const filled = lines.filter((line) => line.text !== "" || line.marks.length > 0);
  return mapCharacters(joinPieces(filled, " "), (text) => text.replace(/[\t\n]/g, " "));
}
