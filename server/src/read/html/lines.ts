import { pageElements, type PageElement } from "./tree.js";

/** The lines of a page's element: blocks part lines, rows of tables become lines, cells are parted by tabs. */
export function linesOf(element: PageElement): string[] {
  const page: Page = { lines: [], current: [] };
  visit(element, page);
  breakLine(page);
  return page.lines;
}

interface Page {
  readonly lines: string[];
  current: string[];
}

const BLOCKS = new Set(
  (
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header " +
    "hr html li main ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const SILENT = new Set("head title meta link img input".split(" "));

function visit(element: PageElement, page: Page): void {
  if (SILENT.has(element.tag) || isHidden(element)) return;
  if (element.tag === "br") return breakLine(page);
  if (element.tag === "table" && isDataTable(element)) return visitTable(element, page);
  const isBlock = BLOCKS.has(element.tag);
  if (isBlock) breakLine(page);
  for (const child of element.children) {
    if (typeof child === "string") page.current.push(child);
    else visit(child, page);
  }
  if (isBlock) breakLine(page);
}

function isHidden(element: PageElement): boolean {
  return (
    "hidden" in element.attributes || /display\s{0,9}:\s{0,9}none/i.test(element.attributes["style"] ?? "")
  );
}

/** Source line breaks are blanks, blanks beside Chinese characters are nothing, U+3000 and no-break blanks indent. */
function breakLine(page: Page): void {
  const text = page.current
    .join("")
    .replace(/[ \t\r\n\f]+/g, " ")
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\u2e80-\u9fff\uff00-\uffef])/g, "")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replaceAll("\u00a0", " ")
    .trim();
  page.current = [];
  if (text !== "") page.lines.push(text);
}

/** A table that only frames the page has one cell a row, or cells with paragraphs of their own. */
function isDataTable(table: PageElement): boolean {
  const rows = descendants(table, "tr");
  return rows.some((row) => cells(row).length > 1) && rows.every((row) => cells(row).every(isShort));
}

function isShort(cell: PageElement): boolean {
  return descendants(cell, "table").length === 0 && cell.chinese < 1000;
}

function visitTable(table: PageElement, page: Page): void {
  breakLine(page);
  for (const row of descendants(table, "tr")) {
    const texts = cells(row).map((cell) => linesOf({ ...cell, tag: "div" }).join(" "));
    if (texts.some((text) => text !== "")) page.lines.push(texts.join("\t"));
  }
}

function cells(row: PageElement): PageElement[] {
  return pageElements(row).filter((each) => each.tag === "td" || each.tag === "th");
}

/** The elements of a tag inside another, those inside a further table left to that table. */
function descendants(parent: PageElement, tag: string): PageElement[] {
  return pageElements(parent).flatMap((each) => {
    if (each.tag === tag) return [each];
    return each.tag === "table" ? [] : descendants(each, tag);
  });
}
