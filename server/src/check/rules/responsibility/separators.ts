import type { Department, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { Span } from "../../../text/span.js";
import { isCollective } from "./departmentUses.js";

/** A habit is a mark used so many times, and so many times as often as all others together. */
const HABIT = 3;
const HABIT_TIMES = 4;

/** The marks that stand where nearly all lists have another one, in reading order. */
export interface OddGaps {
  readonly common: string;
  readonly odd: readonly Gap[];
}

/** `counts`: how often each mark stands in each chapter. Undefined where there is no such habit. */
export function oddGaps(
  { text, items, roots }: PlanDocument,
  counts: readonly ReadonlyMap<string, number>[],
): OddGaps | undefined {
  const all = new Map<string, number>();
  for (const marks of counts) marks.forEach((count, mark) => all.set(mark, (all.get(mark) ?? 0) + count));
  const common = habitOf(all);
  if (common === undefined) return undefined;
  const odd: Gap[] = [];
  counts.forEach((marks, i) => {
    if (marks.size === 0 || (marks.size === 1 && marks.has(common))) return;
    for (const { responsibilities } of items.slice(roots[i]?.index, roots[i + 1]?.index))
      odd.push(...gapsIn(text, responsibilities).filter(({ mark }) => mark !== common));
  });
  return { common, odd: odd.sort((a, b) => a.span.start - b.span.start) };
}

export interface Gap {
  readonly mark: string;
  readonly span: Span;
}

/** What stands between two neighbours of one list. A comma before 各县区 sets off a group and is no slip. */
export function gapsIn(text: string, responsibilities: readonly Responsibility[]): Gap[] {
  const gaps: Gap[] = [];
  for (const one of responsibilities)
    eachGap(text, one, (mark, start, end) => gaps.push({ mark, span: { start, end } }));
  return gaps;
}

/** The same without their places. */
export function marksIn(text: string, one: Responsibility): string[] {
  const marks: string[] = [];
  eachGap(text, one, (mark) => marks.push(mark));
  return marks;
}

function eachGap(
  text: string,
  one: Responsibility,
  see: (mark: string, start: number, end: number) => void,
): void {
  const by = PlacedResponsibility.lineStartOf(one);
  for (const { departments } of PlacedResponsibility.foundOf(one).groups) {
    for (let i = 1; i < departments.length; i++) {
      const [before, next] = [departments[i - 1] as Department, departments[i] as Department];
      const [start, end] = [by + before.span.end, by + next.span.start];
      const mark = markIn(text.slice(start, end));
      if (mark && !isCollective(next.name) && !isCollective(before.name)) see(mark, start, end);
    }
  }
}

function markIn(between: string): string | undefined {
  if (between.length > 6 || /[\n\r]/.test(between)) return undefined;
  const mark = between.trim();
  if (mark === "") return between === "" ? undefined : "space";
  return mark === "、" || mark === "／" || mark === "/" ? mark : undefined;
}

function habitOf(marks: ReadonlyMap<string, number>): string | undefined {
  let all = 0;
  for (const count of marks.values()) all += count;
  return [...marks].find(([, n]) => n >= HABIT && n >= (all - n) * HABIT_TIMES)?.[0];
}
