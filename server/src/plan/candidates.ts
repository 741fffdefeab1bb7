import type { Line, LineRole, Marker } from "./model.js";
import { rank, styleKey } from "./sequence.js";

/** A marker that may begin an item, with its place in the text. */
export interface Candidate {
  /** Spans count from the start of the text. */
  readonly marker: Marker;
  readonly line: number;
  /** True where it stands inside its line. */
  readonly inner: boolean;
  /** False where it only may be one: a marker in the midst of a flattened text. */
  readonly sure: boolean;
  /** True where a sentence ended before it. */
  readonly afterSentence: boolean;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  readonly flattened: boolean;
}

/** A line this long is no paragraph that a person typed. */
const LONG = 600;
const NO_ITEMS: ReadonlySet<LineRole> = new Set(["metadata", "residue", "attachment-note", "title", "date", "responsibility"]);

/** The markers of a document that may begin items, in reading order. */
export function candidatesIn(lines: readonly Line[]): Candidates {
  const chunks = chunkNumbers(lines);
  const flattened = isFlattened(lines, chunks);
  const list: Candidate[] = [];
  lines.forEach((line, index) => {
    if (NO_ITEMS.has(line.role)) return;
    const { marker, inner, text } = line.paragraph;
    const own = marker && !chunks.has(index) ? marker : undefined;
    if (own) list.push(candidate(own, line, { index, inner: false, sure: true }));
    if (flattened) {
      for (const one of inner) list.push(candidate(one, line, { index, inner: true, sure: false }));
    } else if (own && inner.length > 0) {
      for (const one of chained(text, own, inner)) list.push(candidate(one, line, { index, inner: true, sure: true }));
    }
  });
  return { list, flattened };
}

function candidate(marker: Marker, line: Line, at: { index: number; inner: boolean; sure: boolean }): Candidate {
  const by = line.start;
  const before = line.paragraph.text.slice(0, marker.span.start).trimEnd().at(-1) ?? "";
  return {
    marker: {
      ...marker,
      span: { start: marker.span.start + by, end: marker.span.end + by },
      numeral: { start: marker.numeral.start + by, end: marker.numeral.end + by },
    },
    line: at.index,
    inner: at.inner,
    sure: at.sure,
    afterSentence: before === "" || "。；;！？：:”…".includes(before),
  };
}

/** Headings run into one another on a line: 二、总体要求（一）指导思想. A list inside the paragraph is left alone. */
function chained(text: string, own: Marker, inner: readonly Marker[]): Marker[] {
  const found: Marker[] = [];
  let last = own;
  for (const one of inner) {
    const between = text.slice(last.span.end, one.span.start).trim();
    const isHeading = between.length >= 2 && between.length <= 32 && !/[。！？；，,;：:]./.test(between) && !/[：:；;，,、]$/.test(between);
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
  lines.forEach((line, index) => {
    const { marker, text, blank } = line.paragraph;
    if (marker?.style === "arabic" && marker.form === "#、" && marker.ordinal === expected && text.length > 120) {
      if (expected > 1 && !/[。！？；：”]$/.test(last)) cut++;
      found.push(index);
      expected++;
    }
    if (!blank) last = text.trimEnd().slice(-1);
  });
  return new Set(found.length >= 3 && cut >= (found.length - 1) * 0.5 ? found : []);
}

function isFlattened(lines: readonly Line[], chunks: ReadonlySet<number>): boolean {
  let long = 0;
  let all = 0;
  let inside = 0;
  let atHead = 0;
  lines.forEach((line, index) => {
    const { text, marker, inner } = line.paragraph;
    all += text.length;
    if (text.length > LONG || chunks.has(index)) {
      long += text.length;
      inside += inner.filter((one) => rank(styleKey(one)) <= rank("hanzi-paren")).length;
    }
    if (marker && !chunks.has(index) && rank(styleKey(marker)) <= rank("hanzi-paren")) atHead++;
  });
  return all > 0 && inside >= 3 && inside > atHead && (chunks.size > 0 || long > all * 0.6);
}
