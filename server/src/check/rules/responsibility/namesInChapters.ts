import { answersOf } from "../../../plan/answers.js";
import type { PlanDocument, Responsibility } from "../../../plan/model.js";
import type { RuleContext } from "../../rule.js";
import { type ChapterResponsibilities, chapterResponsibilities } from "./chapterResponsibilities.js";
import { createGathering, type NameUse } from "./departmentUses.js";

/** The same as `namesUsed` for rules, from what is known of the chapters; found once for all of them. */
export function namesUsedIn(plan: PlanDocument, context: RuleContext): readonly NameUse[] {
  return context.once("namesUsed", () => {
    const chapters = chapterResponsibilities(plan, context);
    const gathering = createGathering((numbers) => numbered(plan, chapters, numbers));
    let before = 0;
    for (const { owners, names, namesIn } of chapters) {
      for (let i = 0; i < names.length; i++)
        gathering.add(names[i] as string, before + (namesIn[i] as number));
      before += owners.length;
    }
    return gathering.used();
  });
}

/** Some responsibilities by their numbers in reading order, which go on from chapter to chapter. */
function numbered(
  plan: PlanDocument,
  chapters: readonly ChapterResponsibilities[],
  numbers: readonly number[],
): Responsibility[] {
  const found: Responsibility[] = [];
  let [item, before] = [0, 0];
  for (const { size, owners } of chapters) {
    const wanted = numbers[found.length] ?? Infinity;
    if (wanted < before + owners.length) {
      // What serves a group stands behind its children, between others of theirs.
      const counts = new Map<number, number>();
      owners.forEach((owner, i) => {
        const nth = counts.get(owner) ?? 0;
        counts.set(owner, nth + 1);
        if (numbers[found.length] === before + i)
          found.push(answersOf(plan, item + owner)[nth] as Responsibility);
      });
    }
    item += size;
    before += owners.length;
  }
  return found;
}
