import { isDigit, isHan } from "../text/characters.js";
import type { Line, LineRole, Marker, MarkerStyle } from "./model.js";
import { rank, styleKey } from "./sequence.js";

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
}

const NO_ITEMS: ReadonlySet<LineRole> = new Set([
  "metadata",
  "residue",
  "attachment-note",
  "title",
  "date",
  "responsibility",
]);

/** The markers of a document that may begin items, in reading order. */
export function candidatesIn(lines: readonly Line[]): Candidates {
  const chunks = chunkNumbers(lines);
  const flattened = isFlattened(lines, chunks);
  const decimals = lines.some(
    (line) => line.paragraph.marker?.style === "decimal" && line.paragraph.marker.form !== "#",
  );
  const list: Candidate[] = [];
  lines.forEach((line, index) => {
    if (NO_ITEMS.has(line.role)) return;
    const { marker, inner, text } = line.paragraph;
    const isItem =
      marker &&
      !chunks.has(index) &&
      !listsInline(marker, inner) &&
      (decimals || marker.style !== "decimal" || marker.form !== "#");
    const own = isItem ? marker : undefined;
    if (own) list.push(candidate(own, line, { index, inner: false, sure: true }));
    if (flattened) {
      for (const one of inner) list.push(candidate(one, line, { index, inner: true, sure: false }));
    } else if (own && inner.length > 0) {
      for (const one of chained(text, own, inner))
        list.push(candidate(one, line, { index, inner: true, sure: true }));
    }
  });
  return { list: flattened ? list.filter(countsOn(list)) : list, flattened };
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
export function chunkNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found: number[] = [];
  let expected = 1;
  let cut = 0;
  let last = "";
  const breaksOff = (): boolean => !/[。！？；：”]$/.test(last.trimEnd().slice(-1));
  lines.forEach((line, index) => {
    const { text, blank } = line.paragraph;
    // Not by its marker: a chunk that begins with a number (2、2%，高中) is read as none.
    // The last chunk may be short: it goes on in the midst of a sentence.
    const isLong = text.length > 120 || (expected > 2 && breaksOff());
    if (isLong && Number(/^\s*(\d{1,3})、/.exec(text)?.[1]) === expected) {
      if (expected > 1 && breaksOff()) cut++;
      found.push(index);
      expected++;
    }
    if (!blank) last = text;
  });
  return new Set(found.length >= 3 && cut >= (found.length - 1) * 0.5 ? found : []);
}

/**
 * Headings stand inside the lines rather than at their heads: more of them follow a full stop or another heading there
 * than begin a line.
 */
function isFlattened(lines: readonly Line[], chunks: ReadonlySet<number>): boolean {
  let inside = 0;
  let insideFine = 0;
  let atHead = 0;
  let any = 0;
  lines.forEach((line, index) => {
    const { text, marker, inner } = line.paragraph;
    if (inner.length > 0) {
      const free = inner.filter(
        (one) =>
          !"；;：:、，,".includes(text.slice(0, one.span.start).trimEnd().at(-1) ?? "") && !isBare(text, one),
      );
      inside += free.filter((one) => rank(styleKey(one)) <= rank("hanzi-paren")).length;
      insideFine += free.filter((one) => one.style === "arabic").length;
    }
    if (!marker || chunks.has(index)) return;
    any++;
    if (rank(styleKey(marker)) <= rank("hanzi-paren")) atHead++;
  });
  return (inside >= 3 && inside > atHead) || (any === 0 && (insideFine >= 2 || inside >= 2));
}

/** 一、 or 第一章 right behind a word. */
function isBare(text: string, marker: Marker): boolean {
  return BARE_STYLES.includes(marker.style) && isHan(text.charCodeAt(marker.span.start - 1));
}
