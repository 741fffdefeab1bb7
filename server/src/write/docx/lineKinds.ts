import { isAttachmentHead } from "../../plan/front.js";
import type { Line, PlanDocument } from "../../plan/model.js";
import { skipSpaces, trimEnd } from "../../text/characters.js";
import type { Span } from "../../text/span.js";
import type { LineKind } from "./laidLine.js";

/** 版记: 抄送 and, last of all, who printed it and when. */
const COPIES = /^(?:抄送|主送)\s?[：:]/;
const PRINTED = /年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发$/;
const BRACKETED = /^[（(].*[）)]$/;
/** A title on the page of an attachment is short and ends with no mark. */
const ATTACHMENT_TITLE = /^[^。；，：]{2,60}$/;

/** What every line of the draft is on paper; headings are left as "body" for the tree to tell. */
export function lineKinds(plan: PlanDocument): LineKind[] {
  const titles = titleSpans(plan);
  const kinds = plan.lines.map((line): LineKind => {
    if (titles.some((title) => covers(title, line)))
      return BRACKETED.test(line.paragraph.text.trim()) ? "subtitle" : "title";
    return plainKind(plan, line);
  });
  markBelowTitle(plan, kinds);
  markAttachmentTitles(plan, kinds);
  markImprint(plan, kinds);
  return kinds;
}

function titleSpans(plan: PlanDocument): Span[] {
  const named = [plan.title, ...plan.parts.map((part) => part.title)];
  return named.flatMap((title) => (title ? [title.span] : []));
}

/** A title may be read from inside a sentence (现将《……》印发), so the line must lie in it, not it in the line. */
function covers(title: Span, { start, paragraph: { text } }: Line): boolean {
  const from = skipSpaces(text, 0);
  const to = trimEnd(text, from, text.length);
  return to > from && title.start <= start + from && start + to <= title.end;
}

function plainKind(plan: PlanDocument, line: Line): LineKind {
  switch (line.role) {
    case "issuer":
      return "issuer-mark";
    case "document-number":
    case "title":
    case "addressee":
    case "attachment-note":
    case "attachment-label":
    case "signature":
    case "date":
      return line.role;
    case "metadata":
    case "residue":
      return "flush";
    default:
      return isLabelWithName(plan, line) ? "attachment-label" : "body";
  }
}

/** `附件1：……清单` at the head of an attachment: label and name on one line. */
function isLabelWithName(plan: PlanDocument, { start, paragraph }: Line): boolean {
  return (
    isAttachmentHead(paragraph.text) &&
    plan.parts.some((part) => part.kind === "attachment" && part.span.start === start)
  );
}

/** Issuer and date right below the title are its 题注, not a signature. */
function markBelowTitle(plan: PlanDocument, kinds: LineKind[]): void {
  let isBelow = false;
  plan.lines.forEach(({ paragraph }, i) => {
    if (paragraph.blank) return;
    const kind = kinds[i];
    isBelow =
      kind === "title" || kind === "subtitle" || (isBelow && (kind === "signature" || kind === "date"));
    if (isBelow && kind !== "title") kinds[i] = "subtitle";
  });
}

/** GB/T 9704-2012 7.3.7: the title of an attachment is the first line below its label. */
function markAttachmentTitles(plan: PlanDocument, kinds: LineKind[]): void {
  let isNext = false;
  plan.lines.forEach(({ paragraph }, i) => {
    if (paragraph.blank) return;
    const isTitle = isNext && kinds[i] === "body" && !paragraph.marker;
    if (isTitle && ATTACHMENT_TITLE.test(paragraph.text.trim())) kinds[i] = "title";
    isNext = kinds[i] === "attachment-label" && plan.lines[i]?.role === "attachment-label";
  });
}

/** The last lines of the file, from 抄送 or from the line of the printer on. */
function markImprint(plan: PlanDocument, kinds: LineKind[]): void {
  for (let i = plan.lines.length - 1; i >= 0; i--) {
    const text = plan.lines[i]?.paragraph.text.trim() ?? "";
    if (text === "") continue;
    if (!COPIES.test(text) && !PRINTED.test(text)) return;
    kinds[i] = "imprint";
  }
}
