import { isDigit, isHan } from "../text/characters.js";
import { headOfLine } from "../text/lines.js";
import { HOLDS } from "./holds.js";
import type { Holds, Line, LineRole, Marker, MarkerStyle, Paragraph } from "./model.js";
import type { Reading } from "./reread.js";
import { rank, styleKey } from "./sequence.js";
import { wordsAbove } from "./wordsAbove.js";

/** A marker that may begin an item, with its place in the text. */
export interface Candidate {
  /** As its paragraph has it: spans count from the first character of the line. */
  readonly marker: Marker;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** True where it stands inside its line. */
  readonly inner: boolean;
  /** False where it only may be one: a marker in the midst of a flattened text. */
  readonly sure: boolean;
  /** True where a number follows it at once (`11.121人才工程`): believed only where the count goes on with it. */
  readonly glued: boolean;
  /** True where a sentence ended before it. */
  readonly afterSentence: boolean;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  readonly flattened: boolean;
  readonly census: Census;
}

/** How the markers of a document stand in its lines, counted line by line. */
export interface Census {
  /** Coarse ones and Arabic ones that stand inside a line, behind a sentence. */
  readonly inside: number;
  readonly insideFine: number;
  /** Coarse ones at the head of a line, and all there; the numbers of chunks are none. */
  readonly atHead: number;
  readonly any: number;
  /** 1.1 and the like at the head of a line, whatever it is. */
  readonly decimals: number;
}

const NO_ITEMS: ReadonlySet<LineRole> = new Set([
  "metadata",
  "residue",
  "attachment-note",
  "title",
  "date",
  "responsibility",
]);

/** The markers of a document that may begin items, in reading order; `chunks` are the lines that `chunkNumbers` found. */
export function candidatesIn(lines: readonly Line[], holds: Holds, chunks: ReadonlySet<number>): Candidates {
  const census = createCensus();
  const marked: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (((holds[i] as number) & HOLDS.marker) === 0) continue;
    marked.push(i);
    addToCensus(census, (lines[i] as Line).paragraph, 1);
  }
  for (const index of chunks) addHead(census, lines[index]?.paragraph.marker, -1);
  const list: Candidate[] = [];
  if (!isFlattened(census)) {
    for (const index of marked)
      if (!chunks.has(index)) addCandidates(list, lines[index] as Line, index, census);
    return { list, flattened: false, census };
  }
  for (const index of marked) {
    const line = lines[index] as Line;
    if (NO_ITEMS.has(line.role)) continue;
    const own = chunks.has(index) ? undefined : itemMarker(line, census);
    if (own) list.push(candidate(own, line, { index, inner: false, sure: true }));
    for (const one of line.paragraph.inner)
      list.push(candidate(one, line, { index, inner: true, sure: false }));
  }
  return { list: list.filter(countsOn(list)), flattened: true, census };
}

/** Adds the markers of a line that may begin items, in a document that is not flattened. */
export function addCandidates(list: Candidate[], line: Line, index: number, census: Census): void {
  if (NO_ITEMS.has(line.role)) return;
  const own = itemMarker(line, census);
  if (!own) return;
  list.push(candidate(own, line, { index, inner: false, sure: true }));
  const { text, inner } = line.paragraph;
  if (inner.length === 0) return;
  for (const one of chained(text, own, inner))
    list.push(candidate(one, line, { index, inner: true, sure: true }));
}

/** The marker at the head of a line, where it may begin an item. */
function itemMarker({ paragraph: { marker, inner } }: Line, { decimals }: Census): Marker | undefined {
  if (!marker || listsInline(marker, inner)) return undefined;
  return decimals > 0 || marker.style !== "decimal" || marker.form !== "#" ? marker : undefined;
}

/**
 * A 一、 or 第一章 right behind a word (权威性二、认真学习) may be no marker: it is believed where the count of its form
 * goes on with it, from the one before or, at one, to the one behind. Sections begin anew in each chapter.
 */
function countsOn(list: readonly Candidate[]): (one: Candidate) => boolean {
  const believed = new Set<Candidate>();
  for (const style of BARE_STYLES) {
    const own = list.filter((one) => one.marker.style === style);
    let last = 0;
    own.forEach((one, i) => {
      const ordinal = one.marker.ordinal ?? 0;
      const next = own[i + 1]?.marker.ordinal;
      const begins = next === 2 || (style === "section" && next === 1);
      const fits = ordinal === 1 ? begins : ordinal === last + 1;
      if (one.inner && !one.afterSentence && !fits) return;
      believed.add(one);
      last = ordinal;
    });
  }
  return (one) => !BARE_STYLES.includes(one.marker.style) || believed.has(one);
}
const BARE_STYLES: readonly MarkerStyle[] = ["hanzi", "chapter", "section"];

function candidate(
  marker: Marker,
  line: Line,
  at: { index: number; inner: boolean; sure: boolean },
): Candidate {
  const { text } = line.paragraph;
  const { start, end } = marker.span;
  const before = start === 0 ? "" : (text.slice(0, start).trimEnd().at(-1) ?? "");
  return {
    marker,
    start: line.start + start,
    end: line.start + end,
    line: at.index,
    inner: at.inner,
    sure: at.sure,
    glued: isGlued(text, marker),
    afterSentence: before === "" || "。；;！？：:”…）)】〕.".includes(before),
  };
}

