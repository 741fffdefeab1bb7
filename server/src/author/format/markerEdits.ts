import type { Item, Marker, MarkerStyle, Paragraph, Part, PlanDocument } from "../../plan/model.js";
import { type StyleKey, styleKey } from "../../plan/sequence.js";
import { fromEnclosed, toHalfWidthDigits } from "../../text/numerals.js";
import { isDigit, isSpace } from "../../text/characters.js";
import type { Edit, Span } from "../../text/span.js";

/** What GB/T 9704-2012 7.3.3 writes; it decides where the draft is of two minds. Other styles are left as they are. */
const STANDARD: ReadonlyMap<MarkerStyle, string> = new Map([
  ["hanzi", "#、"],
  ["hanzi-paren", "（#）"],
  ["arabic", "#."],
  ["arabic-paren", "（#）"],
]);

/** The markers of one level and style in one part. */
export interface MarkerGroup {
  readonly style: MarkerStyle;
  readonly items: Item[];
  /** How often each form stands there, as it is written. */
  readonly forms: Map<string, number>;
  readonly gaps: Map<string, number>;
  /** Whether one is unsettled. */
  unsettled: boolean;
}

/** A marker as its line has it. */
interface Written {
  readonly mark: Marker;
  /** The spaces between marker and heading; undefined where they are not to be touched. */
  readonly gap: string | undefined;
  /** Whether the numeral has something around it, or is written with something, that no settled form has. */
  readonly unsettled: boolean;
}

/** How markers are to be written, and with how much space behind them. */
interface Form {
  readonly form: string;
  readonly gap: string;
}

/** Markers of one level and style brought to the form that most of them have, with the space behind them that most have. */
export function markerEdits(plan: PlanDocument): Edit[] {
  return markerGroups(plan).flatMap((group) => rewritesIn(plan.text, group).flatMap(({ edits }) => edits));
}

interface Rewrite {
  readonly item: Item;
  readonly edits: readonly Edit[];
}

const NONE: readonly Rewrite[] = [];

/** The items of a group whose markers are to be written otherwise, each with the edits that do it. */
export function rewritesIn(text: string, group: MarkerGroup): readonly Rewrite[] {
  const as = formOf(group);
  if (isUniform(group, as)) return NONE;
  const found: Rewrite[] = [];
  for (const item of group.items) {
    const edits = rewrite(item, writtenIn(text, item), as);
    if (edits.length > 0) found.push({ item, edits });
  }
  return found;
}

/** Whether nothing is left to be rewritten in a group once some of its lines are others. */
export function isSettled(
  text: string,
  group: MarkerGroup,
  after: (line: number) => Paragraph | undefined,
): boolean {
  const now = newGroup(group.style);
  const all = group.items.map((item): Written => {
    const { text: words = "", marker, heading } = after(item.line) ?? {};
    const written =
      marker && heading
        ? {
            mark: marker,
            gap: gapBetween(words, marker.span.end, heading.span),
            unsettled: isUnsettled(words, marker.span.start, marker.span.end),
          }
        : writtenIn(text, item);
    add(now, item, written);
    return written;
  });
  const as = formOf(now);
  return isUniform(now, as) || all.every((one, i) => rewrite(now.items[i] as Item, one, as).length === 0);
}

/** Nearly all markers are written as they should be. */
function isUniform({ forms, gaps, unsettled }: MarkerGroup, as: Form): boolean {
  return (
    !unsettled &&
    forms.size === 1 &&
    forms.has(as.form) &&
    (gaps.size === 0 || (gaps.size === 1 && gaps.has(as.gap)))
  );
}

