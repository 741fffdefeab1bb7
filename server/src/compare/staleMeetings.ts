import { isLater, lastPlenumBefore, meetingsIn, plenumName } from "../plan/meetings.js";
import type { PlanDocument } from "../plan/model.js";
import { clausesWith, takenOver } from "./sameClauses.js";

/** A plenum that a draft took over from an earlier plan together with its clause, a newer one having been held since. */
export interface StaleMeeting {
  readonly span: { readonly start: number; readonly end: number };
  readonly found: string;
  /** The last plenum before the draft's period began. */
  readonly newest: string;
  /** What may stand there instead: with the newest added, or all of them. */
  readonly proposals: readonly string[];
}

const CARRIED_OUT = /贯彻|落实|学习|宣传/;

/**
 * To name an older plenum is no slip. It is one where the clause is last year's to the letter and the whole draft does not
 * know that another was held meanwhile.
 */
export function staleMeetings(draft: PlanDocument, earlier: PlanDocument): StaleMeeting[] {
  const [now, before] = [draft.period, earlier.period];
  if (!now || !before || before.to >= now.to) return [];
  const newest = lastPlenumBefore(now.from);
  if (!newest || newest.held < before.from) return [];
  const knows = meetingsIn(draft.text).some((one) => !isLater(newest, one));
  if (knows || /历次全会/.test(draft.text)) return [];
  const found: StaleMeeting[] = [];
  const named = clausesWith(draft.text, "全会").filter(({ text }) => CARRIED_OUT.test(text));
  for (const { text, start } of takenOver(named, earlier.text, "全会")) {
    for (const { span, term, plenum } of meetingsIn(text)) {
      if (plenum === 0 || term !== newest.term) continue;
      const words = text.slice(span.start, span.end);
      found.push({
        span: { start: start + span.start, end: start + span.end },
        found: words,
        newest: plenumName(newest),
        proposals: [
          words.replace(/全会$/, `、${plenumName(newest).slice(plenumName(newest).indexOf("届") + 1)}`),
          `${words.slice(0, words.indexOf("届"))}届历次全会`,
        ],
      });
    }
  }
  return found;
}
