import { Parser } from "htmlparser2";
import { LIMITS } from "../limits.js";
import { refuse } from "../refuse.js";

/** An element of a page, as far as text is concerned. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (PageElement | string)[];
  /** How many Chinese characters stand inside, those of links apart. */
  chinese: number;
}

/** Elements that never hold the text of a document. */
const DROPPED = new Set(
  "script style noscript template svg canvas iframe object select textarea button nav footer aside".split(
    " ",
  ),
);

/** After these the parser reads characters alone, and must go on with that. */
const RAW = new Set("script style iframe title textarea xmp plaintext noembed noframes".split(" "));

/**
 * Reads a page into a tree, forgiving as browsers are. Deeper than the limit everything becomes a child of the last
 * level, and beyond the number of elements only text is kept: strange pages are read worse, and hardly ever refused.
 */
export function parsePage(source: string): PageElement {
  const root = element("html", {});
  let count = 0;
  const mayKeep = (): boolean => ++count < LIMITS.htmlElements;
  for (let rest = source; rest !== "";) rest = rest.slice(parseInto(root, rest, mayKeep));
  return root;
}

/**
 * Reads to the end, or to the tag with which more elements are open than a page has: for each of the next ones the parser
 * would go through all of them. Gives the number of UTF-16 units that were read.
 */
function parseInto(root: PageElement, source: string, mayKeep: () => boolean): number {
  const open = [root];
  const unmatched: boolean[] = [];
  let dropped = 0;
  let attributes = 0;
  let isFull = false;
  const parser = new Parser(
    {
      onopentag: (tag, own) => {
        if (dropped > 0 || DROPPED.has(tag)) dropped++;
        const keep = dropped === 0 && open.length < LIMITS.htmlDepth && mayKeep();
        unmatched.push(keep);
        if (keep) {
          const made = element(tag, own);
          open.at(-1)?.children.push(made);
          open.push(made);
        }
        isFull = unmatched.length >= LIMITS.htmlOpen && !RAW.has(tag);
        if (isFull) parser.pause();
      },
      // Before it opens: an element of a million attributes would take minutes to be put together.
      onopentagname: () => void (attributes = 0),
      onattribute: () => {
        if (++attributes > LIMITS.htmlAttributes)
          refuse("xml-too-large", { part: "html", limit: LIMITS.htmlAttributes });
      },
      onclosetag: () => {
        if (dropped > 0) dropped--;
        if (unmatched.pop()) close(open);
      },
      ontext: (text) => {
        if (dropped > 0) return;
        const holder = open.at(-1) ?? root;
        holder.children.push(text);
        if (holder.tag !== "a") holder.chinese += countChinese(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  const read = isFull ? parser.endIndex + 1 : source.length;
  if (!isFull) parser.end();
  while (open.length > 1) close(open);
  return read;
}

function element(tag: string, attributes: Record<string, string>): PageElement {
  return { tag, attributes, children: [], chinese: 0 };
}

function close(open: PageElement[]): void {
  const closed = open.pop();
  const parent = open.at(-1);
  if (closed && parent && closed.tag !== "a") parent.chinese += closed.chinese;
}

function countChinese(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
  }
  return count;
}

export function pageElements(parent: PageElement): PageElement[] {
  return parent.children.filter((child) => typeof child !== "string");
}

export function pageText(parent: PageElement): string {
  return parent.children.map((child) => (typeof child === "string" ? child : pageText(child))).join("");
}
