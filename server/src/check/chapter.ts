import type { Item, PlanDocument } from "../plan/model.js";
import type { ChapterStarts } from "../plan/skeleton.js";

/**
 * One of `plan.roots` with all that stands in it. To look at its item is to have the whole tree put in its place, which
 * an edit may have moved: hence a class.
 */
export class Chapter {
  /** The line in which it begins. */
  readonly line: number;
  /** The line in which the next one begins, or the one behind the last of the plan. */
  readonly lineEnd: number;
  /** The index of its own item, and the one behind its last. */
  readonly index: number;
  readonly end: number;
  private readonly plan: PlanDocument;
  private readonly which: number;

  constructor(plan: PlanDocument, { lines, items }: ChapterStarts, which: number) {
    this.line = lines[which] as number;
    this.lineEnd = lines[which + 1] as number;
    this.index = items[which] as number;
    this.end = items[which + 1] as number;
    this.plan = plan;
    this.which = which;
  }

  get item(): Item {
    return this.plan.roots[this.which] as Item;
  }
}
