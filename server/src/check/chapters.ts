import type { Item, PlanDocument } from "../plan/model.js";
import { chapterLines, type Skeleton } from "../plan/skeleton.js";
import type { PlanEdit } from "./planEdit.js";
import type { RuleContext } from "./rule.js";

/**
 * What rules have made of the chapters of a plan: by the name that they gave it one value for each, in order. They
 * belong to the last version that was checked.
 */
export type ChapterFacts = Map<string, unknown[]>;

/** Values of the chapters: those that are known stay, the others are made. */
export function chapterKeeper(
  plan: PlanDocument,
  facts: ChapterFacts = new Map<string, unknown[]>(),
): RuleContext["ofChapters"] {
  return <T extends object>(key: string, make: (chapter: Item, end: number) => T): readonly T[] => {
    const chapters = plan.roots;
    const { length } = chapters;
    const known = facts.get(key) as (T | undefined)[] | undefined;
    const values = known?.length === length ? known : new Array<T | undefined>(length).fill(undefined);
    for (let i = 0; i < length; i++)
      values[i] ??= make(chapters[i] as Item, chapters[i + 1]?.index ?? plan.items.length);
    facts.set(key, values);
    return values as T[];
  };
}

interface Known {
  readonly chapters: ChapterFacts;
  readonly skeleton: () => Skeleton;
}

/** Lets go what was made of the chapters in which an edit has changed anything, or in the lines next to it. */
export function forgetTouched({ chapters: facts, skeleton }: Known, edit: PlanEdit): void {
  const { touched } = edit;
  if (!touched) facts.clear();
  if (facts.size === 0 || !touched) return;
  const before = chapterLines(skeleton());
  const after = edit.skeleton ? chapterLines(edit.skeleton) : before;
  let head = 0;
  while ((after[head + 1] ?? Infinity) < touched.first) head++;
  let tail = 0;
  while ((after[after.length - 1 - tail] ?? -1) > touched.after) tail++;
  const fresh = new Array<undefined>(Math.max(0, after.length - head - tail)).fill(undefined);
  for (const values of facts.values()) values.splice(head, before.length - head - tail, ...fresh);
}
