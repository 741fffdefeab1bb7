import { lineAt, lineSpan } from "../text/lines.js";
import type { Item, PlanDocument } from "./model.js";

/** 9.感染率	定量	…: of a row of a table the numbers before may stand in another column. */
export function isInTable({ text, starts }: PlanDocument, { marker }: Item): boolean {
  const { end } = lineSpan(text, starts, lineAt(starts, marker.span.end));
  return isTableRow(text.slice(marker.span.end, end));
}

/** Two cells with a tab between them. */
export function isTableRow(text: string): boolean {
  return text.includes("\t") && text.trim().includes("\t");
}
