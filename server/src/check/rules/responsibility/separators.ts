import type { Department, Item, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { Span } from "../../../text/span.js";
import { itemsWhere } from "../../itemsWhere.js";
import type { RuleContext } from "../../rule.js";
import { isCollective } from "./departmentUses.js";

/** A habit is a mark used so many times, and so many times as often as all others together. */
const HABIT = 3;
const HABIT_TIMES = 4;

/** The mark that nearly all lists have between their names; undefined where there is no such habit. */
export function commonMark(plan: PlanDocument, context: RuleContext): string | undefined {
  return habitOf(marksOf(plan, context));
}

/** How often each mark stands. */
type Marks = Map<string, number>;

function marksOf({ text }: PlanDocument, { ofChapters }: RuleContext): Marks {
  const all: Marks = new Map();
  const ofEach = ofChapters("separators", (chapter) => {
    const marks: Marks = new Map();
    const visit = ({ responsibilities, children }: Item): void => {
      for (const { mark } of gapsIn(text, responsibilities)) add(marks, mark, 1);
      children.forEach(visit);
    };
    visit(chapter);
    return marks;
  });
  for (const marks of ofEach) marks.forEach((count, mark) => add(all, mark, count));
  return all;
}

function add(marks: Marks, mark: string, count: number): void {
  marks.set(mark, (marks.get(mark) ?? 0) + count);
}

/** Where another mark stands than the common one, in reading order. */
export function otherGaps(plan: PlanDocument, context: RuleContext, common: string): Gap[] {
  const others = ({ responsibilities }: Item): Gap[] =>
    gapsIn(plan.text, responsibilities).filter(({ mark }) => mark !== common);
  const is = (item: Item): boolean => others(item).length > 0;
  const found = itemsWhere(plan, context, { key: `separatorsBut${common}`, is }).flatMap(others);
  return found.sort((a, b) => a.span.start - b.span.start);
}

export interface Gap {
  readonly mark: string;
  readonly span: Span;
}

/** What stands between two neighbours of one list. A comma before 各县区 sets off a group and is no slip. */
export function gapsIn(text: string, responsibilities: readonly Responsibility[]): Gap[] {
  const gaps: Gap[] = [];
  for (const one of responsibilities) {
    const by = PlacedResponsibility.lineStartOf(one);
    for (const { departments } of PlacedResponsibility.foundOf(one).groups) {
      for (let i = 1; i < departments.length; i++) {
        const [before, next] = [departments[i - 1] as Department, departments[i] as Department];
        const span = { start: by + before.span.end, end: by + next.span.start };
        const mark = markIn(text.slice(span.start, span.end));
        if (mark && !isCollective(next.name) && !isCollective(before.name)) gaps.push({ mark, span });
      }
    }
  }
  return gaps;
}

function markIn(between: string): string | undefined {
  if (between.length > 6 || /[\n\r]/.test(between)) return undefined;
  const mark = between.trim();
  if (mark === "") return between === "" ? undefined : "space";
  return mark === "、" || mark === "／" || mark === "/" ? mark : undefined;
}

function habitOf(marks: Marks): string | undefined {
  let all = 0;
  for (const count of marks.values()) all += count;
  return [...marks].find(([, n]) => n >= HABIT && n >= (all - n) * HABIT_TIMES)?.[0];
}