/** Items come part by part. */
export function markerGroups({ text, items }: PlanDocument): readonly MarkerGroup[] {
  const groups: MarkerGroup[] = [];
  let part: Part | undefined;
  let levels: Map<StyleKey, MarkerGroup>[] = [];
  for (const item of items) {
    const { mark, level } = item;
    if (!STANDARD.has(mark.style)) continue;
    if (item.part !== part) {
      part = item.part;
      levels = [];
    }
    const ofLevel = (levels[level] ??= new Map());
    const key = styleKey(mark);
    let group = ofLevel.get(key);
    if (!group) {
      ofLevel.set(key, (group = newGroup(mark.style)));
      groups.push(group);
    }
    add(group, item, writtenIn(text, item));
  }
  return groups;
}

function newGroup(style: MarkerStyle): MarkerGroup {
  return { style, items: [], forms: new Map(), gaps: new Map(), unsettled: false };
}

function add(group: MarkerGroup, item: Item, { mark, gap, unsettled }: Written): void {
  count(group.forms, mark.form);
  if (gap !== undefined) count(group.gaps, gap);
  group.unsettled ||= unsettled;
  group.items.push(item);
}

function writtenIn(text: string, item: Item): Written {
  const { start, markerEnd } = item;
  return {
    mark: item.mark,
    gap: gapBetween(text, markerEnd, { start: item.headingStart, end: item.headingEnd }),
    unsettled: isUnsettled(text, start, markerEnd),
  };
}

function isUnsettled(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 ? isSpace(code) || isDigit(code) : code <= 0x20) return true;
  }
  return false;
}

function formOf({ style, forms, gaps }: MarkerGroup): Form {
  const settledForms = new Map<string, number>();
  for (const [form, times] of forms) count(settledForms, settled(style, form), times);
  return { form: mostly(settledForms, STANDARD.get(style) ?? ""), gap: mostly(gaps, "") };
}

function count(counts: Map<string, number>, text: string, times = 1): void {
  counts.set(text, (counts.get(text) ?? 0) + times);
}

/** The form with full-width brackets and without stray spaces and marks. */
function settled(style: MarkerStyle, form: string): string {
  const plain = form
    .replace(/[\s\u3000]/g, "")
    .replace("(", "（")
    .replace(")", "）")
    .replace("．", ".");
  if (plain.startsWith("（#）")) return "（#）";
  if (style === "arabic" && /^#[,，]$/.test(plain)) return "#.";
  return plain;
}

/** The gap in a line that begins with a marker. */
export function gapIn({ text, marker, heading }: Paragraph): string | undefined {
  return marker && heading && gapBetween(text, marker.span.end, heading.span);
}

/** Before a digit or a letter the space keeps two numbers apart; a heading on the next line has none. */
function gapBetween(text: string, from: number, { start: to, end }: Span): string | undefined {
  if (end <= to || isLetter(text.charCodeAt(to))) return undefined;
  if (to <= from) return "";
  const gap = text.slice(from, to);
  return /^[^\S\r\n]*$/.test(gap) ? gap : undefined;
}

function isLetter(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** The commonest text; of several equally common ones the preferred, else the first. */
function mostly(counts: ReadonlyMap<string, number>, preferred: string): string {
  const most = Math.max(0, ...counts.values());
  if ((counts.get(preferred) ?? 0) === most) return preferred;
  return [...counts].find(([, times]) => times === most)?.[0] ?? preferred;
}

function rewrite(item: Item, { mark, gap }: Written, as: Form): readonly Edit[] {
  const { ordinal, numeral: place, span, text: written } = mark;
  const numeral = written.slice(place.start - span.start, place.end - span.start).trim();
  if (ordinal === undefined || numeral === "" || fromEnclosed(numeral) !== undefined) return [];
  const { start, markerEnd: end } = item;
  const edits: Edit[] = [];
  const text = as.form.replace("#", toHalfWidthDigits(numeral));
  if (text !== written) edits.push({ span: { start, end }, newText: text });
  if (gap !== undefined && gap !== as.gap)
    edits.push({ span: { start: end, end: end + gap.length }, newText: as.gap });
  return edits;
}
