import { answersOf } from "../../../plan/answers.js";
import type { PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { RuleContext } from "../../rule.js";
import { isUnfilled } from "./gaps.js";
import { namesOneTwice } from "./namesOneTwice.js";
import { marksIn } from "./separators.js";

/** What the rules ask of the responsibilities of one chapter: items by their distance from it. */
export interface ChapterResponsibilities {
  /** How many items it has. */
  readonly size: number;
  /** The item of each responsibility, in reading order. */
  readonly owners: readonly number[];
  /** Every name in them, in order, and which of them it stands in. */
  readonly names: readonly string[];
  readonly namesIn: readonly number[];
  /** The items of which one has a gap where its names should be. */
  readonly unfilled: readonly number[];
  /** Those of which one names a department twice. */
  readonly twice: readonly number[];
  /** How often each mark stands between two names. */
  readonly marks: ReadonlyMap<string, number>;
}

/** The same of all chapters, found in one pass for all rules. */
export function chapterResponsibilities(
  plan: PlanDocument,
  { ofChapters }: RuleContext,
): readonly ChapterResponsibilities[] {
  const { text } = plan;
  return ofChapters("responsibilities", ({ index, end }) => {
    const [unfilled, twice, marks] = [new Array<number>(), new Array<number>(), new Map<string, number>()];
    const all: Owned[] = [];
    for (let i = index; i < end; i++) {
      const owner = i - index;
      for (const one of answersOf(plan, i)) {
        all.push({ one, owner });
        if (isUnfilled(text, one) && unfilled.at(-1) !== owner) unfilled.push(owner);
        const found = PlacedResponsibility.foundOf(one);
        if (namesOneTwice(found) && twice.at(-1) !== owner) twice.push(owner);
        for (const mark of marksIn(text, one)) marks.set(mark, (marks.get(mark) ?? 0) + 1);
      }
    }
    return { size: end - index, ...namesOf(all), unfilled, twice, marks };
  });
}

interface Owned {
  readonly one: Responsibility;
  readonly owner: number;
}

/** What serves a group stands behind the last of its children. */
function namesOf(all: Owned[]): Pick<ChapterResponsibilities, "owners" | "names" | "namesIn"> {
  const [names, namesIn] = [new Array<string>(), new Array<number>()];
  all.sort((a, b) => PlacedResponsibility.startOf(a.one) - PlacedResponsibility.startOf(b.one));
  all.forEach(({ one }, i) => {
    for (const { name } of PlacedResponsibility.foundOf(one).departments) {
      names.push(name);
      namesIn.push(i);
    }
  });
  return { owners: all.map(({ owner }) => owner), names, namesIn };
}

/** The responsibilities of the items that `which` names in each chapter. */
export function responsibilitiesAt(
  plan: PlanDocument,
  chapters: readonly ChapterResponsibilities[],
  which: "unfilled" | "twice",
): Responsibility[] {
  const found: Responsibility[] = [];
  let first = 0;
  for (const chapter of chapters) {
    for (const distance of chapter[which]) found.push(...answersOf(plan, first + distance));
    first += chapter.size;
  }
  return found;
}
