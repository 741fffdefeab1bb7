import { hasLetters } from "../text/characters.js";
import { pageNumberAt } from "../text/ends.js";
import { matchesIn } from "../text/matches.js";
import type { Span } from "../text/span.js";
import { DEADLINE_LABEL } from "./deadlineLabel.js";
import { isListed } from "./hearing.js";
import { isGlued } from "./candidates.js";
import { isAttachmentHead, isIssuerLine, kindFromPreamble, looksLikeTitle } from "./front.js";
import { asksForDate, CONTENTS, contentsLine } from "./lineRoles.js";
import type { Paragraph, PlanDocument } from "./model.js";
import { indexAt } from "./lineIndex.js";
import { speaksOfThePast } from "./lookingBack.js";
import { FORWARDS, mayRunIn } from "./titles.js";
import { TIMED } from "./years.js";

/**
 * What of a paragraph other paragraphs and the tree depend on, as texts to be compared: two paragraphs that are alike
 * in all of it may stand for each other, and nothing in the plan changes but places and the words themselves.
 */
export interface Likeness extends Facets {
  /** Role, markers and whatever decides the tree, the lines around it and the years of targets further on. */
  readonly structure: string;
  /** The same without the marker at its head. */
  readonly besideMarker: string;
}

/** The words of a paragraph that more is made of than text. */
export interface Facets {
  readonly headings: string;
  readonly responsibilities: string;
  /** The clauses that hold targets. */
  readonly targets: string;
}

/** The number that a document site sets before a chunk of a flattened file. */
export const CHUNK = /^\s*\d{1,3}、/;

/** A short line without a marker may be a title, a signature, an addressee: beside others of that kind it may decide. */
const SHORT = 40;
/** Undefined for a paragraph that may decide what others are: a date, a title, a head of an attachment, a list run in. */
export function likenessOf(paragraph: Paragraph): Likeness | undefined {
  const { text, marker, responsibilities, targets } = paragraph;
  if (paragraph.blank || paragraph.inner.length > 0 || decides(paragraph)) return undefined;
  const facets = facetsOf(paragraph);
  const besideMarker = [
    lengthsPassed(paragraph),
    paragraph.role,
    text.trimEnd().slice(-1),
    paragraph.timed,
    isListed(text),
    /[。；]./.test(text.trimEnd()),
    isShort(paragraph) && `short ${hasLetters(text)}`,
    paragraph.years.map(({ year, span }) => `${year} ${text.slice(span.start, span.end)}`),
    targets.map(({ year, yearFrom, kind }) => `${year ?? ""} ${yearFrom} ${kind}`),
    enumerationsOf(paragraph),
    // A time among the names, 长期坚持, dates the targets of its item as one with a year or a month does.
    responsibilities.map(({ form, deadline }) => (deadline ? `${form} ${deadline.text}` : form)),
    /年|月/.test(facets.responsibilities) && facets.responsibilities,
  ].join("|");
  const head =
    marker &&
    `${text.slice(0, marker.span.end)} ${marker.span.start} ${marker.style} ${marker.form} ${isGlued(text, marker)}`;
  const structure = [head, CHUNK.exec(text)?.[0], besideMarker].join("|");
  return { structure, besideMarker, ...facets };
}

export function facetsOf(paragraph: Paragraph): Facets {
  const { text, responsibilities } = paragraph;
  const heading = paragraph.heading?.span;
  return {
    headings: heading ? `${text.slice(heading.start, heading.end + 2)}|${restOf(text, heading.end)}` : "",
    responsibilities: responsibilities
      .map(({ span }) => `${text.slice(span.start, span.end)}|${text.slice(span.end, span.end + 8)}`)
      .join("\n"),
    targets: paragraph.targets.length === 0 ? "" : clausesOf(paragraph).join("\n"),
  };
}

/** What a paragraph counts with, at its head or within: others may go on from it or refer to it. */
export function countsOf(paragraph: Paragraph): string {
  const { marker, inner } = paragraph;
  const markers = (marker ? [marker, ...inner] : inner).map(({ style, text }) => `${style} ${text}`);
  return [...markers, ...enumerationsOf(paragraph)].join("|");
}

function enumerationsOf({ enumerations }: Paragraph): string[] {
  return enumerations.map(({ kind, members }) => `${kind} ${members.map((one) => one.ordinal).join(" ")}`);
}

/** Whether nothing, a mark, or words stand behind a heading. */
function restOf(text: string, from: number): string {
  const rest = text.slice(from).trim();
  return `${Math.min(rest.length, 3)} ${hasLetters(rest)}`;
}

export function isShort({ text, marker, responsibilities }: Paragraph): boolean {
  return marker === undefined && responsibilities.length === 0 && text.trim().length <= SHORT;
}

