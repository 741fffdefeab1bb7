import { child, childrenNamed, elements, isOn, textOf, type XmlElement } from "../xml.js";
import type { Mark, Piece } from "./pieces.js";
import { symbolOf } from "../word/symbols.js";
import type { Walk } from "./walk.js";

/** A paragraph's own text, and the text boxes that are anchored in it. */
export interface Inline {
  readonly piece: Piece;
  readonly boxes: readonly XmlElement[];
}

export function readInline(paragraph: XmlElement, walk: Walk): Inline {
  const line: Line = { walk, parts: [], length: 0, marks: [], boxes: [] };
  for (const each of elements(paragraph)) visit(each, line);
  walk.fields.endParagraph();
  return { piece: { text: line.parts.join(""), marks: line.marks }, boxes: line.boxes };
}

/** The line that is being put together. */
interface Line {
  readonly walk: Walk;
  readonly parts: string[];
  length: number;
  readonly marks: Mark[];
  readonly boxes: XmlElement[];
}

type Visitor = (element: XmlElement, line: Line) => void;

const into: Visitor = (element, line) => {
  for (const each of elements(element)) visit(each, line);
};

const mark =
  (kind: Mark["kind"]): Visitor =>
  (element, line) => {
    line.marks.push({ kind, id: element.attributes["w:id"] ?? "", offset: line.length });
  };

const literal =
  (text: string): Visitor =>
  (element, line) =>
    add(text, element, line);

/** Elements that mean something inside a paragraph; all others are formatting or bookkeeping. */
const VISITORS = new Map<string, Visitor>([
  ["w:r", visitRun],
  ["w:t", (element, line) => add(textOfRun(element), element, line)],
  ["m:t", (element, line) => add(textOf(element), element, line)],
  ["w:tab", literal("\t")],
  ["w:ptab", literal("\t")],
  ["w:br", visitBreak],
  ["w:cr", literal("\n")],
  ["w:noBreakHyphen", literal("-")],
  ["w:sym", (element, line) => add(symbolOf(element.attributes["w:char"] ?? ""), element, line)],
  ["w:fldChar", (element, line) => line.walk.fields.step(element.attributes["w:fldCharType"] ?? "")],
  ["w:instrText", (element, line) => line.walk.fields.instruct(textOf(element))],
  ["w:commentRangeStart", mark("comment-start")],
  ["w:commentRangeEnd", mark("comment-end")],
  ["w:commentReference", mark("comment")],
  ["w:footnoteReference", mark("footnote")],
  ["w:endnoteReference", mark("endnote")],
  ["w:ins", visitInserted],
  ["w:moveTo", into],
  ["w:del", (_, line) => line.walk.note("deletions-dropped")],
  ["w:moveFrom", () => undefined],
  ["w:hyperlink", into],
  ["w:smartTag", into],
  ["w:customXml", into],
  ["w:dir", into],
  ["w:bdo", into],
  ["w:fldSimple", into],
  ["w:sdt", (element, line) => childrenNamed(element, "w:sdtContent").forEach((each) => into(each, line))],
  ["w:ruby", (element, line) => childrenNamed(element, "w:rubyBase").forEach((each) => into(each, line))],
  ["m:oMathPara", into],
  ["m:oMath", visitMath],
  ["mc:AlternateContent", visitAlternatives],
  ["w:drawing", collectBoxes],
  ["w:pict", collectBoxes],
  ["w:object", collectBoxes],
]);

function visit(element: XmlElement, line: Line): void {
  VISITORS.get(element.name)?.(element, line);
}

function add(text: string, element: XmlElement, line: Line): void {
  if (!line.walk.fields.isShowing()) return;
  if (line.walk.origin && text !== "")
    line.marks.push({ kind: "text", id: line.walk.origin(element, text), offset: line.length });
  line.parts.push(text);
  line.length += text.length;
}

function visitRun(element: XmlElement, line: Line): void {
  if (!isOn(child(element, "w:rPr"), "w:vanish")) return into(element, line);
  // Hidden text is left out, but a field whose end is hidden still ends.
  line.walk.note("hidden-dropped");
  for (const each of childrenNamed(element, "w:fldChar")) visit(each, line);
}

function visitInserted(element: XmlElement, line: Line): void {
  line.walk.note("insertions-accepted");
  into(element, line);
}

/** A page break separates what stands on both sides of it, but makes no empty line at a paragraph's start. */
function visitBreak(element: XmlElement, line: Line): void {
  const type = element.attributes["w:type"];
  if (type === "page" || type === "column") {
    if (line.length > 0) add("\n", element, line);
  } else add("\n", element, line);
}

function visitMath(element: XmlElement, line: Line): void {
  for (const each of elements(element)) {
    if (VISITORS.has(each.name)) visit(each, line);
    else visitMath(each, line);
  }
}

/** The same content in several spellings: the first that holds any text is read, once. */
function visitAlternatives(element: XmlElement, line: Line): void {
  for (const choice of elements(element)) {
    const parts = line.parts.length;
    const boxes = line.boxes.length;
    into(choice, line);
    if (line.parts.length > parts || line.boxes.length > boxes) return;
  }
}

function collectBoxes(element: XmlElement, line: Line): void {
  for (const each of elements(element)) {
    if (each.name === "w:txbxContent") line.boxes.push(each);
    else if (each.name === "mc:AlternateContent") visitAlternatives(each, line);
    else collectBoxes(each, line);
  }
}

/** Blanks at the ends of a run count only where the file says so; full-width blanks always do. */
function textOfRun(element: XmlElement): string {
  const text = textOf(element);
  if (element.attributes["xml:space"] === "preserve") return text;
  let start = 0;
  let end = text.length;
  while (start < end && isXmlBlank(text.charCodeAt(start))) start++;
  while (end > start && isXmlBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isXmlBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
