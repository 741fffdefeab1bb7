import type { PlanDocument } from "../../plan/model.js";
import { fromArabic, fromChinese } from "../../text/numerals.js";
import type { Span } from "../../text/span.js";
import { caretAt } from "../caret.js";
import type { RosterName } from "../folder.js";
import { holds } from "./at.js";
import { subjectAt } from "./subject.js";

/**
 * Where the thing named at an offset is defined: at a place of this draft, or in another document or the roster, which
 * only the caller can open. `from` are the words that name it.
 */
export type Definition =
  | { readonly kind: "place"; readonly from: Span; readonly to: Span }
  | { readonly kind: "document"; readonly from: Span; readonly title: string }
  | { readonly kind: "department"; readonly from: Span; readonly names: readonly string[] };

/** The definition of a referred item, an attachment, a cited document, a department or an indicator at `offset` (UTF-16 units). */
export function definitionAt(
  plan: PlanDocument,
  offset: number,
  roster: readonly RosterName[],
): Definition | undefined {
  const attachment = attachmentAt(plan, offset);
  if (attachment) return attachment;
  const found = subjectAt(plan, offset, roster);
  switch (found?.subject.kind) {
    case "item": {
      const { marker, heading } = found.subject.item;
      const to = { start: marker.span.start, end: Math.max(marker.span.end, heading.end) };
      return { kind: "place", from: found.span, to };
    }
    case "document":
      return { kind: "document", from: found.span, title: found.subject.title };
    case "department":
      return { kind: "department", from: found.span, names: found.subject.names };
    case "indicator": {
      // Where the draft first says what it is to reach.
      const { name } = found.subject;
      const first = plan.targets.find((target) => target.indicator === name && target.kind === "goal");
      return first && { kind: "place", from: found.span, to: first.indicatorSpan };
    }
    default:
      return undefined;
  }
}

/** 附件2 in the text leads to the line 附件2 below it; 附件 alone to the only one. */
function attachmentAt(plan: PlanDocument, offset: number): Definition | undefined {
  const { line } = caretAt(plan, offset);
  if (line.role === "attachment-label") return undefined;
  for (const match of line.paragraph.text.matchAll(/附\s?件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})?/g)) {
    const from = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    if (!holds(from, offset)) continue;
    const to = attachmentLabel(plan, numberOf(match[1]));
    return to && { kind: "place", from, to };
  }
  return undefined;
}

function attachmentLabel(plan: PlanDocument, number: number | undefined): Span | undefined {
  const labels = plan.lines.filter((line) => line.role === "attachment-label");
  const found = labels.find((line) => {
    const own = numberOf(/\d{1,2}|[一二三四五六七八九十]{1,2}/.exec(line.paragraph.text)?.[0]);
    return own === number || (labels.length === 1 && (own === undefined || number === undefined));
  });
  return found && { start: found.start, end: found.start + found.paragraph.text.length };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : (fromArabic(text) ?? fromChinese(text));
}