export function decides(paragraph: Paragraph): boolean {
  const { text } = paragraph;
  return (
    CONTENTS.test(text) ||
    (paragraph.role !== "body" && paragraph.role !== "responsibility") ||
    (text.length <= SHORT * 3 && (looksLikeTitle(text) || isAttachmentHead(text) || isIssuerLine(text))) ||
    /^\s*附\s?件/.test(text) ||
    FORWARDS.test(text) ||
    DEADLINE_LABEL.test(text) ||
    pageNumberAt(text) !== text.length ||
    paragraph.openBracket !== -1 ||
    asksForDate(paragraph) ||
    lacksHeading(paragraph) ||
    mayRunIn(text) ||
    kindFromPreamble([paragraph]) !== "unknown"
  );
}

/** Lengths at which some part of the reading of others draws a line: of numbered chunks, attachments, lead sentences. */
function lengthsPassed({ text, marker, targets }: Paragraph): number {
  const limits = marker?.style === "arabic" ? [80, 90, 120] : [80, 120];
  if (targets.length === 0) limits.push(200);
  if (!marker) limits.push(20, 20 + text.length - text.trimEnd().length);
  return (
    limits.filter((limit) => text.length >= limit).length * 10 +
    limits.filter((limit) => text.length > limit).length
  );
}

/** The clauses of the targets, and of the sentence around each what is asked of it: its other years, a base, a vision. */
function clausesOf({ text, targets }: Paragraph): string[] {
  const sentences = sentencesIn(text);
  let known = "";
  return targets.map(({ span }) => {
    const [place, last] = [indexAt(sentences, span.start), indexAt(sentences, span.end)];
    const clause = `${place} ${text.slice(Math.max(0, span.start - 1), span.end)}`;
    // Thousands of targets may stand in one sentence: what it says is said once.
    if (known === `${place} ${last}`) return `${clause} =`;
    known = `${place} ${last}`;
    const sentence = text.slice(sentences[place]?.start, sentences[last]?.end);
    const words = sentence.match(/20\d\d|[%％]|展望|远景|愿景|长远|规划期|后续/g) ?? [];
    return `${clause} ${words.join("")}`;
  });
}

/** Every sentence with the mark that ends it. */
function sentencesIn(text: string): Span[] {
  const ends = matchesIn(text, /[。！？]|$/g).map(({ index }) => Math.min(index + 1, text.length));
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));
}

/** So many lines a bracket may run on over. */
export const REACH = 3;

/** What has to be known of a plan before one of its lines can be said to stand free. An edit of such a line leaves it as it is. */
export interface Ground {
  /** Before the end of the first marker every line may belong to the head. Infinity where there is no item. */
  readonly firstItem: number;
  readonly free: boolean;
}

export function groundOf({
  text,
  starts,
  flattened,
  items,
  parts,
}: Pick<PlanDocument, "text" | "starts" | "flattened" | "items" | "parts">): Ground {
  const hasContents = contentsLine({ text, starts }) !== -1;
  // The numbering of a notice goes on behind the title of the plan, where the notice ends: so do its items.
  const isTangled = parts.some((part) => (part.items.at(-1)?.start ?? 0) > part.span.end);
  const firstItem = items[0]?.marker.span.end ?? Infinity;
  return { firstItem, free: !flattened && !hasContents && !isTangled };
}

/** True where the words of line `index` can change without any other line being read otherwise, as far as its surroundings go. */
export function standsFree(
  { paragraphs, starts }: Pick<PlanDocument, "paragraphs" | "starts">,
  ground: Ground,
  index: number,
): boolean {
  if (!ground.free || (starts[index] ?? 0) < ground.firstItem) return false;
  const above = paragraphs.slice(Math.max(0, index - REACH), index);
  if (above.some(({ openBracket, text }) => openBracket !== -1 || DEADLINE_LABEL.test(text))) return false;
  if (lacksHeading(above.at(-1)) || above.at(-1)?.role === "metadata") return false;
  const own = paragraphs[index];
  return own === undefined || !isShort(own) || standsApart(paragraphs, index);
}

/** So far from a date a signature may stand, and the lines of a title from each other. */
const NEAR = 6;

/** True where a short line has nothing near it that it may belong to: a title, a date, a label. */
export function standsApart(paragraphs: readonly Paragraph[], index: number): boolean {
  const near = paragraphs.slice(Math.max(0, index - NEAR), index + NEAR + 1);
  return near.every(
    ({ role, text }) =>
      (role === "body" || role === "responsibility" || role === "blank") &&
      !looksLikeTitle(text) &&
      !isAttachmentHead(text),
  );
}

/** What the heading of a paragraph tells of the targets below it: whether it reports, and the times that it names. */
export function datingOf({ text, heading, years }: Paragraph): string {
  if (!heading) return "";
  const { start, end } = heading.span;
  const title = text.slice(start, end);
  const named = years.map(({ span }) => span.start < end);
  return `${speaksOfThePast(title)} ${TIMED.test(title)} ${named.join(" ")}`;
}

/** A marker without a heading behind it, alone on its line or before a mark, may have its heading on the next. */
export function lacksHeading(paragraph: Paragraph | undefined): boolean {
  const span = paragraph?.heading?.span;
  return span !== undefined && span.end <= span.start;
}
