import type { Item, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import type { RuleContext } from "../../rule.js";
import { isUnfilled } from "./gaps.js";
import { namesOneTwice } from "./namesOneTwice.js";
import { marksIn } from "./separators.js";

/** What the rules ask of the responsibilities of one chapter: items by their distance from it. */
export interface ChapterResponsibilities {
  /** The items of which one has a gap where its names should be. */
  readonly unfilled: readonly number[];
  /** Those of which one names a department twice. */
  readonly twice: readonly number[];
  /** How often each mark stands between two names. */
  readonly marks: ReadonlyMap<string, number>;
}

/** The same of all chapters, found in one pass for all rules. */
export function chapterResponsibilities(
  { text, items }: PlanDocument,
  { ofChapters }: RuleContext,
): readonly ChapterResponsibilities[] {
  return ofChapters("responsibilities", ({ item: { index }, end }) => {
    const [unfilled, twice, marks] = [new Array<number>(), new Array<number>(), new Map<string, number>()];
    for (let i = index; i < end; i++) {
      for (const one of (items[i] as Item).responsibilities) {
        if (isUnfilled(text, one) && unfilled.at(-1) !== i - index) unfilled.push(i - index);
        const found = PlacedResponsibility.foundOf(one);
        if (namesOneTwice(found) && twice.at(-1) !== i - index) twice.push(i - index);
        for (const mark of marksIn(text, one)) marks.set(mark, (marks.get(mark) ?? 0) + 1);
      }
    }
    return { unfilled, twice, marks };
  });
}

/** The responsibilities of the items that `which` names in each chapter. */
export function responsibilitiesAt(
  { roots, items }: PlanDocument,
  chapters: readonly ChapterResponsibilities[],
  which: "unfilled" | "twice",
): Responsibility[] {
  return chapters.flatMap((chapter, i) =>
    chapter[which].flatMap((distance) => items[(roots[i] as Item).index + distance]?.responsibilities ?? []),
  );
}
