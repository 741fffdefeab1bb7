import { looksBack } from "../../../plan/lookingBack.js";
import { linesHolding } from "../../../plan/linesHolding.js";
import { itemAt, type Line, type PlanDocument } from "../../../plan/model.js";
import { shift, type Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";
import { datesOfIssue } from "../structure/issueDates.js";

/** Something to be done by the end of a year, with no number in it. */
export interface PastDeed {
  readonly span: Span;
  /** The four digits. */
  readonly year: Span;
}

/** 2025年底前完成与省平台对接, a clause of its own. What is said with 的 may be about a deed of old. */
const DEED =
  /(?<=^|[，。；：、.．）\s])(?:力争|确保|争取|务必|要|应)?(?:于|在)?(20\d\d)年(?:年?底|末|12月底|12月31日)之?前[，,]?(?:全面|全部|基本)?(?:完成|建成|建立|实现|印发|出台|制定|投入使用|投用|竣工|启用)[^，。；的已后\n]{2,40}(?=[，。；\n]|$)/g;
/** Behind it in its sentence: phases of the same work, or another time. */
const GOES_ON =
  /^[^。！？]*?(?:20\d\d|\d月|[今明]年|年[内底]|半年|阶段|[一二三两]期|[已再后]|同比|结转|续建)/;
/** So much of the sentence behind it is looked at: a line may hold thousands of such clauses. */
const REACH = 80;

/** A term and nothing more: 2025年12月底前. One that goes on, 2025年12月至2026年3月, is none. */
const TERM = /^(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|年?底|末)?(?:之?前|以前)?$/;

export function mayBePastDeed(text: string): boolean {
  DEED.lastIndex = 0;
  return text.includes("20") && (DEED.test(text) || /(?:时[限间]|节点)[）)】\]]?\s?[：:】]/.test(text));
}

/** Deeds that were due in the year before that of a plan for one year. A draft issued in that year may well order them. */
export function* pastDeeds(plan: PlanDocument, year: number): Generator<PastDeed> {
  const last = String(year - 1);
  if (datesOfIssue(plan).some((date) => (date.year ?? year) < year)) return;
  for (const { paragraph, role, start } of linesHolding(plan, `${last}年`)) {
    yield* pastTerms(plan, { paragraph, start }, last);
    if (role !== "body" && role !== "heading") continue;
    for (const match of matchesIn(paragraph.text, DEED)) {
      if (match[1] !== last) continue;
      const end = match.index + match[0].length;
      if (GOES_ON.test(paragraph.text.slice(end, end + REACH))) continue;
      const item = itemAt(plan, start + match.index);
      if (!item || looksBack(item)) continue;
      const at = match.index + match[0].indexOf(last);
      yield {
        span: shift({ start: match.index, end }, start),
        year: shift({ start: at, end: at + last.length }, start),
      };
    }
  }
}

/** 完成时限：2025年12月底 of what a plan for 2026 tells somebody to do. */
function* pastTerms(
  plan: PlanDocument,
  { paragraph, start }: Pick<Line, "paragraph" | "start">,
  last: string,
): Generator<PastDeed> {
  for (const { deadline } of paragraph.responsibilities) {
    if (!deadline || TERM.exec(deadline.text)?.[1] !== last) continue;
    const span = shift(deadline.span, start);
    const item = itemAt(plan, span.start);
    if (!item || looksBack(item)) continue;
    yield { span, year: { start: span.start, end: span.start + last.length } };
  }
}