/** True for a marker that a number follows at once, and not a year. */
export function isGlued(text: string, { style, span: { end } }: Marker): boolean {
  return (
    style === "arabic" &&
    isDigit(text.charCodeAt(end)) &&
    /^\d\d/.test(text.slice(end, end + 2)) &&
    !/^20\d\d年/.test(text.slice(end, end + 5))
  );
}

/** （1）…；（2）…；（3）… on one line is a list of its paragraph, wherever it begins. */
function listsInline(own: Marker, inner: readonly Marker[]): boolean {
  if (own.ordinal !== 1 || rank(styleKey(own)) < rank("arabic-paren")) return false;
  return inner.some((other) => styleKey(other) === styleKey(own) && other.ordinal === 2);
}

/** Headings run into one another on a line: 二、总体要求（一）指导思想. A list inside the paragraph is left alone. */
function chained(text: string, own: Marker, inner: readonly Marker[]): Marker[] {
  const found: Marker[] = [];
  let last = own;
  for (const one of inner) {
    const between = text.slice(last.span.end, one.span.start).trim();
    const isHeading =
      between.length >= 2 &&
      between.length <= 32 &&
      !/[。！？；，,;：:]./.test(between) &&
      !/[：:；;，,、]$/.test(between);
    const key = styleKey(one);
    const isChild = (one.ordinal === 1 || one.ordinal === undefined) && rank(key) > rank(styleKey(last));
    if (!isHeading || !isChild) break;
    if (inner.some((other) => styleKey(other) === key && other.ordinal === 2)) break;
    found.push(one);
    last = one;
  }
  return found;
}

/**
 * The numbers that a document site sets before each chunk of a flattened file: they count 1、 2、 3、 through the whole
 * file and cut sentences in two. Returns the indices of their lines.
 */
export function chunkNumbers({ text, starts, paragraphs }: Reading): ReadonlySet<number> {
  const found: number[] = [];
  let expected = 1;
  let cut = 0;
  const breaksOff = (index: number): boolean =>
    !/[。！？；：”]$/.test(wordsAbove(paragraphs, index).trimEnd().slice(-1));
  for (let index = 0; index < starts.length; index++) {
    // Not by its marker: a chunk that begins with a number (2、2%，高中) is read as none.
    if (!isDigit(headOfLine(text, starts, index))) continue;
    const words = (paragraphs[index] as Paragraph).text;
    // The last chunk may be short: it goes on in the midst of a sentence.
    const isLong = words.length > 120 || (expected > 2 && breaksOff(index));
    if (!isLong || Number(/^\s*(\d{1,3})、/.exec(words)?.[1]) !== expected) continue;
    if (expected > 1 && breaksOff(index)) cut++;
    found.push(index);
    expected++;
  }
  return new Set(found.length >= 3 && cut >= (found.length - 1) * 0.5 ? found : []);
}

type DraftCensus = { -readonly [K in keyof Census]: Census[K] };

function createCensus(): DraftCensus {
  return { inside: 0, insideFine: 0, atHead: 0, any: 0, decimals: 0 };
}

/** The census of a document in which some lines have come in the place of others, none of them a chunk's. */
export function censusAfter(census: Census, gone: readonly Paragraph[], come: readonly Paragraph[]): Census {
  const after = { ...census };
  for (const paragraph of gone) addToCensus(after, paragraph, -1);
  for (const paragraph of come) addToCensus(after, paragraph, 1);
  return after;
}

function addToCensus(census: DraftCensus, { text, marker, inner }: Paragraph, by: 1 | -1): void {
  if (inner.length > 0) {
    const free = inner.filter(
      (one) =>
        !"；;：:、，,".includes(text.slice(0, one.span.start).trimEnd().at(-1) ?? "") && !isBare(text, one),
    );
    census.inside += by * free.filter((one) => rank(styleKey(one)) <= rank("hanzi-paren")).length;
    census.insideFine += by * free.filter((one) => one.style === "arabic").length;
  }
  if (marker?.style === "decimal" && marker.form !== "#") census.decimals += by;
  addHead(census, marker, by);
}

function addHead(census: DraftCensus, marker: Marker | undefined, by: 1 | -1): void {
  if (!marker) return;
  census.any += by;
  if (rank(styleKey(marker)) <= rank("hanzi-paren")) census.atHead += by;
}

/**
 * Headings stand inside the lines rather than at their heads: more of them follow a full stop or another heading there
 * than begin a line.
 */
export function isFlattened({ inside, insideFine, atHead, any }: Census): boolean {
  return (inside >= 3 && inside > atHead) || (any === 0 && (insideFine >= 2 || inside >= 2));
}

/** 一、 or 第一章 right behind a word. */
function isBare(text: string, marker: Marker): boolean {
  return BARE_STYLES.includes(marker.style) && isHan(text.charCodeAt(marker.span.start - 1));
}
