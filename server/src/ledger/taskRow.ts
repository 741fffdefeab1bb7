import type { Target } from "../plan/model.js";
import type { Span } from "../text/span.js";

/** 责任分工表: one row for each leaf task of the plan, with who does it and by when. */
export interface TaskRow {
  readonly marker: string;
  /** The markers from level 1 down to the task. */
  readonly path: readonly string[];
  readonly title: string;
  readonly lead: readonly string[];
  /** All departments, those that lead included, each once. */
  readonly departments: readonly string[];
  /** As written: 2027年底前, 全年; "" where the draft gives none. */
  readonly deadline: string;
  /** The goals that the task states: 学前教育毛入园率 95%以上. */
  readonly targets: readonly string[];
  readonly span: Span;
}

export const NONE: readonly string[] = [];

/** Most tasks state one goal or none: their lists have no room for more. */
export function goalsOf(targets: readonly Target[]): readonly string[] {
  let goals: string[] | undefined;
  for (const { kind, indicator, value } of targets) {
    if (kind !== "goal") continue;
    const goal = indicator === "" ? value : `${indicator} ${value}`;
    if (goals) goals.push(goal);
    else goals = [goal];
  }
  return goals ?? NONE;
}
