import type { Finding } from "../check/rule.js";
import { itemAt, type PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import type { SilenceEntry } from "./silenceModel.js";

/** Enough words to know a place by. */
const QUOTE_LENGTH = 60;
const HEADING_LENGTH = 40;

export type Anchor = Required<Pick<SilenceEntry, "rule" | "heading" | "quote">>;

/** Where a finding stands, said in words of the draft alone. */
export function anchorOf(plan: PlanDocument, finding: Finding): Anchor {
  const item = itemAt(plan, finding.span.start);
  const heading = squeezed(item?.title ?? "").slice(0, HEADING_LENGTH);
  const span = item ? withoutMarker(finding.span, item.marker.span) : finding.span;
  const quote = squeezed(plan.text.slice(span.start, Math.min(span.end, span.start + 4 * QUOTE_LENGTH)));
  return { rule: finding.ruleId, heading, quote: quote.slice(0, QUOTE_LENGTH) };
}

/** The entry that silences one finding. */
export function silenceEntry(
  plan: PlanDocument,
  finding: Finding,
  { file, reason }: { readonly file: string; readonly reason?: string | undefined },
): SilenceEntry {
  const { rule, heading, quote } = anchorOf(plan, finding);
  return { rule, file, heading, quote, ...(reason === undefined ? {} : { reason }) };
}

/** The entry that silences one rule in a whole file. */
export function fileSilenceEntry(rule: string, file: string, reason?: string): SilenceEntry {
  return { rule, file, ...(reason === undefined ? {} : { reason }) };
}

/** The number of an item changes whenever another is put before it, so it belongs to no quotation. */
function withoutMarker(span: Span, marker: Span): Span {
  if (span.start >= marker.end || span.end <= marker.start) return span;
  return { start: Math.min(marker.end, span.end), end: span.end };
}

/** Without blanks: a line that is broken elsewhere is still the same line. */
function squeezed(text: string): string {
  return text.replace(/[\s\u3000]+/g, "");
}
