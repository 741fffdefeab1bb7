import type { Item, MarkerStyle, PlanDocument } from "../../plan/model.js";
import { partNumbers } from "../../plan/partNumbers.js";
import { styleKey } from "../../plan/sequence.js";
import { fromEnclosed, toHalfWidthDigits } from "../../text/numerals.js";
import type { Edit } from "../../text/span.js";

/** What GB/T 9704-2012 7.3.3 writes; it decides where the draft is of two minds. Other styles are left as they are. */
const STANDARD: ReadonlyMap<MarkerStyle, string> = new Map([
  ["hanzi", "#、"],
  ["hanzi-paren", "（#）"],
  ["arabic", "#."],
  ["arabic-paren", "（#）"],
]);

interface Written {
  readonly item: Item;
  /** The spaces between marker and heading; undefined where they are not to be touched. */
  readonly gap: string | undefined;
}

/** The markers of one level and style in one part. */
interface Group {
  readonly style: MarkerStyle;
  readonly written: Written[];
  /** How often each form stands there, as it is written. */
  readonly forms: Map<string, number>;
  readonly gaps: Map<string, number>;
}

/** Markers of one level and style brought to the form that most of them have, with the space behind them that most have. */
export function markerEdits(plan: PlanDocument): Edit[] {
  const edits: Edit[] = [];
  for (const { style, written, forms, gaps } of groupsOf(plan)) {
    const settledForms = new Map<string, number>();
    for (const [form, times] of forms) count(settledForms, settled(style, form), times);
    const as = { form: mostly(settledForms, STANDARD.get(style) ?? ""), gap: mostly(gaps, "") };
    for (const one of written) rewrite(plan, one, as, edits);
  }
  return edits;
}

function groupsOf(plan: PlanDocument): Iterable<Group> {
  const groups = new Map<string, Group>();
  const partOf = partNumbers(plan);
  for (const item of plan.items) {
    const { marker, level } = item;
    if (!STANDARD.has(marker.style)) continue;
    const key = `${partOf(item)} ${level} ${styleKey(marker)}`;
    let group = groups.get(key);
    if (!group)
      groups.set(key, (group = { style: marker.style, written: [], forms: new Map(), gaps: new Map() }));
    const gap = gapOf(plan.text, item);
    count(group.forms, marker.form);
    if (gap !== undefined) count(group.gaps, gap);
    group.written.push({ item, gap });
  }
  return groups.values();
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

/** Before a digit or a letter the space keeps two numbers apart; a heading on the next line has none. */
function gapOf(text: string, { heading, marker }: Item): string | undefined {
  if (heading.end <= heading.start || LETTER.test(text.charAt(heading.start))) return undefined;
  if (heading.start <= marker.span.end) return "";
  const gap = text.slice(marker.span.end, heading.start);
  return /^[^\S\r\n]*$/.test(gap) ? gap : undefined;
}

const LETTER = /[0-9０-９A-Za-z]/;

/** The commonest text; of several equally common ones the preferred, else the first. */
function mostly(counts: ReadonlyMap<string, number>, preferred: string): string {
  const most = Math.max(0, ...counts.values());
  if ((counts.get(preferred) ?? 0) === most) return preferred;
  return [...counts].find(([, times]) => times === most)?.[0] ?? preferred;
}

function rewrite(
  plan: PlanDocument,
  { item, gap }: Written,
  as: { readonly form: string; readonly gap: string },
  edits: Edit[],
): void {
  const { ordinal, numeral: place, span, text: written } = item.marker;
  const numeral = plan.text.slice(place.start, place.end).trim();
  if (ordinal === undefined || numeral === "" || fromEnclosed(numeral) !== undefined) return;
  const text = as.form.replace("#", toHalfWidthDigits(numeral));
  if (text !== written) edits.push({ span, newText: text });
  if (gap !== undefined && gap !== as.gap)
    edits.push({ span: { start: span.end, end: span.end + gap.length }, newText: as.gap });
}
