import type { PlanDocument, PlanKind } from "../../plan/model.js";
import { parsePlan } from "../../plan/parsePlan.js";
import { applyEdits, type Span } from "../../text/span.js";
import { expandSnippet } from "./expandSnippet.js";
import { moveYears } from "./moveYears.js";
import type { SectionOrder } from "./sections.js";

/** Something carried over that a person must look at: it may no longer hold. */
export interface Attention {
  /** A value to be reached; a day or a month; a year that was not moved on; the document's number. */
  readonly kind: "target" | "date" | "year" | "document-number";
  readonly span: Span;
}

export interface NewDraft {
  readonly text: string;
  /** In reading order, none overlapping another; UTF-16 offsets of the new text. */
  readonly attention: readonly Attention[];
}

/** From what a draft is begun: last year's, else the skeleton of its kind as the snippets have it. */
export interface DraftSource {
  readonly lastYear?: PlanDocument;
  readonly order: SectionOrder;
  readonly snippets: Readonly<Record<string, { readonly body: readonly string[] }>>;
}

/**
 * A draft of a kind for a year (the first of its period). Last year's draft keeps its structure and its words, its years
 * move on, and every target, date and older year that came along is listed.
 */
export function newDraft(kind: PlanKind, year: number, source: DraftSource): NewDraft {
  const { lastYear, order, snippets } = source;
  if (!lastYear) {
    const body = snippets[order.kinds[kind]?.skeleton ?? ""]?.body ?? [];
    return { text: expandSnippet(body.join("\n"), year), attention: [] };
  }
  const by = lastYear.period ? year - lastYear.period.from : 0;
  const text = applyEdits(lastYear.text, moveYears(lastYear, by));
  return { text, attention: attentionIn(parsePlan(text), year) };
}

const DAY = /(?<!\d)\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?(?:前|底前)?/g;
const OLD_YEAR = /(?<!\d)(?:19|20)\d\d(?=\s?(?:年|学年|[—–～~〕\]］.\-/至到]))/g;

function attentionIn(plan: PlanDocument, year: number): Attention[] {
  const { documentNumber, dates } = plan.front;
  const found: Attention[] = [
    ...dates.map(({ span }): Attention => ({ kind: "date", span })),
    ...plan.targets
      .filter((target) => target.kind === "goal")
      .map(({ valueSpan }): Attention => ({ kind: "target", span: valueSpan })),
    ...[...plan.text.matchAll(DAY)].map((match): Attention => ({ kind: "date", span: spanOf(match) })),
    ...[...plan.text.matchAll(OLD_YEAR)]
      .filter((match) => Number(match[0]) < year)
      .map((match): Attention => ({ kind: "year", span: spanOf(match) })),
  ];
  if (documentNumber) found.push({ kind: "document-number", span: documentNumber.span });
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
