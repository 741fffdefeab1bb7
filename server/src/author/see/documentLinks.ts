import type { PlanDocument } from "../../plan/model.js";
import type { Span } from "../../text/span.js";
import { plainTitle } from "./references.js";

/** A document of the folder that a text may name. `target` is the caller's own and is handed back as it is. */
export interface LinkedDocument {
  readonly title: string;
  /** With its extension, without its folder. */
  readonly fileName: string;
  readonly target: string;
}

export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
}

const TITLE = /《([^《》\n]{2,80})》/g;
const EXTENSION = /\.(?:plan|docx?|txt|md|pdf|wps|xlsx?|html?)(?![A-Za-z0-9])/gi;
/** No file's name is longer. */
const LONGEST = 90;

/** Titles in 《》 and names of files that belong to one of the documents, in reading order. */
export function documentLinks(plan: PlanDocument, documents: readonly LinkedDocument[]): DocumentLink[] {
  const byTitle = new Map(documents.map((one) => [plainTitle(one.title), one.target]));
  const byName = new Map(documents.map((one) => [one.fileName, one.target]));
  const links: DocumentLink[] = [];
  for (const match of plan.text.matchAll(TITLE)) {
    const target = byTitle.get(plainTitle(match[1] ?? ""));
    const start = match.index + 1;
    if (target !== undefined) links.push({ span: { start, end: start + (match[1]?.length ?? 0) }, target });
  }
  for (const match of plan.text.matchAll(EXTENSION)) {
    const link = fileLink(plan.text, match.index + match[0].length, byName);
    if (link) links.push(link);
  }
  links.sort((a, b) => a.span.start - b.span.start);
  return links.filter((link, i) => i === 0 || (links[i - 1]?.span.end ?? 0) <= link.span.start);
}

/** The longest known name that ends at an offset: nothing in Chinese text says where a name begins. */
function fileLink(text: string, end: number, byName: ReadonlyMap<string, string>): DocumentLink | undefined {
  const near = text.slice(Math.max(0, end - LONGEST), end);
  const from = end - near.length + near.lastIndexOf("\n") + 1;
  for (let start = from; start < end; start++) {
    const target = byName.get(text.slice(start, end));
    if (target !== undefined) return { span: { start, end }, target };
  }
  return undefined;
}
