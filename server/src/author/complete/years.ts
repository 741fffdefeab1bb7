import type { PlanDocument } from "../../plan/model.js";
import type { Caret } from "../caret.js";
import type { Completion } from "./completion.js";

/** 到 at the head of a clause, or after a word that speaks of a goal; 达到, 得到 and 送到 are other words. */
const DUE = /(?:^|[\s，。；：、（“])(?:力争|争取|确保|努力|预计|计划)?到(\d{0,4})$/;
/** No period is longer; one that is was misread. */
const LONGEST = 15;

/** The years of the plan's period after 到: 到2027年，; for the last year its end as well (到2030年底，). */
export function yearCompletions(plan: PlanDocument, caret: Caret): Completion[] {
  const { period } = plan;
  const typed = DUE.exec(caret.before)?.[1];
  if (typed === undefined || !period || !/^(?:$|[\s，。；）])/.test(caret.after)) return [];
  const count = Math.min(LONGEST, period.to - period.from) + 1;
  const years = Array.from({ length: Math.max(0, count) }, (_, i) => period.from + i);
  const comma = caret.after.startsWith("，") ? "" : "，";
  const texts = [...years.map((year) => `${year}年`), `${period.to}年底`];
  return texts
    .filter((text) => text.startsWith(typed))
    .map((text) => ({
      kind: "year",
      label: text,
      detail: "",
      filters: [text],
      edit: { span: { start: caret.offset - typed.length, end: caret.offset }, newText: text + comma },
    }));
}
