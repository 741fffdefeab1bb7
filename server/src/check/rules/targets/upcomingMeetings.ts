import { type Meeting, meetingsIn } from "../../../plan/meetings.js";
import { linesHolding } from "../../../plan/linesHolding.js";
import type { PlanDocument } from "../../../plan/model.js";
import { behindLast } from "../../../text/ends.js";
import { shift, slice, type Span } from "../../../text/span.js";

/** A congress or plenum of which a draft still speaks as one to come, though it had been held when its period began. */
export interface Upcoming {
  /** With the words that say so. */
  readonly span: Span;
  readonly found: string;
  readonly held: number;
  /** The words that would have to go; undefined where the sentence is to be written anew. */
  readonly removed: Span | undefined;
}

const TO_COME = /(?:即将|将要|将)(?:胜利|隆重)?召开的?$/;
const AWAITED = /(?:喜迎|迎接)(?:中国共产党)?$/;
const WILL_BE = /^(?:即将|将于|将在)[^，。；]{0,12}召开/;
const LOOKS_BACK = /以来|已|成果|曾/;
/** A draft for several years may be written in the year before they begin; one for a single year after its meetings. */
export function* upcomingMeetings(
  plan: PlanDocument,
  period: { readonly from: number; readonly to: number },
): Generator<Upcoming> {
  const over = period.from === period.to ? period.from - 1 : period.from - 2;
  const said = ["召开", "迎"].flatMap((word) => linesHolding(plan, word));
  const lines = new Map(said.map((line) => [line.start, line]));
  for (const { role, start, paragraph } of lines.values()) {
    if (role === "metadata" || role === "title") continue;
    for (const meeting of meetingsIn(paragraph.text)) {
      const found = meeting.held <= over && announced(paragraph.text, meeting);
      if (!found) continue;
      const removed = found.removed && shift(found.removed, start);
      yield {
        span: shift(found.span, start),
        found: slice(paragraph.text, found.span),
        held: meeting.held,
        removed,
      };
    }
  }
}

function announced(text: string, { span }: Meeting): Pick<Upcoming, "span" | "removed"> | undefined {
  const before = text.slice(Math.max(0, span.start - 30), span.start);
  const after = text.slice(span.end, span.end + 30);
  if (isInName(before)) return undefined;
  const coming = TO_COME.exec(before)?.[0];
  if (coming !== undefined) {
    const start = span.start - coming.length;
    return { span: { start, end: span.end }, removed: { start, end: span.start } };
  }
  const will = WILL_BE.exec(after)?.[0];
  if (will !== undefined)
    return { span: { start: span.start, end: span.end + will.length }, removed: undefined };
  const awaited = AWAITED.exec(before)?.[0];
  const clause = before.slice(behindLast(before, "，。；")) + (after.split(/[，。；]/)[0] ?? "");
  if (awaited === undefined || LOOKS_BACK.test(clause)) return undefined;
  return { span: { start: span.start - awaited.length, end: span.end }, removed: undefined };
}

/** “喜迎党的二十大、奋进新征程”主题活动, 《……》. */
function isInName(before: string): boolean {
  const last = (...marks: readonly string[]): number =>
    Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
  return last("“", "《") > last("”", "》");
}
