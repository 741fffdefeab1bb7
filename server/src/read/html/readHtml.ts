import type { ReadNote } from "../model.js";
import { refuse } from "../refuse.js";
import { linesOf } from "./lines.js";
import { pageElements, pageText, parsePage, type PageElement } from "./tree.js";

export interface PageText {
  readonly text: string;
  readonly notes: readonly ReadNote[];
}

/**
 * The document in a saved page: the innermost element that still holds nearly all of the page's Chinese text
 * outside links, under the page's title where the title stands elsewhere.
 */
export function readHtml(source: string): PageText {
  const page = parsePage(source);
  const lines = linesOf(mainContent(page));
  if (lines.length === 0) refuse("html-empty");
  const title = titleOf(page);
  const opening = squeeze(lines.slice(0, 12).join(""));
  if (title === undefined || opening.includes(squeeze(title))) return { text: lines.join("\n"), notes: [] };
  return { text: [title, ...lines].join("\n"), notes: [{ code: "title-from-page", count: 1 }] };
}

/** How much of the text a child must hold for the search to go into it. */
const MAIN_SHARE = 0.8;

function mainContent(page: PageElement): PageElement {
  let at = page;
  for (;;) {
    const next = pageElements(at).find(
      (child) => child.chinese > 0 && child.chinese >= at.chinese * MAIN_SHARE,
    );
    if (!next || INLINE_OR_PARAGRAPH.has(next.tag)) return at;
    at = next;
  }
}

/** A page of one paragraph is not its paragraph: the search stops above these. */
const INLINE_OR_PARAGRAPH = new Set(
  "p span font b strong em i u a h1 h2 h3 h4 tr td th tbody table li".split(" "),
);

/** The title as government pages state it for machines, else the only h1, else the window's title without the site. */
function titleOf(page: PageElement): string | undefined {
  const all = flatten(page);
  const stated = all.find(
    (each) => each.tag === "meta" && /^ArticleTitle$/i.test(each.attributes["name"] ?? ""),
  );
  const headings = all.filter((each) => each.tag === "h1").map((each) => pageText(each).trim());
  const windowTitle = all.find((each) => each.tag === "title");
  const candidates = [
    stated?.attributes["content"],
    headings.length === 1 ? headings[0] : undefined,
    windowTitle && pageText(windowTitle).split(/[-_|–—]/)[0],
  ];
  const title = candidates.find((each) => each !== undefined && squeeze(each) !== "");
  return title === undefined || !/[\u4e00-\u9fff]/.test(title)
    ? undefined
    : title.trim().replace(/\s+/g, " ");
}

function flatten(page: PageElement): PageElement[] {
  const all: PageElement[] = [];
  const waiting = [page];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    for (const below of pageElements(next).reverse()) waiting.push(below);
  }
  return all;
}

function squeeze(text: string): string {
  return text.replace(/\s/g, "");
}
