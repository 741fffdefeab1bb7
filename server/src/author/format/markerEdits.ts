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
  /** The form with full-width brackets and without stray spaces and marks. */
  readonly form: string;
  /** The spaces between marker and heading; undefined where they are not to be touched. */
  readonly gap: string | undefined;
}

/** Markers of one level and style brought to the form that most of them have, with the space behind them that most have. */
export function markerEdits(plan: PlanDocument): Edit[] {
  const groups = new Map<string, Written[]>();
  const partOf = partNumbers(plan);
  for (const item of plan.items) {
    if (!STANDARD.has(item.marker.style)) continue;
    const key = `${partOf(item)} ${item.level} ${styleKey(item.marker)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ item, form: settled(item), gap: gapOf(plan, item) });
  }
  return [...groups.values()].flatMap((group) => {
    const style = group[0]?.item.marker.style ?? "hanzi";
    const form = mostly(
      group.map((one) => one.form),
      STANDARD.get(style) ?? "",
    );
    const gap = mostly(
      group.flatMap((one) => one.gap ?? []),
      "",
    );
    return group.flatMap((one) => rewritten(plan, one, { form, gap }));
  });
}

function settled({ marker }: Item): string {
  const plain = marker.form
    .replace(/[\s\u3000]/g, "")
    .replace("(", "（")
    .replace(")", "）")
    .replace("．", ".");
  if (plain.startsWith("（#）")) return "（#）";
  if (marker.style === "arabic" && /^#[,，]$/.test(plain)) return "#.";
  return plain;
}

/** Before a digit or a letter the space keeps two numbers apart; a heading on the next line has none. */
function gapOf(plan: PlanDocument, item: Item): string | undefined {
  const { heading, marker } = item;
  const gap = plan.text.slice(marker.span.end, Math.max(marker.span.end, heading.start));
  const isLoose = /^[^\S\r\n]*$/.test(gap) && heading.end > heading.start;
  return isLoose && !/[0-9０-９A-Za-z]/.test(plan.text[heading.start] ?? "") ? gap : undefined;
}

/** The commonest text; of several equally common ones the preferred, else the first. */
function mostly(texts: readonly string[], preferred: string): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if ((counts.get(preferred) ?? 0) === most) return preferred;
  return [...counts].find(([, count]) => count === most)?.[0] ?? preferred;
}

function rewritten(
  plan: PlanDocument,
  one: Written,
  as: { readonly form: string; readonly gap: string },
): Edit[] {
  const { marker } = one.item;
  const numeral = plan.text.slice(marker.numeral.start, marker.numeral.end).trim();
  if (marker.ordinal === undefined || numeral === "" || fromEnclosed(numeral) !== undefined) return [];
  const text = as.form.replace("#", toHalfWidthDigits(numeral));
  const edits: Edit[] = text === marker.text ? [] : [{ span: marker.span, newText: text }];
  if (one.gap !== undefined && one.gap !== as.gap) {
    const start = marker.span.end;
    edits.push({ span: { start, end: start + one.gap.length }, newText: as.gap });
  }
  return edits;
}
