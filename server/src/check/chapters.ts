import { later } from "../plan/later.js";
import type { PlanDocument } from "../plan/model.js";
import { type ChapterStarts, chapterStarts, type Skeleton } from "../plan/skeleton.js";
import { Chapter } from "./chapter.js";
import type { PlanEdit } from "./planEdit.js";
import type { RuleContext } from "./rule.js";

/**
 * What rules have made of the chapters of a plan: by the name that they gave it one value for each, in order. They
 * belong to the last version that was checked.
 */
export type ChapterFacts = Map<string, unknown[]>;

/** The chapters of a version that is to be checked, and what is known of them. */
export interface KnownChapters {
  readonly facts: ChapterFacts;
  readonly starts: () => ChapterStarts;
}

/** The chapters of a plan of which nothing is known. */
export function newChapters(plan: PlanDocument): KnownChapters {
  const starts = (): ChapterStarts => ({
    lines: [...plan.roots.map(({ line }) => line), plan.paragraphs.length],
    items: [...plan.roots.map(({ index }) => index), plan.items.length],
  });
  return { facts: new Map(), starts: later(starts).get };
}

/** Values of the chapters: those that are known stay, the others are made. */
export function chapterKeeper(
  plan: PlanDocument,
  { facts, starts }: KnownChapters = newChapters(plan),
): RuleContext["ofChapters"] {
  return <T extends object>(key: string, make: (chapter: Chapter) => T): readonly T[] => {
    const all = starts();
    const count = countOf(all);
    const values = (facts.get(key) as (T | undefined)[] | undefined) ?? [];
    for (let i = 0; i < count; i++) values[i] ??= make(new Chapter(plan, all, i));
    facts.set(key, values);
    return values as T[];
  };
}

interface Known {
  readonly chapters: ChapterFacts;
  readonly skeleton: () => Skeleton;
}

/** The chapters after an edit: what was made of those in which it has changed anything, or in the lines next to it, is let go. */
export function chaptersAfter({ chapters: facts, skeleton }: Known, edit: PlanEdit): KnownChapters {
  const starts = later(() => chapterStarts(edit.skeleton ?? skeleton())).get;
  const { touched } = edit;
  if (!touched) facts.clear();
  if (facts.size === 0 || !touched) return { facts, starts };
  const before = countOf(chapterStarts(skeleton()));
  const after = starts();
  const count = countOf(after);
  let head = 0;
  while ((after.lines[head + 1] ?? Infinity) < touched.first) head++;
  let tail = 0;
  while ((after.lines[count - 1 - tail] ?? -1) > touched.after) tail++;
  const fresh = new Array<undefined>(Math.max(0, count - head - tail)).fill(undefined);
  for (const values of facts.values()) values.splice(head, before - head - tail, ...fresh);
  return { facts, starts };
}

function countOf({ items }: ChapterStarts): number {
  return items.length - 1;
}
