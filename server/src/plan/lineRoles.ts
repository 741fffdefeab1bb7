import { isAttachmentHead, isIssuerLine, looksLikeAddressee, looksLikeTitle } from "./front.js";
import { pageNumberAt } from "../text/ends.js";
import { headOfLine, lineAt, lineSpan } from "../text/lines.js";
import type { Line, LineRole, Paragraph } from "./model.js";
import type { Reading } from "./reread.js";

/** So near to a date its signature stands. */
export const NEAR_DATE = 6;

/** Lines before the first item that may hold a head; a longer preamble is not searched for issuers. */
const FRONT_LINES = 60;

/**
 * What each line is, apart from headings, which only the tree can tell: those are "body" here. Contents pages are
 * residue: their entries repeat the headings and are none.
 */
export function lineRoles(reading: Reading): LineRole[] {
  const { paragraphs } = reading;
  const roles = paragraphs.map((paragraph) => paragraph.role);
  markMetadataValues(paragraphs, roles);
  markAttachmentNotes(paragraphs, { roles, from: 0, noteFrom: noteFinder(reading) });
  markContents(reading, roles);
  markFront(paragraphs, roles);
  markAnswers(paragraphs, roles);
  markSignatures(paragraphs, roles);
  return roles;
}

/** The same of lines behind the front, the first of which is known, in a document without a page of contents. */
export function rolesBehind(paragraphs: readonly Paragraph[], known: LineRole): LineRole[] {
  const roles = paragraphs.map((paragraph) => paragraph.role);
  roles[0] = known;
  markAttachmentNotes(paragraphs, { roles, from: 1, noteFrom: (line) => line });
  markAnswers(paragraphs, roles);
  markSignatures(paragraphs, roles);
  return roles;
}

/** The head of a list of contents. */
export const CONTENTS = /^\s*目\s*[录次]\s*$/;

/** In a scraped head the value stands on the line below its label. */
function markMetadataValues(paragraphs: readonly Paragraph[], roles: LineRole[]): void {
  for (let i = 0; i + 1 < Math.min(roles.length, FRONT_LINES); i++) {
    const next = paragraphs[i + 1];
    const label = paragraphs[i]?.text.trim() ?? "";
    if (
      roles[i] === "metadata" &&
      /[：:]$/.test(label) &&
      next &&
      !next.blank &&
      next.text.trim().length <= 30 &&
      !next.marker
    ) {
      if (roles[i + 1] !== "metadata") roles[i + 1] = "metadata";
    }
  }
}

interface Notes {
  readonly roles: LineRole[];
  readonly from: number;
  /** The first line from one on that may begin a note. */
  readonly noteFrom: (line: number) => number;
}

/** Few lines hold the character that begins a note: the text is searched, and no line asked. */
function noteFinder({ text, starts }: Reading): Notes["noteFrom"] {
  return (line) => {
    const at = text.indexOf("附", starts[line] ?? text.length);
    return at === -1 ? Infinity : lineAt(starts, at);
  };
}

/** 附件：1.…… and the names below it, before the signature. */
function markAttachmentNotes(paragraphs: readonly Paragraph[], { roles, from, noteFrom }: Notes): void {
  let inside = roles[from - 1] === "attachment-note";
  for (let i = from; i < paragraphs.length; i++) {
    if (!inside) i = noteFrom(i);
    const paragraph = paragraphs[i];
    if (!paragraph) return;
    if (!inside && !paragraph.text.includes("附")) continue;
    const text = paragraph.text.trim();
    if (/^附\s?件\s?[：:]/.test(text) && text.length < 120) {
      inside = true;
      roles[i] = "attachment-note";
    } else if (inside && !paragraph.blank) {
      const isName = paragraph.marker?.style === "arabic" && text.length < 90 && !/[。；]./.test(text);
      inside = isName;
      if (isName) roles[i] = "attachment-note";
    }
  }
}

