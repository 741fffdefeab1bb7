import type { Paragraph } from "../../../plan/model.js";
import type { Edit, Span } from "../../../text/span.js";
import { isHan } from "../../../text/characters.js";
import { isChinese } from "./drafted.js";

export type MarkKind = "point" | "bracket" | "quote";

/** One half-width mark, or one pair, among Chinese. Spans count from the paragraph's first character. */
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
const CANDIDATES = /[,;:?!()"]|[.](?=\s*$)/g;
/** Words of a page's address or of a machine, in which marks are no punctuation. */
const FOREIGN = /(?:https?:|www\.|&[a-z]{2,6};|\[bookmark:)[!-~]{0,200}|[\w.-]{1,40}@[\w.-]{1,40}/gi;

/** The half-width marks of a paragraph that should be full-width, in reading order. */
export function halfWidthMarks(paragraph: Paragraph): HalfWidthMark[] {
  const { text } = paragraph;
  const found = [...text.matchAll(CANDIDATES)].map((match) => match.index);
  if (found.length === 0) return [];
  const foreign = [...text.matchAll(FOREIGN)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const marks = found.filter((at) => !foreign.some((one) => one.start <= at && at < one.end));
  const markers = [paragraph.marker, ...paragraph.inner].flatMap((marker) => (marker ? [marker.span] : []));
  const inMarker = (at: number): boolean => markers.some((one) => one.start <= at && at < one.end);
  return [...points(text, marks), ...brackets(text, marks), ...quotes(text, marks)]
    .map((mark) => ({ ...mark, inMarker: inMarker(mark.span.start) }))
    .sort((a, b) => a.span.start - b.span.start);
}

type Found = Omit<HalfWidthMark, "inMarker">;

function points(text: string, marks: readonly number[]): Found[] {
  return marks.flatMap((at): Found[] => {
    const full = POINTS[text[at] ?? ""];
    if (full === undefined || !amongChinese(text, at)) return [];
    const span = { start: at, end: at + 1 };
    return [{ kind: "point", span, edits: [{ span, newText: full }] }];
  });
}

/** Between digits (1,000; 9:00) and between Latin words a mark keeps its half width. */
function amongChinese(text: string, at: number): boolean {
  const before = text[at - 1];
  if (text[at] === ".") return before !== undefined && isHan(before.charCodeAt(0));
  const after = text[at + 1] === " " ? text[at + 2] : text[at + 1];
  return isChinese(before) || (before !== undefined && /[\d%A-Za-z)"]/.test(before) && isChinese(after));
}

/** Pairs with Chinese inside or before them; of a pair with one full-width side the other side alone. */
function brackets(text: string, marks: readonly number[]): Found[] {
  if (!marks.some((at) => text[at] === "(" || text[at] === ")")) return [];
  const found: Found[] = [];
  const open: number[] = [];
  for (let at = text.search(/[()（）]/); at !== -1 && at < text.length; at++) {
    const c = text[at];
    if (c === "(" || c === "（") open.push(at);
    if (c !== ")" && c !== "）") continue;
    const start = open.pop();
    if (start === undefined) continue;
    const sides = [start, at].filter((side) => marks.includes(side));
    const inside = text.slice(start + 1, at);
    if (sides.length === 0 || !(/[\u4e00-\u9fff]/.test(inside) || isChinese(text[start - 1]))) continue;
    const edits = sides.map((side) => ({
      span: { start: side, end: side + 1 },
      newText: side === start ? "（" : "）",
    }));
    const one = edits.length === 1 && edits[0] ? edits[0].span : { start, end: at + 1 };
    found.push({ kind: "bracket", span: one, edits });
  }
  return found;
}

/** Straight quotes in an even number face outwards and inwards in turn; an odd one tells nothing. */
function quotes(text: string, marks: readonly number[]): Found[] {
  const straight = marks.filter((at) => text[at] === '"');
  if (straight.length === 0 || straight.length % 2 === 1 || /[“”]/.test(text)) return [];
  return straight.flatMap((start, i): Found[] => {
    const end = straight[i + 1];
    if (i % 2 === 1 || end === undefined || !/[\u4e00-\u9fff]/.test(text.slice(start, end))) return [];
    const edit = (at: number, newText: string): Edit => ({ span: { start: at, end: at + 1 }, newText });
    return [{ kind: "quote", span: { start, end: end + 1 }, edits: [edit(start, "“"), edit(end, "”")] }];
  });
}
