import type { Line, Paragraph } from "../../../plan/model.js";
import { type Edit, shift, type Span } from "../../../text/span.js";
import { isHan, trimEnd } from "../../../text/characters.js";
import { isChinese } from "./drafted.js";
import { matchesIn } from "../../../text/matches.js";
import { touching } from "../../../text/spanLookup.js";

export type MarkKind = "point" | "bracket" | "quote";

/** One half-width mark, or one pair, among Chinese. */
export interface HalfWidthMark {
  readonly kind: MarkKind;
  readonly span: Span;
  readonly edits: readonly Edit[];
  /** True where it belongs to a marker, whose form is the numbering rules' business. */
  readonly inMarker: boolean;
}

const POINTS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  ".": "。",
};
/** Words of a page's address or of a machine, in which marks are no punctuation. */
const FOREIGN = /(?:https?:|www\.|&[a-z]{2,6};|\[bookmark:)[!-~]{0,200}|[\w.-]{1,40}@[\w.-]{1,40}/gi;

/** 1 for a mark that may be one, 2 for the stop, which is one only at the end of a line. */
const CANDIDATES = new Uint8Array(0x40);
for (const mark of ',;:?!()"') CANDIDATES[mark.charCodeAt(0)] = 1;
CANDIDATES[".".charCodeAt(0)] = 2;

const NONE: readonly HalfWidthMark[] = [];

/** The marks of a paragraph where it begins at an offset. */
export function marksAt(start: number, marks: readonly HalfWidthMark[]): readonly HalfWidthMark[] {
  if (marks.length === 0) return marks;
  return marks.map((mark) => ({
    ...mark,
    span: shift(mark.span, start),
    edits: mark.edits.map((edit) => ({ span: shift(edit.span, start), newText: edit.newText })),
  }));
}

/** The half-width marks of a line with their places in the draft. */
export function halfWidthMarksOn({ paragraph, start }: Line): readonly HalfWidthMark[] {
  return marksAt(start, halfWidthMarks(paragraph));
}

/** The half-width marks of a paragraph that should be full-width, in reading order; places count from its first character. */
export function halfWidthMarks(paragraph: Paragraph): readonly HalfWidthMark[] {
  const { text } = paragraph;
  const marks = candidatesIn(text);
  if (marks.length === 0) return NONE;
  const markers = [paragraph.marker, ...paragraph.inner].flatMap((marker) => (marker ? [marker.span] : []));
  const line = { text, isOfMarker: touching(markers) };
  const paired = [...brackets(line, marks), ...quotes(line, marks)];
  const found = points(line, marks);
  return paired.length === 0 ? found : [...found, ...paired].sort((a, b) => a.span.start - b.span.start);
}

interface Source {
  readonly text: string;
  readonly isOfMarker: (at: number) => boolean;
}

/** A mark at an offset of the line, whose edits are given as pairs of offset and character. */
function markOf(
  line: Source,
  kind: MarkKind,
  changes: readonly (readonly [number, string])[],
): HalfWidthMark {
  const [first, last] = [changes[0]?.[0] ?? 0, changes.at(-1)?.[0] ?? 0];
  const edits = changes.map(([at, newText]) => ({ span: { start: at, end: at + 1 }, newText }));
  return {
    kind,
    span: { start: first, end: last + 1 },
    edits,
    inMarker: line.isOfMarker(first),
  };
}

/** Where a half-width mark stands that is no part of an address; a point only where it ends the line. */
function candidatesIn(text: string): number[] {
  const found: number[] = [];
  const last = trimEnd(text, 0, text.length) - 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x3f) continue;
    const kind = CANDIDATES[code];
    if (kind === 1 || (kind === 2 && at === last)) found.push(at);
  }
  if (found.length === 0 || !/:\/\/|www|@|&|\[bookmark/.test(text)) return found;
  const isForeign = touching(
    matchesIn(text, FOREIGN).map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
  return found.filter((at) => !isForeign(at));
}

function points(line: Source, marks: readonly number[]): HalfWidthMark[] {
  const { text } = line;
  const found: HalfWidthMark[] = [];
  for (const at of marks) {
    const full = POINTS[text[at] ?? ""];
    if (full !== undefined && !isRepeated(text, at) && amongChinese(text, at))
      found.push(markOf(line, "point", [[at, full]]));
  }
  return found;
}

/** Two marks in a row are another rule's business, which writes the one that is left full-width. */
function isRepeated(text: string, at: number): boolean {
  const isPoint = (c: string | undefined): boolean => c !== undefined && "，。；：、,;:".includes(c);
  return isPoint(text[at]) && (isPoint(text[at - 1]) || isPoint(text[at + 1]));
}

/** Between digits (1,000; 9:00) and between Latin words a mark keeps its half width. */
function amongChinese(text: string, at: number): boolean {
  // 达到95％ ,满意度: a space was typed with the mark.
  const before = text[at - 1] === " " ? text[at - 2] : text[at - 1];
  if (text[at] === ".")
    return before !== undefined && (isHan(before.charCodeAt(0)) || "”》）)".includes(before));
  const after = text[at + 1] === " " ? text[at + 2] : text[at + 1];
  return isChinese(before) || (before !== undefined && /[\d%A-Za-z)"]/.test(before) && isChinese(after));
}

/** Pairs with Chinese inside or before them; of a pair with one full-width side the other side alone. */
function brackets(line: Source, marks: readonly number[]): HalfWidthMark[] {
  const { text } = line;
  const half = new Set(marks.filter((at) => text[at] === "(" || text[at] === ")"));
  if (half.size === 0) return [];
  const open: number[] = [];
  // The last Chinese character so far: brackets may stand in one another by the thousand.
  let chinese = -1;
  let seen = 0;
  return matchesIn(text, /[()（）]/g).flatMap(({ 0: bracket, index: at }): HalfWidthMark[] => {
    for (; seen < at; seen++)
      if (text.charCodeAt(seen) >= 0x4e00 && text.charCodeAt(seen) <= 0x9fff) chinese = seen;
    if (bracket === "(" || bracket === "（") {
      open.push(at);
      return [];
    }
    const start = open.pop();
    if (start === undefined) return [];
    const pair: readonly (readonly [number, string])[] = [
      [start, "（"],
      [at, "）"],
    ];
    const changes = pair.filter(([side]) => half.has(side));
    // 120L/(人·d): brackets of a unit are part of the formula.
    const isOurs = text[start - 1] !== "/" && (isChinese(text[start - 1]) || chinese > start);
    return changes.length > 0 && isOurs ? [markOf(line, "bracket", changes)] : [];
  });
}

/** Straight quotes in an even number face outwards and inwards in turn; an odd one, or inches (24"), tell nothing. */
function quotes(line: Source, marks: readonly number[]): HalfWidthMark[] {
  const { text } = line;
  const straight = marks.filter((at) => text[at] === '"');
  if (straight.length === 0 || straight.length % 2 === 1 || /[“”]/.test(text) || isInch(text, straight))
    return [];
  return straight.flatMap((start, i): HalfWidthMark[] => {
    const end = straight[i + 1];
    if (i % 2 === 1 || end === undefined || !/[\u4e00-\u9fff]/.test(text.slice(start, end))) return [];
    return [
      markOf(line, "quote", [
        [start, "“"],
        [end, "”"],
      ]),
    ];
  });
}

/** The first of them, which should open, stands behind a number: 采购24"显示器. */
function isInch(text: string, straight: readonly number[]): boolean {
  return /\d/.test(text[(straight[0] ?? 0) - 1] ?? "");
}