/** 目录: everything from there to where its first entry comes a second time. */
function markContents(reading: Reading, roles: LineRole[]): void {
  const at = contentsLine(reading);
  const { paragraphs } = reading;
  if (at === -1) return;
  const first = paragraphs.findIndex((p, i) => i > at && !p.blank);
  const entry = contentsEntry(paragraphs[first]?.text ?? "");
  if (first === -1 || entry.length < 3) return;
  const again = paragraphs.findIndex((p, i) => i > first && contentsEntry(p.text).startsWith(entry));
  const end = again === -1 ? endOfDottedLines(paragraphs, first) : again;
  for (let i = at; i < end; i++) roles[i] = "residue";
}

const CONTENTS_HEAD = "目".charCodeAt(0);
const LONGEST_CONTENTS = 12;

/** The line that says 目录 and nothing else; -1 where there is none. */
export function contentsLine({ text, starts }: Pick<Reading, "text" | "starts">): number {
  for (let i = 0; i < starts.length; i++) {
    if (headOfLine(text, starts, i) !== CONTENTS_HEAD) continue;
    const { start, end } = lineSpan(text, starts, i);
    if (end - start < LONGEST_CONTENTS && CONTENTS.test(text.slice(start, end))) return i;
  }
  return -1;
}

function endOfDottedLines(paragraphs: readonly Paragraph[], first: number): number {
  let end = first;
  for (; end < paragraphs.length; end++) {
    const { text = "", blank = true } = paragraphs[end] ?? {};
    if (!blank && pageNumberAt(text) === text.length) break;
  }
  return end;
}

function contentsEntry(text: string): string {
  return text.slice(0, pageNumberAt(text)).replace(/\s+/g, "");
}

function markFront(paragraphs: readonly Paragraph[], roles: LineRole[]): void {
  const firstItem = paragraphs.findIndex((p, i) => p.marker !== undefined && roles[i] === "body");
  const end = Math.min(firstItem === -1 ? roles.length : firstItem, FRONT_LINES);
  let titled = false;
  for (let i = 0; i < end; i++) {
    const text = paragraphs[i]?.text ?? "";
    if (roles[i] !== "body") continue;
    if (looksLikeTitle(text)) {
      roles[i] = "title";
      titled = true;
    } else if (looksLikeAddressee(text)) roles[i] = "addressee";
    else if (!titled && isIssuerLine(text)) roles[i] = "issuer";
  }
}

/** 二、活动时间, and a date alone on the line below: it answers the heading and closes nothing. */
function markAnswers(paragraphs: readonly Paragraph[], roles: LineRole[]): void {
  for (let i = roles.indexOf("date"); i !== -1; i = roles.indexOf("date", i + 1)) {
    let above = i - 1;
    while (roles[above] === "blank") above--;
    const heading = paragraphs[above];
    if (heading && asksForDate(heading)) roles[i] = "body";
  }
}

export function asksForDate({ text, marker }: Paragraph): boolean {
  return marker !== undefined && /(?:时间|日期|期限|时段)[：:]?$/.test(text.trimEnd());
}

/** The short lines right above a date that stands alone. */
function markSignatures(paragraphs: readonly Paragraph[], roles: LineRole[]): void {
  roles.forEach((role, i) => {
    if (role !== "date") return;
    for (let at = i - 1, seen = 0; at >= 0 && i - at < NEAR_DATE; at--) {
      const text = paragraphs[at]?.text ?? "";
      if (roles[at] === "blank") continue;
      if ((roles[at] !== "body" && roles[at] !== "issuer") || !isSignature(text) || seen > 2) break;
      roles[at] = "signature";
      seen++;
    }
  });
}

function isSignature(text: string): boolean {
  return text
    .trim()
    .split(/\s{2,}|\u3000+/)
    .every((name) => name.length >= 2 && name.length <= 30 && isIssuerLine(name));
}

/** A line at which another numbering may begin: an attachment's label, a title, a date that closes what was before. */
export function isBarrier(line: Line): boolean {
  const { text, marker } = line.paragraph;
  if (line.role === "attachment-label" || line.role === "date") return true;
  if (line.role !== "body" && line.role !== "title") return false;
  return marker === undefined && (isAttachmentHead(text) || looksLikeTitle(text));
}

/** Barriers after which even a finer form begins anew. */
export function isStrongBarrier(line: Line): boolean {
  return line.role === "attachment-label" || line.role === "date" || isAttachmentHead(line.paragraph.text);
}
