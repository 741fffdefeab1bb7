import type { PlanDocument } from "../plan/model.js";
import { matchesIn } from "../text/matches.js";
import { NONE, type TaskRow } from "./taskRow.js";

/** Minutes say in a sentence who is to do it: 由安全科牵头. Not 由安全科牵头的协调小组, which is a thing. */
const CHARGED = /由([\u4e00-\u9fff、]{2,40}?)(牵头|负责)(?!人|的)/g;
/** Bodies, and no persons: 由分管局长负责 names none. */
const BODY =
  /^[\u4e00-\u9fff]{1,14}(?:[科股处室局委办厅部院站所队镇乡校]|中心|街道|公司|学校|支队|集团|协会|社区)$/;
/** So much of a point is read. */
const REACH = 1000;

export type Bodies = Pick<TaskRow, "lead" | "departments">;

/** The title of minutes is read as that of no plan: it is looked for in the first lines. */
const MINUTES = /(?:^|\n)[ \u3000]*[^\n，。；]{2,40}纪 ?要[ \u3000]*(?:[（(〔][^\n]{1,20})?\r?(?:\n|$)/;
const HEAD = 300;

export function isMinutes({ text }: PlanDocument): boolean {
  return MINUTES.test(text.slice(0, HEAD));
}

/** Those whom a point of the minutes charges with its tasks, each once. */
export function chargedIn(text: string): Bodies {
  const lead = new Set<string>();
  const all = new Set<string>();
  for (const [, list = "", verb] of matchesIn(text.slice(0, REACH), CHARGED)) {
    const names = list.split("、");
    if (!names.every((name) => BODY.test(name))) continue;
    for (const name of names) {
      all.add(name);
      if (verb === "牵头") lead.add(name);
    }
  }
  return all.size === 0 ? { lead: NONE, departments: NONE } : { lead: [...lead], departments: [...all] };
}
