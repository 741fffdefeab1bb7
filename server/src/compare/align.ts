import type { PlanDocument } from "../plan/model.js";
import { type Assigned, assign, type Assignment, type Reason, textScore } from "./assignment.js";
import { type BothPlans, type Candidate, candidates } from "./candidates.js";
import { equalTasks, openWordings } from "./equalTasks.js";
import { hasSameTitle, type ItemText, readItems, saysTheSame } from "./itemText.js";
import { createMeasure } from "./measure.js";
import { partsOfOthers } from "./parts.js";

/**
 * What became of a task. One relation per pair, the first that holds: split or merged; moved (another parent,
 * whatever else changed); renamed (another heading); edited (another text; a section is judged by what it says
 * itself); same. A new number alone, or another place under the same parent, is no change.
 */
export type Relation = "same" | "edited" | "renamed" | "moved" | "split" | "merged";

export interface AlignedPair {
  readonly relation: Relation;
  readonly earlier: ItemText;
  readonly draft: ItemText;
  /** How sure the pairing is, 0 … 1. */
  readonly score: number;
  /** How alike the texts are, 0 … 1. */
  readonly similarity: number;
  readonly reasons: readonly Reason[];
}

/** Every item of both plans is in at least one pair, or else in `added` or `dropped`, exactly once. */
export interface Alignment {
  /** In the draft's reading order. */
  readonly pairs: readonly AlignedPair[];
  readonly added: readonly ItemText[];
  readonly dropped: readonly ItemText[];
}

/** The draft beside each of its earlier plans. */
export function align(draft: PlanDocument, earlier: readonly PlanDocument[]): Alignment[] {
  const read = readItems([draft, ...earlier]);
  const [mine = [], ...theirs] = read.plans;
  const settled = equalTasks(read);
  const measure = createMeasure(read, openWordings(read, settled));
  return theirs.map((items, i) =>
    alignBoth({ draft: mine, earlier: items, settled: settled[i] ?? [], measure }),
  );
}

function alignBoth(plans: BothPlans): Alignment {
  const { draft, earlier, measure } = plans;
  const open = candidates(plans);
  const assignment = assign(open, plans);
  const split = partsOfOthers(open.texts, "draft", { assignment, measure });
  const merged = partsOfOthers(open.texts, "earlier", { assignment, measure });
  const splitEarlier = new Set(split.map((part) => part.candidate.earlier.index));
  const mergedDraft = new Set(merged.map((part) => part.candidate.draft.index));
  const pairs: AlignedPair[] = [];
  for (const assigned of assignment.byDraft) {
    if (!assigned) continue;
    const { draft: one, earlier: other } = assigned.candidate;
    const relation = splitEarlier.has(other.index)
      ? "split"
      : mergedDraft.has(one.index)
        ? "merged"
        : relationOf(one, other, assignment);
    pairs.push(pairOf(assigned, relation, assignment));
  }
  if (split.length + merged.length > 0) {
    for (const part of split) pairs.push(pairOf(part, "split", assignment));
    for (const part of merged) pairs.push(pairOf(part, "merged", assignment));
    pairs.sort((a, b) => a.draft.index - b.draft.index || a.earlier.index - b.earlier.index);
  }
  return { pairs, ...unpaired(draft, earlier, pairs) };
}

function unpaired(
  draft: readonly ItemText[],
  earlier: readonly ItemText[],
  pairs: readonly AlignedPair[],
): Pick<Alignment, "added" | "dropped"> {
  const [mine, theirs] = [new Uint8Array(draft.length), new Uint8Array(earlier.length)];
  for (const pair of pairs) mine[pair.draft.index] = theirs[pair.earlier.index] = 1;
  return {
    added: draft.filter(({ index }) => mine[index] === 0),
    dropped: earlier.filter(({ index }) => theirs[index] === 0),
  };
}

function relationOf(draft: ItemText, earlier: ItemText, assignment: Assignment): Relation {
  if (counterpartOf(draft.parent, assignment) !== earlier.parent) return "moved";
  if (!hasSameTitle(draft, earlier)) return "renamed";
  return saysTheSame(draft, earlier) ? "same" : "edited";
}

function counterpartOf(one: ItemText | undefined, assignment: Assignment): ItemText | undefined {
  return one && assignment.byDraft[one.index]?.candidate.earlier;
}

function pairOf(assigned: Assigned, relation: Relation, assignment: Assignment): AlignedPair {
  const { candidate, score } = assigned;
  const same = saysTheSame(candidate.draft, candidate.earlier);
  return {
    relation,
    draft: candidate.draft,
    earlier: candidate.earlier,
    score: rounded(score),
    similarity: rounded(same ? 1 : Math.min(0.99, textScore(candidate))),
    reasons: reasonsFor(candidate, relation, assignment),
  };
}

function reasonsFor(candidate: Candidate, relation: Relation, assignment: Assignment): Reason[] {
  const { draft, earlier, title, body } = candidate;
  const reasons: Reason[] = [];
  if (relation === "split" || relation === "merged") reasons.push("shares-text");
  if (saysTheSame(draft, earlier)) reasons.push("same-text");
  else {
    if (hasSameTitle(draft, earlier)) reasons.push("same-title");
    else if (title >= 0.3) reasons.push("similar-title");
    if (body >= 0.2) reasons.push("similar-body");
  }
  const { parent } = draft;
  if (parent && counterpartOf(parent, assignment) === earlier.parent) reasons.push("same-parent");
  if (isBeside(candidate, -1, assignment) || isBeside(candidate, 1, assignment))
    reasons.push("same-neighbours");
  if (draft.item.mark.text === earlier.item.mark.text && draft.item.level === earlier.item.level) {
    reasons.push("same-position");
  }
  return reasons;
}

/** The neighbours of the two on one side are a pair too. */
function isBeside({ draft, earlier }: Candidate, step: -1 | 1, { byDraft }: Assignment): boolean {
  return byDraft[draft.index + step]?.candidate.earlier.index === earlier.index + step;
}

/** Three places are enough to sort by and keep the JSON the same on every machine. */
function rounded(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
}
