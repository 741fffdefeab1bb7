import type { PlanDocument } from "../plan/model.js";
import { assembledOf } from "../plan/parsedPlan.js";
import { outlineNode, type OutlineNode } from "./outlineTree.js";

/** A chapter of the outline that is made when somebody looks: of a long draft most are known from before the edit. */
export interface OutlineChapter {
  /** The same object as before an edit where that left the chapter as it was, but for its place. */
  readonly key: object;
  /** The line in which it begins, from 0. */
  readonly line: number;
  readonly node: () => OutlineNode;
}

/** The outline chapter by chapter, as `outlineTree` has it. */
export function outlineChapters(plan: PlanDocument): OutlineChapter[] {
  const keys = assembledOf(plan).chapterKeys;
  return plan.roots.map((root, i) => ({
    key: keys[i] ?? root,
    line: root.line,
    node: () => outlineNode(root),
  }));
}
